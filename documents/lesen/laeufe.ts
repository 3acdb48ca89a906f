import type { Lauf } from '../modell/schema.ts';
import { meldeFormel, meldeFussnote, meldeGrafik } from './auslassungen.ts';
import { zitat } from './befunde.ts';
import { symbolzeichen } from './symbole.ts';
import type { Umgebung } from './umgebung.ts';
import { type Feldstand, feldverweis, leseFeldzeichen, verweisziel } from './verweise.ts';
import { type Knoten, kind, kinderVon, rohtext, wert } from './xml.ts';

/** Containers whose content is the paragraph's own. Tracked insertions are text, and an error elsewhere. */
const durchsichtig: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:sdtContent',
  'w:rt',
  'w:rubyBase',
]);

/** What carries no text of the draft. */
const stumm: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:rubyPr',
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:del',
  'w:moveFrom',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:lastRenderedPageBreak',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:separator',
  'w:continuationSeparator',
  'w:delText',
  'w:delInstrText',
  'w14:conflictIns',
  'w14:conflictDel',
]);

/** Of a field's instruction only the beginning matters: name and address. */
const laengsteAnweisung = 4000;

type Lesestand = {
  readonly laeufe: Lauf[];
  readonly pPr: Knoten | undefined;
  /** In a heading the style's own bold is not formatting. */
  readonly ueberschrift: boolean;
  umbruch: boolean;
  readonly felder: Feldstand[];
};

/** The runs of a paragraph in order, neighbours of equal format joined. Placeholders of controls are empty. */
export function leseLaeufe(absatz: Knoten, umgebung: Umgebung, ueberschrift: boolean): Lauf[] {
  const stand: Lesestand = {
    laeufe: [],
    pPr: kind(absatz, 'w:pPr'),
    ueberschrift,
    umbruch: false,
    felder: [],
  };
  leseKinder(absatz, umgebung, stand, undefined);
  return stand.laeufe;
}

function leseKinder(knoten: Knoten, umgebung: Umgebung, stand: Lesestand, verweis: string | undefined): void {
  for (const k of kinderVon(knoten)) {
    if (k.name === 'w:r') leseLauf(k, umgebung, stand, verweis);
    else if (k.name === 'w:hyperlink') leseKinder(k, umgebung, stand, verweisziel(k, umgebung) ?? verweis);
    else if (k.name === 'w:sdt') leseSteuerelement(k, umgebung, stand, verweis);
    else if (k.name === 'w:fldSimple') {
      leseKinder(k, umgebung, stand, feldverweis(k.attribute.get('w:instr') ?? '', umgebung) ?? verweis);
    } else if (durchsichtig.has(k.name)) leseKinder(k, umgebung, stand, verweis);
    else if (k.name === 'm:oMath' || k.name === 'm:oMathPara') meldeFormel(k, umgebung);
    else if (!stumm.has(k.name)) umgebung.melde('UNBEKANNTES', k.name);
  }
}

function leseSteuerelement(
  sdt: Knoten,
  umgebung: Umgebung,
  stand: Lesestand,
  verweis: string | undefined,
): void {
  const inhalt = kind(sdt, 'w:sdtContent');
  if (inhalt && !istPlatzhalterSteuerung(sdt)) leseKinder(inhalt, umgebung, stand, verweis);
}

/** A control that only shows its invitation. */
export function istPlatzhalterSteuerung(sdt: Knoten): boolean {
  return kind(kind(sdt, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined;
}

function leseLauf(lauf: Knoten, umgebung: Umgebung, stand: Lesestand, verweis: string | undefined): void {
  const rPr = kind(lauf, 'w:rPr');
  for (const k of kinderVon(lauf)) {
    switch (k.name) {
      case 'w:t':
        fuegeAn(rohtext(k).replace(/[\r\n]+/g, ' '), rPr, umgebung, stand, verweis);
        break;
      case 'w:tab':
      case 'w:ptab':
        fuegeAn('\t', rPr, umgebung, stand, verweis);
        break;
      case 'w:noBreakHyphen':
        fuegeAn('\u2011', rPr, umgebung, stand, verweis);
        break;
      case 'w:softHyphen':
        fuegeAn('\u00ad', rPr, umgebung, stand, verweis);
        break;
      case 'w:sym':
        fuegeAn(symbolzeichen(k, umgebung), rPr, umgebung, stand, verweis);
        break;
      case 'w:br':
      case 'w:cr':
        // Page and column breaks belong to the old layout; a line break belongs to the text.
        if (!/^(page|column)$/.test(k.attribute.get('w:type') ?? '')) brichUm(stand);
        break;
      case 'w:fldChar':
        leseFeldzeichen(k, umgebung, stand.felder);
        break;
      case 'w:instrText': {
        const offen = stand.felder.at(-1);
        if (offen && !offen.imErgebnis && offen.anweisung.length < laengsteAnweisung)
          offen.anweisung += rohtext(k).slice(0, laengsteAnweisung);
        break;
      }
      case 'w:ruby':
        leseKinder(k, umgebung, stand, verweis);
        break;
      case 'w:footnoteReference':
        meldeFussnote(k, umgebung.paket.fussnoten, 'w:footnote', umgebung);
        break;
      case 'w:endnoteReference':
        meldeFussnote(k, umgebung.paket.endnoten, 'w:endnote', umgebung);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        meldeGrafik(k, umgebung);
        break;
      default:
        if (!stumm.has(k.name)) umgebung.melde('UNBEKANNTES', k.name);
    }
  }
}

function brichUm(stand: Lesestand): void {
  if (stand.umbruch) stand.laeufe.push({ text: '', umbruch: true });
  stand.umbruch = true;
}

function fuegeAn(
  text: string,
  rPr: Knoten | undefined,
  umgebung: Umgebung,
  stand: Lesestand,
  link: string | undefined,
): void {
  // Text inside a field before its separator is no result.
  if (text === '' || stand.felder.some((feld) => !feld.imErgebnis)) return;
  const verweis = link ?? stand.felder.at(-1)?.verweis;
  const { stile } = umgebung;
  const format = stile.zeichenformat(stand.ueberschrift ? undefined : stand.pPr, rPr);
  if (stile.zeichenformat(stand.pPr, rPr).verborgen) {
    if (text.trim() !== '') umgebung.melde('VERBORGENER_TEXT', zitat(text));
    return;
  }
  // The look of links is the paper's: underline that comes from the link's style is not the clerk's.
  const linkstil = verweis !== undefined && wert(rPr, 'w:u') === undefined;
  const neu: Lauf = {
    text,
    ...(format.fett ? { fett: true } : {}),
    ...(format.kursiv ? { kursiv: true } : {}),
    ...(format.unterstrichen && !linkstil ? { unterstrichen: true } : {}),
    ...(format.durchgestrichen ? { durchgestrichen: true } : {}),
    ...(format.kapitaelchen ? { kapitaelchen: true } : {}),
    ...(format.stellung === 'hoch' ? { hoch: true } : {}),
    ...(format.stellung === 'tief' ? { tief: true } : {}),
    ...(verweis === undefined ? {} : { verweis }),
    ...(stand.umbruch ? { umbruch: true } : {}),
  };
  stand.umbruch = false;
  const letzter = stand.laeufe.at(-1);
  if (letzter && !neu.umbruch && gleichesFormat(letzter, neu)) letzter.text += text;
  else stand.laeufe.push(neu);
}

function gleichesFormat(a: Lauf, b: Lauf): boolean {
  const ohneText = ({ text: _text, umbruch: _umbruch, ...format }: Lauf) => JSON.stringify(format);
  return ohneText(a) === ohneText(b);
}
