import { istPlatzhalter } from '../formular/felder.ts';
import type { Block, Lauf } from '../modell/schema.ts';
import { istPlatzhalterSteuerung, leseLaeufe } from './laeufe.ts';
import { createListenzaehler, type Listenzaehler, listenmitglied } from './listen.ts';
import { leseTabelle } from './tabelle.ts';
import { textVon } from './text.ts';
import type { Umgebung } from './umgebung.ts';
import { alle, type Knoten, kind, kinderVon } from './xml.ts';

/** One piece of the draft at top level, with what the form's parts need to know about it. */
export type Stueck = {
  readonly knoten: Knoten;
  /** Null: nothing visible, or only an invitation of the template. */
  readonly block: Block | null;
  readonly text: string;
  /** Heading level in the draft, 1-9. */
  readonly ueberschrift: number | null;
  readonly lesezeichen: ReadonlySet<string>;
};

const behaelter: ReadonlySet<string> = new Set([
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
]);
const stumm: ReadonlySet<string> = new Set([
  'w:sectPr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlPr',
  'w:del',
  'w:moveFrom',
]);

const ausrichtungen: ReadonlyMap<string, 'rechts' | 'zentriert' | 'block'> = new Map([
  ['right', 'rechts'],
  ['end', 'rechts'],
  ['center', 'zentriert'],
  ['both', 'block'],
  ['distribute', 'block'],
]);

/** Everything of the draft's body at top level, in order; controls and other wrappers opened. */
export function leseStuecke(umgebung: Umgebung): Stueck[] {
  const body = kind(umgebung.paket.dokument, 'w:body');
  const listen = createListenzaehler();
  const stuecke: Stueck[] = [];
  let offen: string[] = [];
  const gehe = (knoten: Knoten, platzhalter: boolean): void => {
    for (const k of kinderVon(knoten)) {
      umgebung.budget.pruefeZeit();
      if (k.name === 'w:p') {
        stuecke.push(absatzstueck(k, umgebung, listen, platzhalter, offen));
        offen = [];
      } else if (k.name === 'w:tbl') {
        stuecke.push(tabellenstueck(k, umgebung));
      } else if (k.name === 'w:sdt') {
        const inhalt = kind(k, 'w:sdtContent');
        if (inhalt) gehe(inhalt, platzhalter || istPlatzhalterSteuerung(k));
      } else if (behaelter.has(k.name)) gehe(k, platzhalter);
      else if (k.name === 'w:bookmarkStart') offen.push(k.attribute.get('w:name') ?? '');
      else if (k.name === 'w:altChunk') umgebung.melde('FREMDER_INHALT');
      else if (!stumm.has(k.name)) umgebung.melde('UNBEKANNTES', k.name);
    }
  };
  if (body) gehe(body, false);
  return stuecke;
}

function tabellenstueck(knoten: Knoten, umgebung: Umgebung): Stueck {
  const block = leseTabelle(knoten, umgebung);
  return { knoten, block, text: textVon(knoten), ueberschrift: null, lesezeichen: namen(knoten) };
}

function namen(knoten: Knoten): Set<string> {
  return new Set(alle(knoten, 'w:bookmarkStart').map((k) => k.attribute.get('w:name') ?? ''));
}

function absatzstueck(
  knoten: Knoten,
  umgebung: Umgebung,
  listen: Listenzaehler,
  platzhalter: boolean,
  davor: readonly string[],
): Stueck {
  const { stelle, stile } = umgebung;
  const pPr = kind(knoten, 'w:pPr');
  const ebene = stile.ueberschriftebene(pPr);
  stelle.absatz++;
  stelle.anfang = textVon(knoten);
  const laeufe = leseLaeufe(knoten, umgebung, ebene !== null);
  const text = laeufe.map((lauf) => (lauf.umbruch ? '\n' : '') + lauf.text).join('');
  const leer = text.trim() === '' || platzhalter || istPlatzhalter(text);
  const lesezeichen = new Set([...namen(knoten), ...davor]);
  const block = leer ? null : blockAus(knoten, laeufe, ebene, umgebung, listen);
  if (ebene !== null && !leer) {
    stelle.ueberschrift = text;
    stelle.absatz = 0;
  }
  return { knoten, block, text: leer ? '' : text, ueberschrift: leer ? null : ebene, lesezeichen };
}

function blockAus(
  knoten: Knoten,
  laeufe: Lauf[],
  ebene: number | null,
  umgebung: Umgebung,
  listen: Listenzaehler,
): Block {
  const pPr = kind(knoten, 'w:pPr');
  const mitgliedschaft = listenmitglied(pPr, umgebung);
  if (ebene !== null) {
    const nummer = mitgliedschaft
      ? umgebung.zaehlwerk.naechste(mitgliedschaft.numId, mitgliedschaft.ebene, umgebung.listen)
      : '';
    if (nummer !== '') {
      umgebung.meldeEinmal('NUMMER_IN_UEBERSCHRIFT');
      laeufe.unshift({ text: `${nummer} ` });
    }
    return { art: 'ueberschrift', ebene: Math.min(ebene, 6), laeufe };
  }
  if (mitgliedschaft) {
    const { numId, schluessel, definition } = mitgliedschaft;
    umgebung.zaehlwerk.naechste(numId, mitgliedschaft.ebene, umgebung.listen);
    if (definition.art !== 'nichts') {
      if (definition.unbekannt !== null) umgebung.melde('ZAEHLWEISE', definition.unbekannt);
      return { art: 'listenpunkt', ...listen.punkt(schluessel, mitgliedschaft.ebene, definition), laeufe };
    }
  }
  const ausrichtung = ausrichtungen.get(umgebung.stile.ausrichtung(pPr) ?? '');
  return { art: 'absatz', laeufe, ...(ausrichtung ? { ausrichtung } : {}) };
}
