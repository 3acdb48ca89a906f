import { useEffect, useRef, useState } from 'preact/hooks';
import { ich } from '../app/ich.ts';

/**
 * What somebody types is kept in this browser at once, per person, until it is sent: a reload, a crash or an
 * expired login costs nothing. It is gone after sending and after logging out.
 */
const vorsilbe = 'gw:getippt:';

function name(schluessel: string): string {
  return `${vorsilbe}${ich.lies()?.person ?? '-'}:${schluessel}`;
}

export function liesGemerktes<T>(schluessel: string): T | null {
  const text = localStorage.getItem(name(schluessel));
  return text === null ? null : (JSON.parse(text) as T);
}

export function merke(schluessel: string, wert: unknown): void {
  localStorage.setItem(name(schluessel), JSON.stringify(wert));
}

export function vergiss(schluessel: string): void {
  localStorage.removeItem(name(schluessel));
}

/** Everything that any person typed here and did not send. */
export function vergissGemerktes(): void {
  for (const s of Object.keys(localStorage)) if (s.startsWith(vorsilbe)) localStorage.removeItem(s);
}

/** State of a form that survives a reload. The third value forgets it: after sending. */
export function nutzeGemerktes<T>(schluessel: string, anfang: T): [T, (wert: T) => void, () => void] {
  const [wert, setze] = useState<T>(() => liesGemerktes<T>(schluessel) ?? anfang);
  const jetzt = useRef(schluessel);
  useEffect(() => {
    if (jetzt.current === schluessel) return;
    jetzt.current = schluessel;
    setze(liesGemerktes<T>(schluessel) ?? anfang);
  }, [schluessel]);
  return [
    wert,
    (neu) => {
      merke(schluessel, neu);
      setze(neu);
    },
    () => vergiss(schluessel),
  ];
}
