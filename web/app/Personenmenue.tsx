import { useEffect, useRef } from 'preact/hooks';
import { geheZurAnmeldung } from '../anmeldung/ablauf.ts';
import { einstellungen } from '../api/einstellungen.ts';
import { stellenname } from '../format/stelle.ts';
import { meldeAb } from './abmelden.ts';
import type { Ich } from './ich.ts';
import { ort } from './ort.ts';

/** Who is logged in and as what; news, own settings, logging out; in the demo town another person. */
export function Personenmenue({ wer }: { readonly wer: Ich }) {
  const menue = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const zu = () => menue.current?.removeAttribute('open');
    const draussen = (e: Event) => !menue.current?.contains(e.target as Node) && zu();
    const verlassen = (e: FocusEvent) => {
      if (e.relatedTarget instanceof Node && !menue.current?.contains(e.relatedTarget)) zu();
    };
    const beiEscape = (e: KeyboardEvent) => {
      if (e.key !== 'Escape' || !menue.current?.open) return;
      zu();
      menue.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', draussen);
    document.addEventListener('keydown', beiEscape);
    menue.current?.addEventListener('focusout', verlassen);
    const ende = ort.lausche(zu);
    return () => {
      document.removeEventListener('pointerdown', draussen);
      document.removeEventListener('keydown', beiEscape);
      ende();
    };
  }, []);
  return (
    <details class="gw-person" ref={menue}>
      <summary>
        <span class="kern-icon kern-icon--account-circle" aria-hidden="true" />
        <span class="kern-sr-only">Angemeldet: </span>
        <span class="gw-person__name">{wer.name}</span>
      </summary>
      <div class="gw-person__menue">
        <ul class="gw-person__stellen" aria-label="Meine Stellen">
          {wer.stellen.map((s) => (
            <li key={`${s.rolle}:${s.bereich}:${s.fuer}`}>{stellenname(s)}</li>
          ))}
        </ul>
        <ul>
          <li>
            <a href="/nachrichten">Nachrichten</a>
          </li>
          <li>
            <a href="/ich">Meine Einstellungen</a>
          </li>
          {einstellungen().demo && (
            <>
              <li>
                <a href="/rundgang">Rundgang</a>
              </li>
              <li>
                <button type="button" onClick={() => geheZurAnmeldung('/', '')}>
                  Als andere Person anmelden
                </button>
              </li>
            </>
          )}
          <li>
            <button type="button" onClick={meldeAb}>
              Abmelden
            </button>
          </li>
        </ul>
      </div>
    </details>
  );
}
