import { fruehereSitzungen } from './kapitel/fruehereSitzungen.ts';
import { heutigeSitzung } from './kapitel/heutigeSitzung.ts';
import { laufendeArbeit } from './kapitel/laufendeArbeit.ts';
import type { Schritt } from './schritt.ts';
import type { Stadt } from './stadt.ts';

/** The story of the town in the order of its moments; its chapters run beside each other. */
export function geschichte(stadt: Stadt): Schritt[] {
  const schritte = [...fruehereSitzungen(stadt), ...heutigeSitzung(stadt), ...laufendeArbeit(stadt)];
  return schritte.sort((a, b) => (a.zeit < b.zeit ? -1 : a.zeit > b.zeit ? 1 : 0));
}
