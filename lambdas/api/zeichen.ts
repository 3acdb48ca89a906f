/**
 * Characters that XML 1.0 cannot hold (section 2.2: control characters, half surrogate pairs): with one of
 * them in a title no paper could be written any more.
 */
const unmoeglich = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export interface Feldbefund {
  readonly feld: string;
  readonly satz: string;
}

/** The fields of a request whose text cannot be kept. */
export function unmoeglicheZeichen(wert: unknown, feld = ''): Feldbefund[] {
  if (typeof wert === 'string') {
    return unmoeglich.test(wert)
      ? [{ feld, satz: 'Der Text enthält Steuerzeichen. Bitte schreiben Sie ihn neu.' }]
      : [];
  }
  if (wert === null || typeof wert !== 'object') return [];
  return Object.entries(wert).flatMap(([name, inhalt]) =>
    unmoeglicheZeichen(inhalt, feld ? `${feld}.${name}` : name),
  );
}
