import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { hole } from '../api/klient.ts';
import { bleibtFuer, nutzeRueckkehrDerVerbindung } from './laden.ts';

/** What is known of something that is being loaded. `daten` stay while they are loaded again. */
export interface Abfrage<T> {
  readonly daten: T | null;
  readonly fehler: unknown;
  readonly laedt: boolean;
  readonly neu: () => void;
  /** Takes an answer that came with a change, without asking again. */
  readonly setze: (daten: T) => void;
}

interface Stand<T> {
  readonly pfad: string | null;
  readonly daten: T | null;
  readonly fehler: unknown;
  readonly laedt: boolean;
}

/**
 * Loads from the API as long as the component is shown: at once, after `neu()`, when the window comes back to
 * the front after a minute, and when the server is back. null = nothing to load.
 */
export function nutzeAbfrage<T>(pfad: string | null): Abfrage<T> {
  const [stand, setzeStand] = useState<Stand<T>>({ pfad, daten: null, fehler: null, laedt: pfad !== null });
  const [runde, setzeRunde] = useState(0);
  const zuletzt = useRef(0);
  const laufend = useRef<AbortController>();
  const neu = useCallback(() => setzeRunde((r) => r + 1), []);

  useEffect(() => {
    if (pfad === null) return;
    const abbruch = new AbortController();
    laufend.current = abbruch;
    setzeStand((s) => ({ pfad, daten: s.pfad === pfad ? s.daten : null, fehler: null, laedt: true }));
    hole<T>(pfad, abbruch.signal).then(
      (daten) => {
        if (abbruch.signal.aborted) return;
        zuletzt.current = Date.now();
        setzeStand({ pfad, daten, fehler: null, laedt: false });
      },
      (fehler) => {
        if (abbruch.signal.aborted) return;
        setzeStand((s) => ({ pfad, daten: bleibtFuer(fehler, s.daten), fehler, laedt: false }));
      },
    );
    return () => abbruch.abort();
  }, [pfad, runde]);

  useEffect(() => {
    const vorn = () => {
      if (document.visibilityState === 'visible' && Date.now() - zuletzt.current > 60_000) neu();
    };
    document.addEventListener('visibilitychange', vorn);
    return () => document.removeEventListener('visibilitychange', vorn);
  }, [neu]);

  const gilt = stand.pfad === pfad;
  const fehler = gilt ? stand.fehler : null;
  nutzeRueckkehrDerVerbindung(fehler, neu);
  return {
    daten: gilt ? stand.daten : null,
    fehler,
    laedt: pfad !== null && (!gilt || stand.laedt),
    neu,
    setze: useCallback(
      (daten: T) => {
        // An answer that is still on its way is older than this one.
        laufend.current?.abort();
        zuletzt.current = Date.now();
        setzeStand({ pfad, daten, fehler: null, laedt: false });
      },
      [pfad],
    ),
  };
}
