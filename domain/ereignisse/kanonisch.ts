/**
 * Canonical JSON text: keys sorted by UTF-16 code unit, no white space, no undefined, only finite numbers
 * (the subset of RFC 8785 that our events use). Equal values give equal bytes.
 * @throws TypeError for what JSON cannot carry.
 */
export function kanonisch(wert: unknown): string {
  if (wert === null || typeof wert === 'boolean' || typeof wert === 'string') return JSON.stringify(wert);
  if (typeof wert === 'number') {
    if (!Number.isFinite(wert)) throw new TypeError('Nur endliche Zahlen sind darstellbar.');
    return JSON.stringify(wert);
  }
  if (Array.isArray(wert)) return `[${Array.from(wert, kanonisch).join(',')}]`;
  if (typeof wert === 'object' && !istSchlicht(wert)) {
    throw new TypeError('Nur schlichte Objekte sind darstellbar.');
  }
  if (typeof wert === 'object') {
    const paare = Object.entries(wert)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([k, v]) => `${JSON.stringify(k)}:${kanonisch(v)}`);
    return `{${paare.join(',')}}`;
  }
  throw new TypeError(`Ein Wert vom Typ ${typeof wert} ist nicht darstellbar.`);
}

/** No Date, Map or class instance: their content would silently be lost. */
function istSchlicht(wert: object): boolean {
  const prototyp = Object.getPrototypeOf(wert);
  return prototyp === Object.prototype || prototyp === null;
}
