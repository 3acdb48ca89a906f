/** The roles of the town hall. Scope: see Stelle. */
export const rollen = [
  'Sachbearbeitung',
  'Amtsleitung',
  'Dezernat',
  'Sitzungsdienst',
  'Vorsitz',
  'Gremienmitglied',
  'Systembetreuung',
  'Revision',
] as const;
export type Rolle = (typeof rollen)[number];
