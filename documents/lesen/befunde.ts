import type { Befund } from '../modell/schema.ts';
import { type Eintrag, katalog } from './befundkatalog.ts';

export type Befundcode = keyof typeof katalog;

/** One finding. `was` fills the sentence's detail, `ort` says where in the draft. */
export function befund(code: Befundcode, was = '', ort: string | null = null): Befund {
  const { art, satz, abhilfe }: Eintrag = katalog[code];
  return { art, code, satz: satz(was), ort, abhilfe };
}

/** The file cannot be read on: ends the reading with one finding. */
export class Ablehnung extends Error {
  readonly befund: Befund;

  constructor(befund: Befund) {
    super(`${befund.code}: ${befund.satz}`);
    this.name = 'Ablehnung';
    this.befund = befund;
  }
}

export function ablehnen(code: Befundcode, was = '', ort: string | null = null): never {
  throw new Ablehnung(befund(code, was, ort));
}

/** Beginning of a text, in German quotes, for a sentence or a place. */
export function zitat(text: string, laenge = 60): string {
  const sauber = text
    .slice(0, 10 * laenge)
    .replace(/\s+/g, ' ')
    .trim();
  const zeichen = [...sauber];
  return `„${zeichen.length > laenge ? `${zeichen.slice(0, laenge).join('').trimEnd()} …` : sauber}“`;
}
