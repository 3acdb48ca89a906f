import { useEffect, useState } from 'preact/hooks';

/** A value that parts of the page share. */
export interface Speicher<T> {
  readonly lies: () => T;
  readonly setze: (wert: T) => void;
  readonly lausche: (hoerer: (wert: T) => void) => () => void;
}

export function macheSpeicher<T>(anfang: T): Speicher<T> {
  let wert = anfang;
  const hoerer = new Set<(wert: T) => void>();
  return {
    lies: () => wert,
    setze(neu) {
      if (Object.is(neu, wert)) return;
      wert = neu;
      for (const h of [...hoerer]) h(neu);
    },
    lausche(h) {
      hoerer.add(h);
      return () => void hoerer.delete(h);
    },
  };
}

/** The value in a component, which is drawn again when it changes. */
export function nutzeSpeicher<T>(speicher: Speicher<T>): T {
  const [wert, setze] = useState(speicher.lies());
  useEffect(() => {
    setze(speicher.lies());
    return speicher.lausche(setze);
  }, [speicher]);
  return wert;
}
