import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const zeileVon = (punkt: string) => document.querySelector(`[data-punkt="${CSS.escape(punkt)}"]`);

/** The buttons of a row by what they do; the names before that change with the number. */
const arten = ['nach oben', 'nach unten', 'Teil'] as const;

/**
 * Keeps the focus with an item that is moved by its buttons: its row is drawn elsewhere, and at the end of the
 * list the button is gone. Call the answer before the move.
 * @param stand changes with each move
 */
export function nutzeMitgehen(stand: unknown): (punkt: string) => void {
  const bewegt = useRef<{ readonly punkt: string; readonly art: string | undefined } | null>(null);
  useLayoutEffect(() => {
    const b = bewegt.current;
    bewegt.current = null;
    const zeile = b && zeileVon(b.punkt);
    if (!zeile || zeile.contains(document.activeElement)) return;
    const knopf = b.art && zeile.querySelector<HTMLElement>(`button[aria-label$="${b.art}"]`);
    (knopf || zeile.querySelector('button'))?.focus();
  }, [stand]);
  return (punkt) => {
    const aktiv = document.activeElement;
    if (!aktiv || !zeileVon(punkt)?.contains(aktiv)) return;
    const name = aktiv.getAttribute('aria-label') ?? '';
    bewegt.current = { punkt, art: arten.find((a) => name.endsWith(a)) };
  };
}

/** Leads the focus to what stands there now, where the button that was used is gone with its row. */
export function nutzeNachruecken(stand: unknown) {
  const liste = useRef<HTMLUListElement>(null);
  const platz = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (platz.current === null || document.activeElement !== document.body) return;
    const knoepfe = liste.current?.querySelectorAll('button') ?? [];
    const ziel = knoepfe[Math.min(platz.current, knoepfe.length - 1)];
    (ziel ?? document.querySelector<HTMLElement>('#pool'))?.focus();
    platz.current = null;
  }, [stand]);
  return {
    liste,
    merke: () => {
      const knoepfe = [...(liste.current?.querySelectorAll('button') ?? [])];
      const nr = knoepfe.indexOf(document.activeElement as HTMLButtonElement);
      platz.current = nr < 0 ? null : nr;
    },
  };
}

/** Leads the focus to the heading where what had it is gone: a row that was taken off, a bar that was done with. */
export function nutzeRueckfall(): void {
  const zuletzt = useRef<Element | null>(null);
  useEffect(() => {
    const merke = () => {
      zuletzt.current = document.activeElement;
    };
    merke();
    document.addEventListener('focusin', merke);
    return () => document.removeEventListener('focusin', merke);
  }, []);
  useLayoutEffect(() => {
    if (document.activeElement !== document.body || zuletzt.current?.isConnected !== false) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });
}
