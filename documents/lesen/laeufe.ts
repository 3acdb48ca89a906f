import type { Lauf } from '../modell/schema.ts';
import { erlaubterVerweis } from '../modell/verweis.ts';
import { zitat } from './befunde.ts';
import { symbolzeichen } from './symbole.ts';
import type { Umgebung } from './umgebung.ts';
import { alle, type Knoten, kind, kinderVon, rohtext, wert } from './xml.ts';

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

type Feldstand = { anweisung: string; imErgebnis: boolean; verweis: string | undefined };

type Lesestand = {
  readonly laeufe: Lauf[];
  readonly pPr: Knoten | undefined;
  /** In a heading the style's own bold is not formatting. */
  readonly ueberschrift: boolean;
  umbruch: boolean;
  /** Open complex fields (17.16.18): instruction text, and whether the result has begun. */
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
    else if (k.name === 'm:oMath' || k.name === 'm:oMathPara')
      umgebung.melde('FORMEL', `: ${zitat(mathtext(k))}`);
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

function verweisziel(hyperlink: Knoten, umgebung: Umgebung): string | undefined {
  const beziehung = umgebung.paket.beziehungen.get(hyperlink.attribute.get('r:id') ?? '');
  const anker = hyperlink.attribute.get('w:anchor');
  if (!beziehung) {
    // A link to a place within the draft has no address to carry.
    if (anker === undefined) umgebung.melde('VERWEIS', 'ohne Ziel');
    else umgebung.meldeEinmal('QUERVERWEIS');
    return undefined;
  }
  const roh = anker === undefined ? beziehung.ziel : `${beziehung.ziel}#${anker}`;
  return geprueft(roh, umgebung);
}

function geprueft(roh: string, umgebung: Umgebung): string | undefined {
  const erlaubt = erlaubterVerweis(roh);
  if (erlaubt === null) umgebung.melde('VERWEIS', zitat(roh));
  return erlaubt ?? undefined;
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
        leseFeldzeichen(k, umgebung, stand);
        break;
      case 'w:instrText': {
        const offen = stand.felder.at(-1);
        if (offen && !offen.imErgebnis) offen.anweisung += rohtext(k);
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

function leseFeldzeichen(knoten: Knoten, umgebung: Umgebung, stand: Lesestand): void {
  const art = knoten.attribute.get('w:fldCharType');
  const offen = stand.felder.at(-1);
  if (art === 'begin') stand.felder.push({ anweisung: '', imErgebnis: false, verweis: undefined });
  else if (art === 'end') stand.felder.pop();
  else if (offen) {
    offen.imErgebnis = true;
    offen.verweis = feldverweis(offen.anweisung, umgebung) ?? stand.felder.at(-2)?.verweis;
  }
}

/** Target of a HYPERLINK field: address and, after the switch l, the place in it (17.16.5.25). */
function feldverweis(anweisung: string, umgebung: Umgebung): string | undefined {
  const treffer = /^\s*HYPERLINK\s+"([^"]+)"(?:.*\\l\s+"([^"]+)")?/is.exec(anweisung);
  if (!treffer?.[1]) return undefined;
  return geprueft(treffer[2] === undefined ? treffer[1] : `${treffer[1]}#${treffer[2]}`, umgebung);
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

function meldeFussnote(verweis: Knoten, teil: Knoten | null, name: string, umgebung: Umgebung): void {
  const id = verweis.attribute.get('w:id');
  const note = teil && alle(teil, name).find((k) => k.attribute.get('w:id') === id);
  umgebung.melde('FUSSNOTE', note ? `: ${zitat(textVon(note))}` : '');
}

function meldeGrafik(knoten: Knoten, umgebung: Umgebung): void {
  const feldtext = alle(knoten, 'w:txbxContent').map(textVon).join(' ').trim();
  if (feldtext !== '') umgebung.melde('TEXTFELD', `: ${zitat(feldtext)}`);
  else if (knoten.name === 'w:object') umgebung.melde('OBJEKT');
  else if (knoten.name === 'w:pict' && alle(knoten, 'v:imagedata').length === 0)
    umgebung.melde('UNBEKANNTES', 'Zeichnung');
  else {
    const beschreibung = alle(knoten, 'wp:docPr')[0]?.attribute.get('descr') ?? '';
    umgebung.melde('BILD', beschreibung === '' ? '' : `: ${zitat(beschreibung)}`);
  }
}

/** Visible text below a node, for quoting; text boxes stand beside it, not in it. */
export function textVon(knoten: Knoten): string {
  return kinderVon(knoten)
    .map((k) => (k.name === 'w:t' ? rohtext(k) : k.name === 'w:txbxContent' ? '' : textVon(k)))
    .join('');
}

function mathtext(knoten: Knoten): string {
  return alle(knoten, 'm:t').map(rohtext).join('');
}
