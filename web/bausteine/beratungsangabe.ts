import type { GeplanteBeratung } from '../../domain/vorlage/ereignisse.ts';

export type Beratungsrolle = GeplanteBeratung['rolle'];

/** A Beratung while it is being entered: the Gremium may still be missing. */
export interface Beratungsangabe {
  /** Keeps rows apart while they are moved. */
  readonly schluessel: string;
  /** Id of the Gremium; empty: not chosen yet. */
  readonly gremium: string;
  readonly rolle: Beratungsrolle;
  /** Day (2026-04-22); empty: open, or not typed yet where `freierTag`. */
  readonly datum: string;
  /** The day is typed and not one of the Sitzungen that are known. */
  readonly freierTag: boolean;
  readonly oeffentlich: boolean;
}

/** A Sitzung to choose from, as the calendar tells it. */
export interface Sitzungstermin {
  readonly sitzung: string;
  readonly gremium: string;
  readonly beginn: string;
  readonly ort: string;
}

export function neueBeratung(): Beratungsangabe {
  return {
    schluessel: crypto.randomUUID(),
    gremium: '',
    rolle: 'Kenntnisnahme',
    datum: '',
    freierTag: false,
    oeffentlich: true,
  };
}
