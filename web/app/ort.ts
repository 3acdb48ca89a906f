import { macheSpeicher } from './speicher.ts';
import { betritt, merkeStelle, verlasseStelle } from './stelle.ts';

/** Where we are: path and query of the address. Every state of a screen that someone may share is in it. */
export interface Ort {
  readonly pfad: string;
  readonly abfrage: URLSearchParams;
}

const lies = (): Ort => ({ pfad: location.pathname, abfrage: new URLSearchParams(location.search) });

export const ort = macheSpeicher<Ort>(lies());

/** Goes to an address of the application. `ersetze`: without a new entry in the history. */
export function gehe(ziel: string, { ersetze = false } = {}): void {
  const { href } = new URL(ziel, location.href);
  if (ersetze || href === location.href) history.replaceState(history.state, '', ziel);
  else {
    merkeStelle();
    history.pushState(betritt(), '', ziel);
  }
  ort.setze(lies());
}

/** Changes the query of the present address; null removes a value. */
export function setzeAbfrage(werte: Readonly<Record<string, string | null>>, { ersetze = true } = {}): void {
  gehe(mitAbfrage(werte), { ersetze });
}

/** The present address with a changed query, for links. */
export function mitAbfrage(werte: Readonly<Record<string, string | null>>): string {
  const { pfad, abfrage } = lies();
  for (const [name, wert] of Object.entries(werte)) {
    if (wert === null || wert === '') abfrage.delete(name);
    else abfrage.set(name, wert);
  }
  const text = abfrage.toString();
  return text ? `${pfad}?${text}` : pfad;
}

/** Addresses that are no screens: the API, the login, licence texts, and the tools of the embedded system. */
const vomServer = /^\/((api|oauth2|lizenzen|assets)\/|login$|logout$|_)/;

/** The address inside the application that a click asks for; null: the browser follows it itself. */
export function zielVon(klick: MouseEvent): string | null {
  const verweis = klick.target instanceof Element ? klick.target.closest('a') : null;
  const anders = klick.button !== 0 || klick.metaKey || klick.ctrlKey || klick.shiftKey || klick.altKey;
  if (!verweis?.hasAttribute('href') || anders || klick.defaultPrevented) return null;
  const eigenes = verweis.target && verweis.target !== '_self';
  if (verweis.origin !== location.origin || eigenes || verweis.hasAttribute('download')) return null;
  if (vomServer.test(verweis.pathname)) return null;
  const seite = verweis.pathname + verweis.search;
  // A jump inside the page.
  if (verweis.hash && seite === location.pathname + location.search) return null;
  return seite + verweis.hash;
}

/** Follows back and forward, and plain clicks on links inside the application. */
export function folgeVerweisen(): void {
  history.scrollRestoration = 'manual';
  if (!history.state) history.replaceState(betritt(), '');
  addEventListener('popstate', () => {
    const vorher = ort.lies();
    verlasseStelle(vorher.pfad === location.pathname);
    ort.setze(lies());
  });
  document.addEventListener('click', (klick) => {
    const ziel = zielVon(klick);
    if (ziel === null) return;
    klick.preventDefault();
    gehe(ziel);
  });
}
