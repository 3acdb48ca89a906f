import { type Posten, preistabelle } from './preistabelle.ts';

/** What one Vorlage uses from its draft to its recorded outcome, in the units of the price table. */
export type Verbrauch = Readonly<Record<Posten, number>>;

export interface Kosten {
  /** US dollars. */
  readonly summe: number;
  /** The dearest first; `anteil` of the sum, 0 to 1. */
  readonly posten: readonly {
    readonly posten: Posten;
    readonly menge: number;
    readonly usd: number;
    readonly anteil: number;
  }[];
}

/**
 * Cost of one Vorlage in US dollars, without free quantities, taxes and the fixed monthly cost (key, alarms).
 * Waiting costs nothing. Throws a RangeError for a negative or infinite quantity.
 *
 * @example kostenJeVorlage(ueblicherVerbrauch).summe // about 0.0017
 */
export function kostenJeVorlage(verbrauch: Verbrauch): Kosten {
  const namen = Object.keys(preistabelle) as Posten[];
  const zeilen = namen.map((posten) => {
    const menge = verbrauch[posten];
    if (!Number.isFinite(menge) || menge < 0) {
      throw new RangeError(`${posten}: ${menge} ist keine Menge.`);
    }
    return { posten, menge, usd: menge * preistabelle[posten].usd };
  });
  const summe = zeilen.reduce((bisher, { usd }) => bisher + usd, 0);
  const posten = zeilen
    .map((zeile) => ({ ...zeile, anteil: summe === 0 ? 0 : zeile.usd / summe }))
    .sort((a, b) => b.usd - a.usd);
  return { summe, posten };
}

/**
 * A Vorlage that goes the default route without detours: 20 transitions, 15 invocations of 0.2 s with 0.5 GB,
 * 30 written items in transactions, ten mails. An estimate; `npm run kosten` counts the demo's own.
 */
export const ueblicherVerbrauch: Verbrauch = {
  uebergaenge: 20,
  aufrufe: 15,
  gbSekunden: 15 * 0.5 * 0.2,
  schreibeinheiten: 60,
  leseeinheiten: 100,
  put: 10,
  get: 30,
  mails: 10,
  anfragen: 60,
  gbMonate: 0,
};
