import { useEffect, useRef, useState } from 'preact/hooks';
import { ablagenamen, legeAblage, liesJson, raeumeAblage } from '../app/ablage.ts';
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
  return liesJson<T>(name(schluessel));
}

export function merke(schluessel: string, wert: unknown): void {
  legeAblage(name(schluessel), JSON.stringify(wert));
}

export function vergiss(schluessel: string): void {
  raeumeAblage(name(schluessel));
}

/** Everything that any person typed here and did not send. */
export function vergissGemerktes(): void {
  for (const s of ablagenamen(vorsilbe)) raeumeAblage(s);
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
