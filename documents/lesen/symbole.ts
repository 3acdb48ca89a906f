import type { Umgebung } from './umgebung.ts';
import type { Knoten } from './xml.ts';

/** Characters of symbol fonts that drafts really hold, by font and position. */
const zeichen: ReadonlyMap<string, string> = new Map([
  ['wingdings:6f', '☐'],
  ['wingdings:71', '☐'],
  ['wingdings:72', '☐'],
  ['wingdings:a8', '☐'],
  ['wingdings:78', '☒'],
  ['wingdings:fd', '☒'],
  ['wingdings:fe', '☑'],
  ['wingdings:fc', '✓'],
  ['wingdings:fb', '✗'],
  ['wingdings:a7', '▪'],
  ['wingdings:9f', '•'],
  ['wingdings:6c', '●'],
  ['wingdings:6e', '■'],
  ['wingdings:76', '❖'],
  ['wingdings:d8', '➢'],
  ['wingdings:e0', '→'],
  ['wingdings:e8', '➔'],
  ['wingdings:f0', '⇨'],
  ['wingdings:28', '☎'],
  ['wingdings:2a', '✉'],
  ['wingdings:4a', '☺'],
  ['wingdings 2:52', '☑'],
  ['wingdings 2:51', '☒'],
  ['wingdings 2:54', '☒'],
  ['wingdings 2:a3', '☐'],
  ['wingdings 2:2a', '☐'],
  ['wingdings 2:50', '✓'],
  ['symbol:b7', '•'],
  ['symbol:ae', '→'],
  ['symbol:ac', '←'],
  ['symbol:de', '⇒'],
  ['symbol:b0', '°'],
  ['symbol:b1', '±'],
  ['symbol:b3', '≥'],
  ['symbol:a3', '≤'],
  ['symbol:b9', '≠'],
  ['symbol:b4', '×'],
  ['symbol:2d', '−'],
  ['symbol:d7', '⋅'],
  ['symbol:44', 'Δ'],
  ['symbol:53', 'Σ'],
  ['symbol:61', 'α'],
  ['symbol:62', 'β'],
  ['symbol:6d', 'μ'],
  ['symbol:70', 'π'],
]);

/**
 * The ordinary character for a w:sym; reports one that has none. Word writes the position with an F in front and
 * in upper case, LibreOffice in lower case.
 */
export function symbolzeichen(sym: Knoten, umgebung: Umgebung): string {
  const schrift = (sym.attribute.get('w:font') ?? '').toLowerCase();
  const stelle = (sym.attribute.get('w:char') ?? '').toLowerCase();
  const gefunden = zeichen.get(`${schrift}:${stelle.replace(/^f0/, '').replace(/^00/, '')}`);
  if (gefunden) return gefunden;
  const punkt = Number.parseInt(stelle, 16);
  const gewoehnlich = punkt >= 0x20 && punkt < 0xd800 && !/^(wingdings|webdings|symbol)/.test(schrift);
  if (gewoehnlich) return String.fromCodePoint(punkt);
  umgebung.melde('SYMBOL', `${schrift || 'ohne Schriftart'}, ${stelle}`);
  return '';
}
