import { type Hausstil, hausstilSchema, neutralerHausstil } from '../documents/papiere/hausstil.ts';

/** The house style of the town's papers: change name, address, fonts, colours and labels here. */
export const hausstil: Hausstil = hausstilSchema.parse({
  ...neutralerHausstil,
  name: 'Stadt Musterstadt an der Lahe',
  anschrift: ['Rathausplatz 1', '56999 Musterstadt an der Lahe'],
});
