import * as z from 'zod';
import { gremienVon, listeneintrag, listeneintragSchema } from '../vorlage/projektion.ts';
import type { Vorlagenstand } from '../vorlage/stand.ts';

/** What a hit shows: a row of the lists, and what one narrows by. */
export const sucheintragSchema = listeneintragSchema.extend({
  amtName: z.string(),
  az: z.string().nullable(),
  gremien: z.array(z.string()).describe('Kennungen, in der Reihenfolge des Gremienwegs'),
  angelegtAm: z.string(),
});
export type Sucheintrag = z.infer<typeof sucheintragSchema>;

export function sucheintrag(stand: Vorlagenstand): Sucheintrag {
  return {
    ...listeneintrag(stand),
    amtName: stand.amt.name,
    az: stand.az,
    gremien: gremienVon(stand),
    angelegtAm: stand.angelegtAm,
  };
}
