import type { Aggregatart } from '../../../domain/ereignisse/ereignis.ts';

/** Keys of the table, all built here. Every partition begins with the Koerperschaft's id. */
export function schluesselbund(koerperschaft: string) {
  const partition = (liste: string) => `${koerperschaft}#${liste}`;
  return {
    koerperschaft,
    partition,
    aggregat: (art: Aggregatart, id: string) => partition(`${art.toUpperCase()}#${id}`),
    ausgang: (schluessel: string) => ({ pk: partition(`AUSGANG#${schluessel}`), sk: 'A' }),
    /** Index partition (gsi1) of outgoing work that is not done, by status. */
    ausgangsstatus: (status: string) => partition(`AUSGANG#${status}`),
    befehl: (person: string, schluessel: string) => ({
      pk: partition(`BEFEHL#${person}#${schluessel}`),
      sk: 'B',
    }),
    zaehler: (art: string, jahr: number) => ({ pk: partition(`ZAEHLER#${art}#${jahr}`), sk: 'Z' }),
    upload: (vorlage: string, upload: string) => ({
      pk: partition(`VORLAGE#${vorlage}`),
      sk: `UPLOAD#${upload}`,
    }),
    /** Index partition (gsi1) of uploads whose checks are not finished. */
    offeneUploads: partition('UPLOAD#offen'),
    papier: (vorlage: string, ereignis: number) => ({
      pk: partition(`VORLAGE#${vorlage}`),
      sk: `PAPIER#${sechsstellig(ereignis)}`,
    }),
    ablauf: (vorlage: string) => ({ pk: partition(`VORLAGE#${vorlage}`), sk: 'ABLAUF' }),
    /** Index partition (gsi1) of executions by state: laeuft, angehalten. */
    ablaufstatus: (status: string) => partition(`ABLAUF#${status}`),
    warte: (vorlage: string, wartenummer: number) => ({
      pk: partition(`VORLAGE#${vorlage}`),
      sk: `WARTE#${sechsstellig(wartenummer)}`,
    }),
    zustellung: (vorlage: string, zeit: string, schluessel: string) => ({
      pk: partition(`VORLAGE#${vorlage}`),
      sk: `ZUSTELLUNG#${zeit}#${schluessel}`,
    }),
    nachricht: (person: string, zeit: string, schluessel: string) => ({
      pk: partition(`PERSON#${person}`),
      sk: `NACHRICHT#${zeit}#${schluessel}`,
    }),
    /**
     * Where a Lesekreis keeps the words with this beginning. Words are spread by their first letter: the
     * index of a whole town in one partition would be written to more than DynamoDB takes there.
     */
    suche: (kreis: string, anfang: string) => partition(`SUCHE#${kreis}#${[...anfang][0] ?? ''}`),
    /** What the index holds of a Vorlage, beside it. */
    suchstand: (vorlage: string) => ({ pk: partition(`VORLAGE#${vorlage}`), sk: 'SUCHE' }),
    /** Index partition (gsi2) of all aggregate heads of a kind, for the daily anchor. */
    koepfe: (art: Aggregatart) => partition(`KOPF#${art}`),
    anker: { pk: partition('ANKER'), sk: 'LETZTER' },
  };
}
export type Schluesselbund = ReturnType<typeof schluesselbund>;

export const standSk = 'STAND';
export function ereignisSk(nr: number): string {
  return `E#${sechsstellig(nr)}`;
}
/** All free texts of one event, together erasable. */
export function textSk(nr: number): string {
  return `TEXT#${sechsstellig(nr)}`;
}
export function sechsstellig(nr: number): string {
  return String(nr).padStart(6, '0');
}
