import { Zeichen, type Zeichenname } from '../../bausteine/Zeichen.tsx';
import type { Zweck } from './dateiauswahl.ts';
import { gruppiere, type Pruefgruppe } from './pruefgruppen.ts';
import type { Pruefstand } from './pruefstand.ts';

const zeichen: Readonly<Record<Pruefgruppe['zustand'], Zeichenname>> = {
  laeuft: 'autorenew',
  gut: 'success',
  hinweis: 'info',
  fehler: 'danger',
  ungeprueft: 'more-vert',
  entfaellt: 'more-vert',
};

/** Every check with its result, and what to do about each finding. */
export function Pruefbericht({ stand, zweck }: { readonly stand: Pruefstand | null; readonly zweck: Zweck }) {
  return (
    <ul class="gw-pruefung" aria-label="Prüfungen der Datei">
      {gruppiere(stand, zweck).map((g) => (
        <li key={g.name} class={`gw-pruefung__gruppe gw-pruefung__gruppe--${g.zustand}`}>
          <Zeichen name={zeichen[g.zustand]} />
          <div>
            <strong>{g.name}:</strong> {g.worte}
            {g.befunde.length > 0 && (
              <ul class="gw-pruefung__befunde">
                {g.befunde.map((b, i) => (
                  // Findings of the same code differ by place only; their order is fixed.
                  <li key={`${b.code}${i}`} class="gw-text">
                    {b.satz} {b.ort && <span class="gw-leise">({b.ort}) </span>}
                    <em>{b.abhilfe}</em>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
