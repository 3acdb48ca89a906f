import { type Facette, facetten, facettenwort } from './suchindex.ts';
import { kuerze, teileVon } from './woerter.ts';

/** Ends a word in the index: a beginning with it asks for the whole word. */
export const wortende = '#';

/** One condition of a search; all of them must hold. */
export interface Begriff {
  /** Every word that fulfils the condition, or leads to one that does, begins so: where the index is read. */
  readonly anfang: string;
  /** Fulfilled where all beginnings of one variant are found among a Vorlage's words. */
  readonly varianten: readonly (readonly string[])[];
}

/** Every Vorlage fulfils it: what is listed where nothing was asked for. */
export const alles: Begriff = { anfang: wortende, varianten: [[wortende]] };

/**
 * The conditions of a search, or null where what was typed holds no letter and no digit. "Kita-Gebühren" also
 * means "Kita Gebühren"; what holds a digit ("84/2026", "50.30") is meant as one.
 */
export function begriffeAus(
  q: string,
  gewaehlt: Readonly<Partial<Record<Facette, string>>>,
): Begriff[] | null {
  const geschrieben = q.split(/\s+/).map(teileVon);
  const woerter = geschrieben.filter((teile) => teile.length > 0).map(ausTeilen);
  if (q.trim() !== '' && woerter.length === 0) return null;
  const gefiltert = facetten.flatMap((facette) => {
    const wert = gewaehlt[facette];
    if (!wert) return [];
    const anfang = `${facettenwort(facette, wert)}${wortende}`;
    return [{ anfang, varianten: [[anfang]] }];
  });
  const begriffe = [...woerter, ...gefiltert];
  return begriffe.length > 0 ? begriffe : [alles];
}

function ausTeilen(teile: readonly string[]): Begriff {
  const ganzes = kuerze(teile.join(''));
  const getrennt = teile.map(kuerze);
  const [erstes = ganzes] = getrennt;
  return getrennt.length > 1 && !/\p{N}/u.test(ganzes)
    ? { anfang: erstes, varianten: [[ganzes], getrennt] }
    : { anfang: ganzes, varianten: [[ganzes]] };
}

/** Do these words fulfil the condition? German words are found by their beginning. */
export function erfuellt(woerter: readonly string[], begriff: Begriff): boolean {
  return begriff.varianten.some((v) => v.every((anfang) => erstesWort(woerter, anfang) !== undefined));
}

/** The first of a Vorlage's words that begins so: it stands for the Vorlage among several that do. */
export function erstesWort(woerter: readonly string[], anfang: string): string | undefined {
  return woerter.find((wort) => `${wort}${wortende}`.startsWith(anfang));
}
