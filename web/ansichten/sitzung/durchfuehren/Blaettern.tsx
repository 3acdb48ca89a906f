import { Zeichen } from '../../../bausteine/Zeichen.tsx';
import type { Tagesordnungspunkt } from '../typen.ts';
import { topziel } from './topziel.ts';

/** "TOP 5 von 7" with the ways to the one before and the next. */
export function Blaettern({
  tops,
  platz,
}: {
  readonly tops: readonly Tagesordnungspunkt[];
  readonly platz: number;
}) {
  const [vorher, naechster] = [tops[platz - 1], tops[platz + 1]];
  return (
    <nav class="gw-blaettern" aria-label="Blättern in der Tagesordnung">
      {vorher ? (
        <a class="kern-btn kern-btn--secondary" href={topziel(vorher.top)}>
          <Zeichen name="arrow-back" />
          <span class="kern-label">
            Zurück<span class="kern-sr-only"> zu {vorher.top}</span>
          </span>
        </a>
      ) : (
        <span />
      )}
      <p class="gw-blaettern__platz" aria-live="off">
        TOP {platz + 1} von {tops.length}
      </p>
      {naechster ? (
        <a class="kern-btn kern-btn--primary" href={topziel(naechster.top)}>
          <span class="kern-label">
            Weiter<span class="kern-sr-only"> zu {naechster.top}</span>
          </span>
          <Zeichen name="arrow-forward" />
        </a>
      ) : (
        <a class="kern-btn kern-btn--primary" href="?phase=nachbereiten">
          <span class="kern-label">Zur Nachbereitung</span>
          <Zeichen name="arrow-forward" />
        </a>
      )}
    </nav>
  );
}
