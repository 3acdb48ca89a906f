import type { Formularsicht } from '../../domain/ergebnis/schema.ts';

export type Kaestchen = {
  [K in keyof Formularsicht]: Formularsicht[K] extends boolean ? K : never;
}[keyof Formularsicht];

export type Zaehlfeld = Exclude<keyof Formularsicht, Kaestchen>;

/** Boxes of a Beratung in the order of the form: two columns, three rows; then the last row. */
export const ergebniskaestchen = [
  ['einstimmig', 'mehrheitlich'],
  ['abgelehnt', 'kenntnis'],
  ['verwiesen', 'vertagt'],
] as const satisfies readonly (readonly [Kaestchen, Kaestchen])[];

export const schlusskaestchen = ['ohneBE', 'abgesetzt', 'geaendert'] as const satisfies readonly Kaestchen[];

export const zaehlfelder = ['enthaltungen', 'gegenstimmen'] as const satisfies readonly Zaehlfeld[];

export const angekreuzt = '☒';
export const leer = '☐';

/** Tag of a control in the block of the n-th Beratung (from 1). */
export function beratungstag(nummer: number, was: string): string {
  return `gw.beratung.${nummer}.${was}`;
}

/** Names of the marks that tell a reader which of our papers it holds (docProps/custom). */
export const papiereigenschaft = {
  muster: 'gremienweg.muster',
  papier: 'gremienweg.papier',
  fassung: 'gremienweg.fassung',
  ereignis: 'gremienweg.ereignis',
} as const;
export const musterkennung = 'unterrichtungsvorlage/1';
