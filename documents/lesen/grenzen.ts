import { ablehnen } from './befunde.ts';

/** What one file may cost. Chosen with room above real drafts; no draft of a town comes near them. */
export type Grenzen = {
  readonly dateiBytes: number;
  readonly eintraege: number;
  /** Uncompressed, per part that is read. */
  readonly teilBytes: number;
  /** Uncompressed, declared by all entries together. */
  readonly gesamtBytes: number;
  /** Uncompressed to compressed, for parts above 1 MB. Deflate itself ends at 1030; prose stays far below 100. */
  readonly verhaeltnis: number;
  readonly xmlTiefe: number;
  /** Elements, in all parts together. */
  readonly xmlKnoten: number;
  readonly millisekunden: number;
  /** Milliseconds of a steady clock. */
  readonly uhr: () => number;
};

export const standardgrenzen: Grenzen = {
  dateiBytes: 20 * 1024 * 1024,
  eintraege: 2000,
  teilBytes: 24 * 1024 * 1024,
  gesamtBytes: 120 * 1024 * 1024,
  verhaeltnis: 200,
  xmlTiefe: 200,
  xmlKnoten: 400_000,
  millisekunden: 5000,
  uhr: () => performance.now(),
};

/** The budget of one file while it is read. */
export type Budget = {
  readonly grenzen: Grenzen;
  /** Throws an Ablehnung when the time is used up. */
  readonly pruefeZeit: () => void;
  /** Counts one XML element; looks at the clock now and then. */
  readonly zaehleKnoten: () => void;
};

export function createBudget(grenzen: Grenzen): Budget {
  const ende = grenzen.uhr() + grenzen.millisekunden;
  let knoten = 0;
  const pruefeZeit = () => {
    if (grenzen.uhr() > ende) ablehnen('ZEIT_UEBERSCHRITTEN');
  };
  return {
    grenzen,
    pruefeZeit,
    zaehleKnoten: () => {
      if (++knoten > grenzen.xmlKnoten) ablehnen('ZU_VIELE_ELEMENTE');
      if (knoten % 2000 === 0) pruefeZeit();
    },
  };
}
