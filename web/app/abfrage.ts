import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { hole } from '../api/klient.ts';

/** What is known of something that is being loaded. `daten` stay while they are loaded again. */
export interface Abfrage<T> {
  readonly daten: T | null;
  readonly fehler: unknown;
  readonly laedt: boolean;
  readonly neu: () => void;
  /** Takes an answer that came with a change, without asking again. */
  readonly setze: (daten: T) => void;
}

/**
 * Loads from the API as long as the component is shown: at once, after `neu()`, and when the window comes back
 * to the front after a minute. null = nothing to load.
 */
export function nutzeAbfrage<T>(pfad: string | null): Abfrage<T> {
  const [stand, setzeStand] = useState<{
    pfad: string | null;
    daten: T | null;
    fehler: unknown;
    laedt: boolean;
  }>({
    pfad,
    daten: null,
    fehler: null,
    laedt: pfad !== null,
  });
  const [runde, setzeRunde] = useState(0);
  const zuletzt = useRef(0);
  const neu = useCallback(() => setzeRunde((r) => r + 1), []);

  useEffect(() => {
    if (pfad === null) return;
    const abbruch = new AbortController();
    setzeStand((s) => ({ pfad, daten: s.pfad === pfad ? s.daten : null, fehler: null, laedt: true }));
    hole<T>(pfad, abbruch.signal).then(
      (daten) => {
        zuletzt.current = Date.now();
        setzeStand({ pfad, daten, fehler: null, laedt: false });
      },
      (fehler) => {
        if (!abbruch.signal.aborted) setzeStand((s) => ({ ...s, fehler, laedt: false }));
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
  return {
    daten: gilt ? stand.daten : null,
    fehler: gilt ? stand.fehler : null,
    laedt: pfad !== null && (!gilt || stand.laedt),
    neu,
    setze: useCallback((daten: T) => setzeStand({ pfad, daten, fehler: null, laedt: false }), [pfad]),
  };
}
