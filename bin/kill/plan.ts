import { saatgut } from './zufall.ts';

/** Deaths of one run; more would only make it longer. */
const jeLauf = 6;

/**
 * Points of death by seed, in runs. Two of three lie at a write (before or after it), every third at a
 * moment in between, where files, mails and transitions are on their way.
 */
export function todesplan(anzahl: number, saat: number): string[][] {
  const zufall = saatgut(saat);
  const laeufe: string[][] = [];
  for (let n = 0; n < anzahl; n++) {
    const tod =
      n % 3 === 2
        ? `zeit:${50 + zufall(1_500)}`
        : `schreiben:${1 + zufall(60)}:${zufall(2) === 0 ? 'vor' : 'nach'}`;
    const letzter = laeufe.at(-1);
    if (letzter && letzter.length < jeLauf) letzter.push(tod);
    else laeufe.push([tod]);
  }
  return laeufe;
}
