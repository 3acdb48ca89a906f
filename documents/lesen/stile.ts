import { type Knoten, kind, kinderVon, schalter, wert } from './xml.ts';

/** Formatting of a run after styles: undefined = not said here. */
type Zeichenformat = {
  fett?: boolean | undefined;
  kursiv?: boolean | undefined;
  durchgestrichen?: boolean | undefined;
  kapitaelchen?: boolean | undefined;
  verborgen?: boolean | undefined;
  unterstrichen?: boolean | undefined;
  stellung?: 'hoch' | 'tief' | 'normal' | undefined;
};

type Stil = {
  readonly id: string;
  readonly name: string;
  readonly basis: string | undefined;
  readonly format: Zeichenformat;
  readonly absatz: Knoten | undefined;
};

/** Where a paragraph's list membership is said. `liste` 0 ends an inherited one. */
type Listenangabe = { readonly liste: string | undefined; readonly ebene: number | undefined };

/** Answers what a paragraph or run looks like by its styles. */
export type Stilbuch = {
  /** Heading level 1-9 by outline level or by the style's name; null = no heading. */
  readonly ueberschriftebene: (pPr: Knoten | undefined) => number | null;
  readonly ausrichtung: (pPr: Knoten | undefined) => string | undefined;
  readonly listenangabe: (pPr: Knoten | undefined) => Listenangabe;
  /** Format of a run: toggles of paragraph and character style cancel out (17.7.3), direct formatting wins. */
  readonly zeichenformat: (pPr: Knoten | undefined, rPr: Knoten | undefined) => Zeichenformat;
  /** The name of a character or paragraph style in lower case. */
  readonly name: (stilId: string | undefined) => string;
};

/** Longest chain of basedOn that is followed; longer ones are circles or malice. */
const laengsteKette = 20;

export function leseStile(teil: Knoten | null): Stilbuch {
  const stile = new Map<string, Stil>();
  let standard: string | undefined;
  for (const k of teil ? kinderVon(teil) : []) {
    const id = k.attribute.get('w:styleId');
    if (k.name !== 'w:style' || id === undefined) continue;
    stile.set(id, {
      id,
      name: (wert(k, 'w:name') ?? '').toLowerCase(),
      basis: wert(k, 'w:basedOn'),
      format: direktesFormat(kind(k, 'w:rPr')),
      absatz: kind(k, 'w:pPr'),
    });
    if (k.attribute.get('w:type') === 'paragraph' && /^(1|true|on)$/.test(k.attribute.get('w:default') ?? ''))
      standard = id;
  }

  const kette = (id: string | undefined): Stil[] => {
    const ergebnis: Stil[] = [];
    for (let naechster = id; naechster !== undefined && ergebnis.length < laengsteKette; ) {
      const stil = stile.get(naechster);
      if (!stil) break;
      ergebnis.push(stil);
      naechster = stil.basis;
    }
    return ergebnis;
  };
  const absatzkette = (pPr: Knoten | undefined) => kette(wert(pPr, 'w:pStyle') ?? standard);
  /** The first of: the paragraph itself, its style, the style that one is based on ... that says something. */
  const naechste = <T>(
    pPr: Knoten | undefined,
    lies: (p: Knoten | undefined) => T | undefined,
  ): T | undefined => {
    for (const p of [pPr, ...absatzkette(pPr).map((stil) => stil.absatz)]) {
      const gelesen = lies(p);
      if (gelesen !== undefined) return gelesen;
    }
    return undefined;
  };

  return {
    ueberschriftebene: (pPr) => {
      const gliederung = naechste(pPr, (p) => wert(p, 'w:outlineLvl'));
      if (gliederung !== undefined) return /^[0-8]$/.test(gliederung) ? Number(gliederung) + 1 : null;
      for (const stil of absatzkette(pPr)) {
        const ebene = /^(?:heading|überschrift) ?([1-9])$/.exec(stil.name)?.[1];
        if (ebene) return Number(ebene);
      }
      return null;
    },
    ausrichtung: (pPr) => naechste(pPr, (p) => wert(p, 'w:jc')),
    listenangabe: (pPr) => ({
      liste: naechste(pPr, (p) => wert(kind(p, 'w:numPr'), 'w:numId')),
      ebene: zahl(naechste(pPr, (p) => wert(kind(p, 'w:numPr'), 'w:ilvl'))),
    }),
    zeichenformat: (pPr, rPr) =>
      zusammen(direktesFormat(rPr), formatDer(kette(wert(rPr, 'w:rStyle'))), formatDer(absatzkette(pPr))),
    name: (id) => (id === undefined ? '' : (stile.get(id)?.name ?? '')),
  };
}

function zahl(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function direktesFormat(rPr: Knoten | undefined): Zeichenformat {
  const linie = wert(rPr, 'w:u');
  const stellung = wert(rPr, 'w:vertAlign');
  const doppelt = schalter(rPr, 'w:dstrike');
  return {
    fett: schalter(rPr, 'w:b'),
    kursiv: schalter(rPr, 'w:i'),
    durchgestrichen: doppelt === true ? true : (schalter(rPr, 'w:strike') ?? doppelt),
    kapitaelchen: schalter(rPr, 'w:smallCaps'),
    verborgen: schalter(rPr, 'w:vanish'),
    unterstrichen: linie === undefined ? undefined : linie !== 'none',
    stellung:
      stellung === 'superscript'
        ? 'hoch'
        : stellung === 'subscript'
          ? 'tief'
          : stellung === undefined
            ? undefined
            : 'normal',
  };
}

function formatDer(stile: readonly Stil[]): Zeichenformat {
  const ergebnis: Zeichenformat = {};
  for (const { format } of stile.toReversed()) {
    ergebnis.fett = format.fett ?? ergebnis.fett;
    ergebnis.kursiv = format.kursiv ?? ergebnis.kursiv;
    ergebnis.durchgestrichen = format.durchgestrichen ?? ergebnis.durchgestrichen;
    ergebnis.kapitaelchen = format.kapitaelchen ?? ergebnis.kapitaelchen;
    ergebnis.verborgen = format.verborgen ?? ergebnis.verborgen;
    ergebnis.unterstrichen = format.unterstrichen ?? ergebnis.unterstrichen;
    ergebnis.stellung = format.stellung ?? ergebnis.stellung;
  }
  return ergebnis;
}

function zusammen(direkt: Zeichenformat, zeichen: Zeichenformat, absatz: Zeichenformat): Zeichenformat {
  const umschalten = (name: 'fett' | 'kursiv' | 'durchgestrichen' | 'kapitaelchen' | 'verborgen') =>
    direkt[name] ?? (zeichen[name] ?? false) !== (absatz[name] ?? false);
  return {
    fett: umschalten('fett'),
    kursiv: umschalten('kursiv'),
    durchgestrichen: umschalten('durchgestrichen'),
    kapitaelchen: umschalten('kapitaelchen'),
    verborgen: umschalten('verborgen'),
    unterstrichen: direkt.unterstrichen ?? zeichen.unterstrichen ?? absatz.unterstrichen,
    stellung: direkt.stellung ?? zeichen.stellung ?? absatz.stellung,
  };
}
