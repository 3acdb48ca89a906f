import { macheSpeicher } from './speicher.ts';

/** Where we are: path and query of the address. Every state of a screen that someone may share is in it. */
export interface Ort {
  readonly pfad: string;
  readonly abfrage: URLSearchParams;
}

const lies = (): Ort => ({ pfad: location.pathname, abfrage: new URLSearchParams(location.search) });

export const ort = macheSpeicher<Ort>(lies());

/** Goes to an address of the application. `ersetze`: without a new entry in the history. */
export function gehe(ziel: string, { ersetze = false } = {}): void {
  if (ersetze) history.replaceState(null, '', ziel);
  else history.pushState(null, '', ziel);
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

/** Follows back and forward, and plain clicks on links inside the application. */
export function folgeVerweisen(): void {
  addEventListener('popstate', () => ort.setze(lies()));
  document.addEventListener('click', (klick) => {
    const verweis = klick.target instanceof Element ? klick.target.closest('a') : null;
    const anders = klick.button !== 0 || klick.metaKey || klick.ctrlKey || klick.shiftKey || klick.altKey;
    if (!verweis || anders || klick.defaultPrevented) return;
    const fremd = verweis.origin !== location.origin || verweis.target || verweis.hasAttribute('download');
    const vomServer = /^\/(api|_|oauth2|lizenzen)/.test(verweis.pathname);
    if (fremd || vomServer) return;
    const nurSprung =
      verweis.hash && verweis.pathname + verweis.search === location.pathname + location.search;
    if (nurSprung) return;
    klick.preventDefault();
    gehe(verweis.pathname + verweis.search);
  });
}
