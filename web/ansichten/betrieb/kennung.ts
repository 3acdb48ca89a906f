const umschrift: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** An id from a name: "Ausschuss für Soziales" becomes "ausschuss-fuer-soziales". */
export function kennungAus(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöüß]/g, (b) => umschrift[b] ?? b)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63);
}
