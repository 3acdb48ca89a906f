import type { Aggregatart } from '../../../domain/ereignisse/ereignis.ts';

/** One chain of the record (GET /api/ketten). */
export interface Kettenkopf {
  readonly art: Aggregatart;
  readonly id: string;
  /** Events. */
  readonly nr: number;
  /** SHA-256 of the last one. */
  readonly kopf: string;
}

export const kettenarten: readonly { readonly art: Aggregatart; readonly name: string }[] = [
  { art: 'Vorlage', name: 'Vorlagen' },
  { art: 'Sitzung', name: 'Sitzungen' },
  { art: 'Gremium', name: 'Gremien' },
  { art: 'Person', name: 'Personen' },
];
