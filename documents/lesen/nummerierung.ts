import type { Block } from '../modell/schema.ts';
import { type Knoten, kind, kinderVon, wert } from './xml.ts';

type Format = NonNullable<Extract<Block, { art: 'listenpunkt' }>['format']>;

/** One level of a list as the numbering part defines it. */
export type Listenebene = {
  readonly art: 'nummer' | 'zeichen' | 'nichts';
  readonly format: Format;
  /** As in w:lvlText: "%1.%2)". */
  readonly muster: string;
  readonly beginn: number;
  /** The file's own name of a way of counting that the model does not know. */
  readonly unbekannt: string | null;
};

export type Listenbuch = {
  /** What a list id means; null if there is no such list. `schluessel` is equal for what counts together. */
  readonly liste: (
    numId: string,
  ) => { readonly schluessel: string; readonly ebene: (n: number) => Listenebene } | null;
};

const formate: ReadonlyMap<string, Format> = new Map([
  ['decimal', 'dezimal'],
  ['decimalZero', 'dezimal'],
  ['lowerLetter', 'kleinbuchstaben'],
  ['upperLetter', 'grossbuchstaben'],
  ['lowerRoman', 'roemischKlein'],
  ['upperRoman', 'roemischGross'],
]);

/**
 * Reads numbering.xml. Lists of the same definition count together; one that restarts begins a new count, which
 * those without a restart of their own then continue (17.9.27; LibreOffice writes every restarted list so).
 * Hence `liste` must be asked in the order of the document.
 */
export function leseNummerierung(teil: Knoten | null): Listenbuch {
  const definitionen = new Map<string, Map<number, Knoten>>();
  const nummern = new Map<string, { abstrakt: string; ersetzt: Map<number, Knoten> }>();
  for (const k of teil ? kinderVon(teil) : []) {
    if (k.name === 'w:abstractNum') {
      definitionen.set(k.attribute.get('w:abstractNumId') ?? '', nachEbene(k, 'w:lvl'));
    } else if (k.name === 'w:num') {
      const abstrakt = wert(k, 'w:abstractNumId') ?? '';
      nummern.set(k.attribute.get('w:numId') ?? '', { abstrakt, ersetzt: nachEbene(k, 'w:lvlOverride') });
    }
  }
  /** Definition -> the count that is going on. */
  const laufend = new Map<string, string>();
  return {
    liste: (numId) => {
      const nummer = nummern.get(numId);
      if (!nummer) return null;
      const startetNeu = [...nummer.ersetzt.values()].some((k) => kind(k, 'w:startOverride'));
      const eigene = startetNeu ? `liste ${numId}` : laufend.get(nummer.abstrakt);
      const schluessel = eigene ?? `definition ${nummer.abstrakt}`;
      laufend.set(nummer.abstrakt, schluessel);
      return {
        schluessel,
        ebene: (n) => {
          const ersetzt = nummer.ersetzt.get(n);
          const lvl = kind(ersetzt, 'w:lvl') ?? definitionen.get(nummer.abstrakt)?.get(n);
          return leseEbene(lvl, n, wert(ersetzt, 'w:startOverride'));
        },
      };
    },
  };
}

function nachEbene(knoten: Knoten, name: string): Map<number, Knoten> {
  const ergebnis = new Map<number, Knoten>();
  for (const k of kinderVon(knoten)) {
    if (k.name === name) ergebnis.set(Number(k.attribute.get('w:ilvl')), k);
  }
  return ergebnis;
}

function leseEbene(lvl: Knoten | undefined, n: number, neustart: string | undefined): Listenebene {
  const format = wert(lvl, 'w:numFmt') ?? 'decimal';
  const muster = wert(lvl, 'w:lvlText') ?? `%${n + 1}.`;
  const beginn = Number(neustart ?? wert(lvl, 'w:start') ?? '1');
  const bekannt = formate.get(format);
  return {
    art: format === 'bullet' ? 'zeichen' : format === 'none' || muster === '' ? 'nichts' : 'nummer',
    format: bekannt ?? 'dezimal',
    muster,
    beginn: Number.isInteger(beginn) && beginn >= 0 && beginn < 1_000_000 ? beginn : 1,
    unbekannt: bekannt || format === 'bullet' || format === 'none' ? null : format,
  };
}

/** Counts lists as a reader of the paper sees them; needed where a number becomes fixed text. */
export function createZaehlwerk(): {
  readonly naechste: (numId: string, n: number, buch: Listenbuch) => string;
} {
  const staende = new Map<string, (number | undefined)[]>();
  return {
    naechste: (numId, n, buch) => {
      const liste = buch.liste(numId);
      if (!liste) return '';
      const stand = staende.get(liste.schluessel) ?? [];
      stand[n] = (stand[n] ?? liste.ebene(n).beginn - 1) + 1;
      stand.length = n + 1;
      staende.set(liste.schluessel, stand);
      const { art, muster } = liste.ebene(n);
      if (art === 'nichts') return '';
      if (art === 'zeichen') return '–';
      return muster.replace(/%([1-9])/g, (_, ziffer: string) => {
        const ebene = Number(ziffer) - 1;
        return gezaehlt(stand[ebene] ?? liste.ebene(ebene).beginn, liste.ebene(ebene).format);
      });
    },
  };
}

const roemischeZeichen = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function gezaehlt(zahl: number, format: Format): string {
  switch (format) {
    case 'dezimal':
      return String(zahl);
    case 'kleinbuchstaben':
      return buchstabe(zahl);
    case 'grossbuchstaben':
      return buchstabe(zahl).toUpperCase();
    case 'roemischKlein':
      return roemisch(zahl);
    case 'roemischGross':
      return roemisch(zahl).toUpperCase();
  }
}

/** a ... z, aa, bb ... as Word counts. */
function buchstabe(zahl: number): string {
  if (zahl < 1 || zahl > 780) return String(zahl);
  return String.fromCharCode(97 + ((zahl - 1) % 26)).repeat(Math.ceil(zahl / 26));
}

function roemisch(zahl: number): string {
  if (zahl < 1 || zahl > 3999) return String(zahl);
  let rest = zahl;
  let text = '';
  for (const [wertigkeit, zeichen] of roemischeZeichen) {
    for (; rest >= wertigkeit; rest -= wertigkeit) text += zeichen;
  }
  return text;
}
