import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Feldbasis {
  readonly name: string;
  readonly label: string;
  readonly hinweis?: ComponentChildren;
  readonly fehler?: string | undefined;
  /** Most fields are required; the others say so. */
  readonly freiwillig?: boolean;
  /** Search and filters: not required, and nobody would think so. */
  readonly schlicht?: boolean;
}

/** Label, hint and error around a control; ids tie them together for screen readers. */
function Rahmen({
  id,
  f,
  klasse = 'kern-form-input',
  children,
}: {
  readonly id: string;
  readonly f: Feldbasis;
  readonly klasse?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`${klasse}${f.fehler ? ' kern-form-input--error' : ''}`} data-feld={f.name}>
      <label class="kern-label" for={id}>
        {f.label}
        {f.freiwillig && <span class="kern-label__optional"> (freiwillig)</span>}
      </label>
      {f.hinweis && (
        <div class="kern-hint" id={`${id}-hinweis`}>
          {f.hinweis}
        </div>
      )}
      {children}
      {f.fehler && (
        <p class="kern-error" id={`${id}-fehler`}>
          <span class="kern-icon kern-icon--danger" aria-hidden="true" />
          <span class="kern-body">{f.fehler}</span>
        </p>
      )}
    </div>
  );
}

function verknuepft(id: string, f: Feldbasis) {
  const ids = [f.hinweis ? `${id}-hinweis` : '', f.fehler ? `${id}-fehler` : ''].filter(Boolean).join(' ');
  return {
    ...(ids ? { 'aria-describedby': ids } : {}),
    ...(f.fehler ? { 'aria-invalid': true as const } : {}),
    ...(f.freiwillig || f.schlicht ? {} : { 'aria-required': true as const }),
  };
}

export interface Textfeldangaben extends Feldbasis {
  readonly wert: string;
  readonly onWert: (wert: string) => void;
  readonly art?: 'text' | 'date' | 'time' | 'email' | 'search' | 'number';
  readonly hoechstlaenge?: number;
  readonly min?: string;
  readonly max?: string;
  readonly eingabemodus?: JSX.HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autocomplete?: string;
  readonly onVerlassen?: () => void;
}

/** One line; `art` date gives the browser's own date field. */
export function Textfeld(a: Textfeldangaben) {
  const id = useId();
  return (
    <Rahmen id={id} f={a}>
      <input
        class={`kern-form-input__input${a.fehler ? ' kern-form-input__input--error' : ''}`}
        id={id}
        name={a.name}
        type={a.art ?? 'text'}
        value={a.wert}
        onInput={(e) => a.onWert(e.currentTarget.value)}
        onBlur={a.onVerlassen}
        autocomplete={a.autocomplete ?? 'off'}
        {...(a.hoechstlaenge ? { maxLength: a.hoechstlaenge } : {})}
        {...(a.min ? { min: a.min } : {})}
        {...(a.max ? { max: a.max } : {})}
        {...(a.eingabemodus ? { inputMode: a.eingabemodus } : {})}
        {...verknuepft(id, a)}
      />
    </Rahmen>
  );
}

export interface Textbereichangaben extends Feldbasis {
  readonly wert: string;
  readonly onWert: (wert: string) => void;
  readonly zeilen?: number;
  readonly hoechstlaenge?: number;
}

export function Textbereich(a: Textbereichangaben) {
  const id = useId();
  return (
    <Rahmen id={id} f={a}>
      <textarea
        class={`kern-form-input__input${a.fehler ? ' kern-form-input__input--error' : ''}`}
        id={id}
        name={a.name}
        rows={a.zeilen ?? 4}
        value={a.wert}
        onInput={(e) => a.onWert(e.currentTarget.value)}
        {...(a.hoechstlaenge ? { maxLength: a.hoechstlaenge } : {})}
        {...verknuepft(id, a)}
      />
    </Rahmen>
  );
}

export interface Auswahlangaben extends Feldbasis {
  readonly wert: string;
  readonly onWert: (wert: string) => void;
  readonly werte: readonly { readonly wert: string; readonly name: string }[];
}

export function Auswahl(a: Auswahlangaben) {
  const id = useId();
  return (
    <Rahmen id={id} f={a}>
      <div
        class={`kern-form-input__select-wrapper${a.fehler ? ' kern-form-input__select-wrapper--error' : ''}`}
      >
        <select
          class="kern-form-input__select"
          id={id}
          name={a.name}
          value={a.wert}
          onChange={(e) => a.onWert(e.currentTarget.value)}
          {...verknuepft(id, a)}
        >
          {a.werte.map((w) => (
            <option key={w.wert} value={w.wert}>
              {w.name}
            </option>
          ))}
        </select>
      </div>
    </Rahmen>
  );
}

export interface Kaestchenangaben {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly an: boolean;
  readonly onWert: (an: boolean) => void;
  readonly fehler?: boolean;
}

export function Kaestchen(a: Kaestchenangaben) {
  const id = useId();
  return (
    <div class="kern-form-check gw-box" data-feld={a.name}>
      <input
        class="kern-form-check__checkbox"
        id={id}
        name={a.name}
        type="checkbox"
        checked={a.an}
        onChange={(e) => a.onWert(e.currentTarget.checked)}
        {...(a.fehler ? { 'aria-invalid': true as const } : {})}
      />
      <label class="kern-label" for={id}>
        {a.label}
      </label>
    </div>
  );
}

export interface Optionenangaben extends Feldbasis {
  readonly wert: string;
  readonly onWert: (wert: string) => void;
  readonly werte: readonly { readonly wert: string; readonly name: ComponentChildren }[];
  /** Side by side where there is room. */
  readonly nebeneinander?: boolean;
}

/** One of a few, all to be seen. */
export function Optionen(a: Optionenangaben) {
  const id = useId();
  return (
    <fieldset
      class={`kern-fieldset${a.fehler ? ' kern-fieldset--error' : ''}`}
      data-feld={a.name}
      {...(a.fehler || a.hinweis
        ? {
            'aria-describedby': [a.hinweis ? `${id}-hinweis` : '', a.fehler ? `${id}-fehler` : '']
              .join(' ')
              .trim(),
          }
        : {})}
    >
      <legend class="kern-label">
        {a.label}
        {a.freiwillig && <span class="kern-label__optional"> (freiwillig)</span>}
      </legend>
      {a.hinweis && (
        <div class="kern-hint" id={`${id}-hinweis`}>
          {a.hinweis}
        </div>
      )}
      <div class={`kern-fieldset__body${a.nebeneinander ? ' kern-fieldset__body--horizontal' : ''}`}>
        {a.werte.map((w) => (
          <div class="kern-form-check gw-box" key={w.wert}>
            <input
              class="kern-form-check__radio"
              id={`${id}-${w.wert}`}
              name={`${id}-${a.name}`}
              type="radio"
              value={w.wert}
              checked={a.wert === w.wert}
              onChange={() => a.onWert(w.wert)}
            />
            <label class="kern-label" for={`${id}-${w.wert}`}>
              {w.name}
            </label>
          </div>
        ))}
      </div>
      {a.fehler && (
        <p class="kern-error" id={`${id}-fehler`}>
          <span class="kern-icon kern-icon--danger" aria-hidden="true" />
          <span class="kern-body">{a.fehler}</span>
        </p>
      )}
    </fieldset>
  );
}
