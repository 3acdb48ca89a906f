import type { ComponentChildren } from 'preact';
import { mitAbfrage } from '../../../app/ort.ts';
import { Zeichen } from '../../../bausteine/Zeichen.tsx';
import type { Tagesordnungspunkt } from '../typen.ts';
import { topziel } from './topziel.ts';

/** "TOP 5 von 7" with the ways to the one before and the next; `liste` opens below where it has no column. */
export function Blaettern({
  tops,
  platz,
  liste,
}: {
  readonly tops: readonly Tagesordnungspunkt[];
  readonly platz: number;
  readonly liste: ComponentChildren;
}) {
  const [vorher, naechster] = [tops[platz - 1], tops[platz + 1]];
  return (
    <nav class="gw-blaettern" aria-label="Blättern in der Tagesordnung">
      {vorher ? (
        <a
          class="kern-btn kern-btn--secondary"
          href={topziel(vorher.top)}
          aria-label={`Zurück zu ${vorher.top}`}
        >
          <Zeichen name="arrow-back" />
          <span class="kern-label">Zurück</span>
        </a>
      ) : (
        <span />
      )}
      {liste ? (
        <details class="gw-topklappe" key={platz}>
          <summary>
            TOP {platz + 1} von {tops.length}
          </summary>
          <div class="gw-topklappe__liste">{liste}</div>
        </details>
      ) : (
        <p class="gw-blaettern__platz">
          TOP {platz + 1} von {tops.length}
        </p>
      )}
      {naechster ? (
        <a
          class="kern-btn kern-btn--primary"
          href={topziel(naechster.top)}
          aria-label={`Weiter zu ${naechster.top}`}
        >
          <span class="kern-label">Weiter</span>
          <Zeichen name="arrow-forward" />
        </a>
      ) : (
        <a
          class="kern-btn kern-btn--primary"
          href={mitAbfrage({ phase: 'nachbereiten', top: null })}
          aria-label="Fertig, zur Nachbereitung"
        >
          <span class="kern-label">Fertig</span>
          <Zeichen name="arrow-forward" />
        </a>
      )}
    </nav>
  );
}
