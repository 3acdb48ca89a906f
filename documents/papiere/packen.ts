import { Document, type IPropertiesOptions, Packer } from 'docx';
import type { Schreibkontext } from './bausteine/kontext.ts';
import { stile } from './bausteine/stile.ts';

const hyperlinkbeziehung = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

export type Papier = {
  readonly titel: string;
  /** Instant of the record that the paper shows, ISO 8601; becomes created and modified. */
  readonly stand: string;
  readonly abschnitt: IPropertiesOptions['sections'][number];
  readonly nummerierung: IPropertiesOptions['numbering'];
  readonly eigenschaften: Readonly<Record<string, string>>;
};

/**
 * The bytes of a paper; equal input gives equal bytes, so that a hash of the file means something. docx alone
 * would put the current time into core.xml and the ZIP, and random ids on links (those come from the context).
 */
export async function packe(kontext: Schreibkontext, papier: Papier): Promise<Uint8Array> {
  const dokument = new Document({
    title: papier.titel,
    creator: kontext.hausstil.name,
    styles: stile(kontext.hausstil),
    numbering: papier.nummerierung,
    customProperties: Object.entries(papier.eigenschaften).map(([name, value]) => ({ name, value })),
    sections: [papier.abschnitt],
  });
  for (const [ziel, id] of kontext.verweise) {
    // docx puts "rId" before the number or text it is given.
    dokument.Document.Relationships.addRelationship(id.slice(3), hyperlinkbeziehung, ziel, 'External');
  }
  const core = { path: 'docProps/core.xml', data: kerneigenschaften(papier, kontext.hausstil.name) };
  return ohneUhrzeiten(await Packer.toBuffer(dokument, undefined, [core]));
}

function kerneigenschaften({ titel, stand }: Papier, verfasser: string): string {
  const zeit = new Date(stand).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${maskiert(titel)}</dc:title><dc:creator>${maskiert(verfasser)}</dc:creator>`,
    '<dc:language>de-DE</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${zeit}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${zeit}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

function maskiert(text: string): string {
  return [...text]
    .filter((zeichen) => istXmlZeichen(zeichen.codePointAt(0) ?? 0))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** XML 1.0, production 2: no control characters but tab and line ends, no lone surrogates. */
function istXmlZeichen(punkt: number): boolean {
  if (punkt < 0x20) return punkt === 0x09 || punkt === 0x0a || punkt === 0x0d;
  return punkt < 0xd800 || (punkt > 0xdfff && punkt !== 0xfffe && punkt !== 0xffff);
}

const zentraleintrag = 0x02014b50;
const endeintrag = 0x06054b50;
const laengeEndeintrag = 22;
/** 1980-01-01 00:00, the earliest moment a ZIP can name (APPNOTE.TXT 4.4.6). */
const dosZeit = 0x00210000;

/** Sets the time of every ZIP entry to one constant. The archive is docx's own: no comment, no ZIP64. */
function ohneUhrzeiten(zip: Buffer): Uint8Array {
  const ende = zip.length - laengeEndeintrag;
  if (zip.readUInt32LE(ende) !== endeintrag) throw new Error('docx wrote a ZIP with an unknown end record');
  let stelle = zip.readUInt32LE(ende + 16);
  for (let rest = zip.readUInt16LE(ende + 10); rest > 0; rest--) {
    if (zip.readUInt32LE(stelle) !== zentraleintrag) throw new Error('docx wrote a broken ZIP directory');
    zip.writeUInt32LE(dosZeit, stelle + 12);
    zip.writeUInt32LE(dosZeit, zip.readUInt32LE(stelle + 42) + 10);
    stelle +=
      46 + zip.readUInt16LE(stelle + 28) + zip.readUInt16LE(stelle + 30) + zip.readUInt16LE(stelle + 32);
  }
  return new Uint8Array(zip.buffer, zip.byteOffset, zip.byteLength);
}
