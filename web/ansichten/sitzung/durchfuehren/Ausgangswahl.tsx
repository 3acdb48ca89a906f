import { useId } from 'preact/hooks';
import { tastenAn } from '../../../app/tastatur.ts';
import { type Ausgang, ausgaenge } from './ausgang.ts';

/** The outcome in one tap: radio buttons with large targets. */
export function Ausgangswahl({
  ausgang,
  onWahl,
}: {
  readonly ausgang: Ausgang | null;
  readonly onWahl: (ausgang: Ausgang) => void;
}) {
  const id = useId();
  const mitTasten = tastenAn();
  return (
    <fieldset class="gw-wahl" data-feld="verbleib">
      <legend class="kern-heading-small">Ergebnis</legend>
      {mitTasten && (
        <p class="gw-leise gw-wahl__hinweis" id={`${id}-hinweis`}>
          Die Ziffern wählen, solange der Fokus im Formular steht.{' '}
          <a class="kern-link" href="/tastatur">
            Tasten einstellen
          </a>
        </p>
      )}
      <div class="gw-wahl__felder">
        {ausgaenge.map((a) => (
          <label class="gw-kachel gw-box" key={a.wert}>
            <input
              type="radio"
              name={`${id}-ausgang`}
              value={a.wert}
              checked={ausgang === a.wert}
              onChange={() => onWahl(a.wert)}
            />
            <span>{a.name}</span>
            {mitTasten && a.taste && (
              <span class="gw-kachel__taste" aria-hidden="true">
                {a.taste}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
