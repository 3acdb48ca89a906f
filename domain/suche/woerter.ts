/** Longer words are cut, in the index as in the question: keys have an end. */
const hoechstlaenge = 60;

const umschrift: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * One spelling of what people write in several: lower case, umlauts as two letters ("Müller" = "Mueller"),
 * other accents gone ("Café" = "Cafe"). "Muller" is another name and stays one.
 */
export function normalisiere(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (zeichen) => umschrift[zeichen] ?? zeichen)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');
}

/** Letters and digits between spaces and punctuation: "kinder", "tagesstaette" for "Kinder-Tagesstätte". */
export function teileVon(wort: string): string[] {
  return normalisiere(wort)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((teil) => teil !== '');
}

export function kuerze(wort: string): string {
  return [...wort].slice(0, hoechstlaenge).join('');
}

/**
 * The words under which a text is found: each part, and what punctuation holds together as one word, so that
 * "Kinder-Tagesstätte" is found by "Kindertagesstätte" and "50.30.01" by "503001".
 */
export function woerterVon(text: string): string[] {
  return text
    .split(/\s+/)
    .map(teileVon)
    .flatMap((teile) => (teile.length > 1 ? [teile.join(''), ...teile] : teile))
    .map(kuerze);
}
