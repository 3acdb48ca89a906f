import type { Papier, Verlaufseintrag } from './daten.ts';

const mitPapier = new Set(['Eingereicht', 'FassungEingereicht', 'ErgebnisFreigegeben', 'ErgebnisBerichtigt']);

/** What a paper shows: the submission, or an outcome. */
export function papiername(p: Papier, verlauf: readonly Verlaufseintrag[] | null): string {
  const art = verlauf?.find((e) => e.nr === p.ereignis)?.art;
  const fassung = `Fassung ${p.fassung}`;
  if (art === 'ErgebnisFreigegeben') return `Vorlage mit Ergebnis, ${fassung}`;
  if (art === 'ErgebnisBerichtigt') return `Vorlage mit berichtigtem Ergebnis, ${fassung}`;
  return `Vorlage, ${fassung}`;
}

/** How many papers are still being issued. */
export function erwartete(verlauf: readonly Verlaufseintrag[] | null, papiere: readonly Papier[]): number {
  if (!verlauf) return 0;
  const da = new Set(papiere.map((p) => p.ereignis));
  return verlauf.filter((e) => mitPapier.has(e.art) && !da.has(e.nr)).length;
}
