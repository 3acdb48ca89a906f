import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { hole } from '../api/klient.ts';
import { bleibtFuer, nutzeRueckkehrDerVerbindung } from './laden.ts';

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

interface Stand<T> {
  readonly pfad: string | null;
  readonly eintraege: readonly T[] | null;
  readonly cursor: string | null;
  readonly fehler: unknown;
  readonly laedt: boolean;
}

/** A list that is loaded page by page. null = nothing to load. */
export function nutzeListe<T>(pfad: string | null): Liste<T> {
  const leer = { pfad, eintraege: null, cursor: null, fehler: null, laedt: pfad !== null };
  const [stand, setze] = useState<Stand<T>>(leer);
  const [runde, setzeRunde] = useState(0);
  /** One page at a time; a list that begins anew takes no page of the old one. */
  const laufend = useRef<AbortController | null>(null);

  const lade = useCallback(
    async (cursor: string | null) => {
      if (pfad === null) return;
      laufend.current?.abort();
      const abbruch = new AbortController();
      laufend.current = abbruch;
      const seite = await hole<Listenseite<T>>(mitCursor(pfad, cursor), abbruch.signal).catch((fehler) => {
        if (abbruch.signal.aborted) return;
        setze((s) => ({ ...s, eintraege: bleibtFuer(fehler, s.eintraege), fehler, laedt: false }));
      });
      if (!seite || abbruch.signal.aborted) return;
      laufend.current = null;
      setze((s) => ({
        pfad,
        eintraege: cursor === null ? seite.eintraege : [...(s.eintraege ?? []), ...seite.eintraege],
        cursor: seite.cursor,
        fehler: null,
        laedt: false,
      }));
    },
    [pfad],
  );

  useEffect(() => {
    setze((s) => ({ ...leer, eintraege: s.pfad === pfad ? s.eintraege : null }));
    void lade(null);
    return () => laufend.current?.abort();
  }, [lade, runde]);

  const gilt = stand.pfad === pfad;
  const laedt = pfad !== null && (!gilt || stand.laedt);
  const fehler = gilt ? stand.fehler : null;
  const neu = useCallback(() => setzeRunde((r) => r + 1), []);
  nutzeRueckkehrDerVerbindung(fehler, neu);
  return {
    eintraege: gilt ? stand.eintraege : null,
    fehler,
    laedt,
    mehr: gilt && stand.cursor !== null,
    ladeMehr: () => {
      if (laedt || stand.cursor === null) return;
      setze((s) => ({ ...s, laedt: true }));
      void lade(stand.cursor);
    },
    neu,
  };
}

function mitCursor(pfad: string, cursor: string | null): string {
  if (cursor === null) return pfad;
  return `${pfad}${pfad.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}
