import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import type { Papier, Verlaufseintrag } from './daten.ts';

const mitPapier = new Set(['Eingereicht', 'FassungEingereicht', 'ErgebnisFreigegeben', 'ErgebnisBerichtigt']);

/** What a paper shows: the submission, or an outcome. */
export function papiername(
  p: Papier,
  verlauf: readonly Verlaufseintrag[] | null,
  stand: Pick<Vorlagenstand, 'gremienweg'>,
): string {
  const art = verlauf?.find((e) => e.nr === p.ereignis)?.art ?? ohneVerlauf(p, stand);
  const fassung = `Fassung ${p.fassung}`;
  if (art === 'ErgebnisFreigegeben') return `Vorlage mit Ergebnis, ${fassung}`;
  if (art === 'ErgebnisBerichtigt') return `Vorlage mit berichtigtem Ergebnis, ${fassung}`;
  return `Vorlage, ${fassung}`;
}

/** Who may not read the course sees by the releases which papers carry an outcome. */
function ohneVerlauf(p: Papier, stand: Pick<Vorlagenstand, 'gremienweg'>): string {
  const mitErgebnis = stand.gremienweg.some((b) => b.freigegeben && b.freigegeben.ereignis <= p.ereignis);
  return mitErgebnis ? 'ErgebnisFreigegeben' : 'Eingereicht';
}

/** How many papers are still being issued. */
export function erwartete(verlauf: readonly Verlaufseintrag[] | null, papiere: readonly Papier[]): number {
  if (!verlauf) return 0;
  const da = new Set(papiere.map((p) => p.ereignis));
  return verlauf.filter((e) => mitPapier.has(e.art) && !da.has(e.nr)).length;
}
