import { SaxesParser } from 'saxes';
import { Ablehnung, ablehnen } from './befunde.ts';
import type { Budget } from './grenzen.ts';

/** An element of a part: name with the usual prefix of its namespace ("w:p"), whatever the file calls it. */
export type Knoten = {
  readonly name: string;
  readonly attribute: ReadonlyMap<string, string>;
  readonly kinder: (Knoten | string)[];
};

/** Namespaces the reader knows: transitional and strict (ISO/IEC 29500-1 and -4), and Microsoft's additions. */
const praefixe: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/custom-properties', 'cust'],
  ['http://purl.oclc.org/ooxml/officeDocument/customProperties', 'cust'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes', 'vt'],
  ['http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes', 'vt'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** Elements whose text is content; white space between other elements is only layout of the file. */
const textelemente: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'w:instrText', 'm:t', 'vt:lpwstr']);

/**
 * Reads one part into a light tree, as a stream: no DOCTYPE (hence no entities), UTF-8 only, limited depth and
 * number of elements. Of mc:AlternateContent only the first Choice is kept, because both branches hold the text.
 *
 * @throws Ablehnung
 */
export function leseXml(bytes: Uint8Array, teil: string, budget: Budget): Knoten {
  const text = alsUtf8(bytes, teil);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const wurzel: Knoten = { name: '', attribute: new Map(), kinder: [] };
  const stapel: Knoten[] = [wurzel];
  parser.on('doctype', () => ablehnen('XML_DOCTYPE', teil));
  parser.on('error', () => ablehnen('XML_FEHLERHAFT', teil));
  parser.on('opentag', (marke) => {
    budget.zaehleKnoten();
    if (stapel.length > budget.grenzen.xmlTiefe) ablehnen('ZU_TIEF');
    const knoten: Knoten = {
      name: benannt(marke.uri, marke.local),
      attribute: attributeVon(marke.attributes),
      kinder: [],
    };
    stapel.at(-1)?.kinder.push(knoten);
    stapel.push(knoten);
  });
  parser.on('closetag', () => {
    const fertig = stapel.pop();
    if (fertig?.name === 'mc:AlternateContent') waehleZweig(fertig, stapel.at(-1));
  });
  const sammle = (inhalt: string) => {
    const offen = stapel.at(-1);
    if (offen && textelemente.has(offen.name)) offen.kinder.push(inhalt);
  };
  parser.on('text', sammle);
  parser.on('cdata', sammle);
  try {
    // In pieces, so that the time budget is looked at between them.
    for (let i = 0; i < text.length; i += 65_536) parser.write(text.slice(i, i + 65_536));
    parser.close();
  } catch (fehler) {
    if (fehler instanceof Ablehnung) throw fehler;
    ablehnen('XML_FEHLERHAFT', teil);
  }
  const dokument = wurzel.kinder[0];
  if (dokument === undefined || typeof dokument === 'string') ablehnen('XML_FEHLERHAFT', teil);
  return dokument;
}

function alsUtf8(bytes: Uint8Array, teil: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    ablehnen('KEIN_UTF8', teil);
  }
}

function benannt(uri: string, name: string): string {
  const praefix = praefixe.get(uri);
  if (praefix) return `${praefix}:${name}`;
  return uri === '' ? name : `?:${name}`;
}

function attributeVon(
  attribute: Readonly<
    Record<string, { readonly uri: string; readonly local: string; readonly value: string }>
  >,
): ReadonlyMap<string, string> {
  const ergebnis = new Map<string, string>();
  for (const { uri, local, value } of Object.values(attribute)) ergebnis.set(benannt(uri, local), value);
  return ergebnis;
}

/** Replaces an AlternateContent by what its first Choice (or else its Fallback) holds. */
function waehleZweig(knoten: Knoten, eltern: Knoten | undefined): void {
  if (!eltern) return;
  const zweige = kinderVon(knoten);
  const zweig =
    zweige.find((kind) => kind.name === 'mc:Choice') ?? zweige.find((kind) => kind.name === 'mc:Fallback');
  eltern.kinder.pop();
  for (const kind of zweig?.kinder ?? []) eltern.kinder.push(kind);
}

/** Child elements, without text. */
export function kinderVon(knoten: Knoten): Knoten[] {
  return knoten.kinder.filter((kind): kind is Knoten => typeof kind !== 'string');
}

/** The first child of that name. */
export function kind(knoten: Knoten | undefined, name: string): Knoten | undefined {
  return knoten?.kinder.find((k): k is Knoten => typeof k !== 'string' && k.name === name);
}

/** The value of `w:val` of the child of that name. */
export function wert(knoten: Knoten | undefined, name: string): string | undefined {
  return kind(knoten, name)?.attribute.get('w:val');
}

/** An on/off property (17.17.4): absent is undefined, present without value is on. */
export function schalter(knoten: Knoten | undefined, name: string): boolean | undefined {
  const gefunden = kind(knoten, name);
  if (!gefunden) return undefined;
  return !/^(0|false|off|none)$/i.test(gefunden.attribute.get('w:val') ?? 'true');
}

/** Text of a node and all below it, as it stands. */
export function rohtext(knoten: Knoten): string {
  return knoten.kinder.map((k) => (typeof k === 'string' ? k : rohtext(k))).join('');
}

/** All descendants of that name, in document order. */
export function alle(knoten: Knoten, name: string, gefunden: Knoten[] = []): Knoten[] {
  for (const k of kinderVon(knoten)) {
    if (k.name === name) gefunden.push(k);
    alle(k, name, gefunden);
  }
  return gefunden;
}
