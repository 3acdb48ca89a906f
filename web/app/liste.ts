import { useCallback, useEffect, useState } from 'preact/hooks';
import { hole } from '../api/klient.ts';

/** A page of a list, as every list of the API answers. */
export interface Listenseite<T> {
  readonly eintraege: readonly T[];
  readonly cursor: string | null;
}

export interface Liste<T> {
  readonly eintraege: readonly T[] | null;
  readonly fehler: unknown;
  readonly laedt: boolean;
  /** There is another page. */
  readonly mehr: boolean;
  readonly ladeMehr: () => void;
  readonly neu: () => void;
}

/** A list that is loaded page by page. null = nothing to load. */
export function nutzeListe<T>(pfad: string | null): Liste<T> {
  const [stand, setze] = useState<{
    pfad: string | null;
    eintraege: readonly T[] | null;
    cursor: string | null;
    fehler: unknown;
    laedt: boolean;
  }>({ pfad, eintraege: null, cursor: null, fehler: null, laedt: pfad !== null });
  const [runde, setzeRunde] = useState(0);

  const lade = useCallback(
    async (cursor: string | null, signal?: AbortSignal) => {
      if (pfad === null) return;
      const weiter =
        cursor === null ? '' : `${pfad.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
      try {
        const seite = await hole<Listenseite<T>>(pfad + weiter, signal);
        setze((s) => ({
          pfad,
          eintraege: cursor === null ? seite.eintraege : [...(s.eintraege ?? []), ...seite.eintraege],
          cursor: seite.cursor,
          fehler: null,
          laedt: false,
        }));
      } catch (fehler) {
        if (!signal?.aborted) setze((s) => ({ ...s, pfad, fehler, laedt: false }));
      }
    },
    [pfad],
  );

  useEffect(() => {
    const abbruch = new AbortController();
    setze((s) => ({
      pfad,
      eintraege: s.pfad === pfad ? s.eintraege : null,
      cursor: null,
      fehler: null,
      laedt: pfad !== null,
    }));
    void lade(null, abbruch.signal);
    return () => abbruch.abort();
  }, [lade, runde]);

  const gilt = stand.pfad === pfad;
  return {
    eintraege: gilt ? stand.eintraege : null,
    fehler: gilt ? stand.fehler : null,
    laedt: pfad !== null && (!gilt || stand.laedt),
    mehr: gilt && stand.cursor !== null,
    ladeMehr: () => {
      setze((s) => ({ ...s, laedt: true }));
      void lade(stand.cursor);
    },
    neu: useCallback(() => setzeRunde((r) => r + 1), []),
  };
}
