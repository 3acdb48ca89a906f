import { useEffect, useId, useState } from 'preact/hooks';
import { liesZahl } from './ausgang.ts';

/** A count. Empty means "not recorded", which is not 0; what is no count is marked and not taken over. */
export function Zahlfeld({
  name,
  label,
  wert,
  onWert,
}: {
  readonly name: string;
  readonly label: string;
  readonly wert: number | null;
  readonly onWert: (wert: number | null) => void;
}) {
  const id = useId();
  const [text, setze] = useState(wert === null ? '' : String(wert));
  // Another tab, a suggestion or a conflict may change the count from outside.
  useEffect(() => {
    if (liesZahl(text) !== wert) setze(wert === null ? '' : String(wert));
  }, [wert]);
  const falsch = liesZahl(text) === 'falsch';
  return (
    <div class={`kern-form-input gw-zahlfeld${falsch ? ' kern-form-input--error' : ''}`} data-feld={name}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      <input
        class={`kern-form-input__input${falsch ? ' kern-form-input__input--error' : ''}`}
        id={id}
        name={name}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={text}
        onInput={(e) => {
          setze(e.currentTarget.value);
          const zahl = liesZahl(e.currentTarget.value);
          if (zahl !== 'falsch') onWert(zahl);
        }}
        {...(falsch ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-fehler` } : {})}
      />
      {falsch && (
        <p class="kern-error" id={`${id}-fehler`}>
          <span class="kern-icon kern-icon--danger" aria-hidden="true" />
          <span class="kern-body">Bitte eine ganze Zahl, oder leer lassen.</span>
        </p>
      )}
    </div>
  );
}
