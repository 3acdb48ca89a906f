/*
 * Where somebody was on a page they left: they come back to the same place, on the link they had followed.
 * The browser's own way knows only pages whose content is there at once.
 */
interface Stelle {
  readonly y: number;
  /** Address of the link that was followed. */
  readonly verweis: string | null;
}

const stellen = new Map<string, Stelle>();
let hier = '';
/** Set by back and forward, until the screen that is shown has taken it. */
let ankunft: Stelle | null = null;

/** State of a new entry of the history. */
export function betritt(): { readonly eintrag: string } {
  hier = crypto.randomUUID();
  ankunft = null;
  return { eintrag: hier };
}

/** Keeps where the page is before it is left by a link. */
export function merkeStelle(): void {
  const aktiv = document.activeElement;
  const verweis = aktiv?.closest('main') ? aktiv.getAttribute('href') : null;
  stellen.set(hier, { y: scrollY, verweis });
}

/** The browser went back or forward. `gleich`: only the query changed, so no screen will ask for its place. */
export function verlasseStelle(gleich: boolean): void {
  const eintrag = (history.state as { eintrag?: string } | null)?.eintrag ?? '';
  // A jump inside the page: the browser has scrolled there already.
  if (eintrag === hier || (eintrag === '' && gleich)) return;
  merkeStelle();
  hier = eintrag;
  const stelle = stellen.get(eintrag) ?? { y: 0, verweis: null };
  if (gleich) requestAnimationFrame(() => scrolle(stelle.y));
  else ankunft = stelle;
}

const scrolle = (y: number) => scrollTo({ top: y, behavior: 'instant' });

/** How long a page may take to become as long as it was, in ms. */
const geduld = 3_000;

/** A new screen is shown: to its top and its heading, or to the place where one was. */
export function findeStelle(ueberschrift: HTMLElement | null): void {
  const stelle = ankunft;
  ankunft = null;
  ueberschrift?.focus({ preventScroll: true });
  if (stelle) kehreZurueck(stelle, ueberschrift);
  else springe();
}

/** To the part that the address names, or to the top. */
function springe(): void {
  const name = decodeURIComponent(location.hash.slice(1));
  const teil = name ? document.getElementById(name) : null;
  if (teil) teil.scrollIntoView({ behavior: 'instant' });
  else scrolle(0);
}

/** Lists come after the heading: waits until the page is long enough, unless somebody moves it first. */
function kehreZurueck({ y, verweis }: Stelle, ueberschrift: HTMLElement | null): void {
  const ende = new AbortController();
  const versuche = () => {
    const ziel = verweis && document.querySelector<HTMLElement>(`main a[href="${CSS.escape(verweis)}"]`);
    const langGenug = document.documentElement.scrollHeight >= y + innerHeight;
    if ((verweis && !ziel) || !langGenug) return;
    if (ziel && document.activeElement === ueberschrift) ziel.focus({ preventScroll: true });
    scrolle(y);
    ende.abort();
  };
  const beobachter = new MutationObserver(versuche);
  ende.signal.addEventListener('abort', () => beobachter.disconnect());
  const { signal } = ende;
  for (const art of ['wheel', 'keydown', 'pointerdown', 'popstate']) {
    addEventListener(art, () => ende.abort(), { signal, once: true, passive: true });
  }
  scrolle(0);
  versuche();
  if (signal.aborted) return;
  beobachter.observe(document.getElementById('inhalt') ?? document.body, { childList: true, subtree: true });
  setTimeout(() => {
    if (!signal.aborted) scrolle(y);
    ende.abort();
  }, geduld);
}
