import { useEffect, useRef } from 'preact/hooks';

export interface Feldfehler {
  /** Name of the field as the form and the API call it. */
  readonly feld: string;
  readonly satz: string;
}

/**
 * All that is wrong in a form, on top, each entry leads to its field. Takes the focus with every new array: the
 * one of an attempt to send, never one that is made while somebody types.
 */
export function Fehlersumme({ fehler }: { readonly fehler: readonly Feldfehler[] }) {
  const kasten = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fehler.length > 0) kasten.current?.focus();
  }, [fehler]);
  if (fehler.length === 0) return null;
  return (
    <div class="kern-alert kern-alert--danger" tabIndex={-1} ref={kasten} role="alert">
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <h2 class="kern-title">
          {fehler.length === 1
            ? 'Eine Angabe fehlt oder passt nicht'
            : `${fehler.length} Angaben fehlen oder passen nicht`}
        </h2>
      </div>
      <div class="kern-alert__body">
        <ul class="kern-list">
          {fehler.map((f) => (
            <li key={f.feld + f.satz}>
              <a class="kern-link" href={`#${f.feld}`} onClick={(e) => springe(e, f.feld)}>
                {f.satz}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function springe(klick: Event, feld: string): void {
  klick.preventDefault();
  const rahmen = document.querySelector(`[data-feld="${CSS.escape(feld)}"]`);
  const felder = rahmen?.querySelector<HTMLElement>('input,select,textarea,button');
  const ziel = felder ?? (rahmen as HTMLElement | null);
  if (ziel === rahmen) ziel?.setAttribute('tabindex', '-1');
  ziel?.focus({ preventScroll: true });
  ziel?.scrollIntoView({ block: 'center' });
}
