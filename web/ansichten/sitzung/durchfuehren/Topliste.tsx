import { ich } from '../../../app/ich.ts';
import { nutzeSpeicher } from '../../../app/speicher.ts';
import { Zeichen, type Zeichenname } from '../../../bausteine/Zeichen.tsx';
import { type Ausgangslage, ausgangslage } from '../../../speicher/ausgang.ts';
import { type Eintrag, eintragsid } from '../../../speicher/postausgang.ts';
import type { Tagesordnungspunkt } from '../typen.ts';
import { topziel } from './topziel.ts';

/** The agenda with how far each item is. */
export function Topliste({
  tops,
  aktiv,
  erfasst,
  eintraege,
}: {
  readonly tops: readonly Tagesordnungspunkt[];
  readonly aktiv: string;
  readonly erfasst: (t: Tagesordnungspunkt) => boolean;
  readonly eintraege: ReadonlyMap<string, Eintrag>;
}) {
  const person = ich.lies()?.person ?? '';
  const sendet = nutzeSpeicher(ausgangslage);
  return (
    <ol class="gw-topliste">
      {tops.map((t) => {
        const lage = lageVon(t, erfasst(t), eintraege.get(eintragsid({ person, ...t })), sendet);
        return (
          <li key={t.top}>
            <a href={topziel(t.top)} {...(t.top === aktiv ? { 'aria-current': 'true' as const } : {})}>
              <span class="gw-topliste__nummer">{t.top}</span>
              <span class="gw-topliste__betreff">{t.betreff}</span>
              <span class="gw-topliste__lage">
                <Zeichen name={lage.symbol} />
                {lage.worte}
                {!t.oeffentlich && ', nichtöffentlich'}
              </span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

function lageVon(
  t: Tagesordnungspunkt,
  erfasst: boolean,
  e: Eintrag | undefined,
  sendet: Ausgangslage,
): { readonly worte: string; readonly symbol: Zeichenname } {
  if (e?.stand === 'konflikt') return { worte: 'zwei Eingaben', symbol: 'warning' };
  if (e?.stand === 'abgelehnt') return { worte: 'nicht gespeichert', symbol: 'danger' };
  if (t.freigegeben) return { worte: 'freigegeben', symbol: 'success' };
  if (e?.stand === 'wartet') {
    return sendet === 'ruht' || sendet === 'laeuft'
      ? { worte: 'wird gespeichert', symbol: 'autorenew' }
      : { worte: 'nur auf diesem Gerät', symbol: 'offline' };
  }
  return erfasst ? { worte: 'erfasst', symbol: 'check' } : { worte: 'offen', symbol: 'more-vert' };
}
