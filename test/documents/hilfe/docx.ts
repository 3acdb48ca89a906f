import { type Eintrag, zip } from './zip.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const weitere = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
].join(' ');
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const haupttyp = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export type Teile = {
  readonly stile?: string;
  readonly nummerierung?: string;
  readonly kommentare?: string;
  readonly fussnoten?: string;
  /** Inner XML of document.xml.rels beside the parts above. */
  readonly beziehungen?: string;
  readonly haupttyp?: string;
  /** Whole document.xml, if it is not to be the usual one. */
  readonly dokument?: string;
  readonly zusaetzlich?: readonly Eintrag[];
};

/** The entries of a small .docx with this content of w:body. */
export function eintraege(koerper: string, teile: Teile = {}): Eintrag[] {
  const wurzel = (name: string, inhalt: string) => `<w:${name} ${w} ${weitere}>${inhalt}</w:${name}>`;
  const nebenteile = (
    [
      ['styles', teile.stile],
      ['numbering', teile.nummerierung],
      ['comments', teile.kommentare],
      ['footnotes', teile.fussnoten],
    ] as const
  ).flatMap(([name, inhalt]) => (inhalt === undefined ? [] : [{ name, inhalt }]));
  return [
    {
      name: '[Content_Types].xml',
      inhalt: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${teile.haupttyp ?? haupttyp}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      inhalt: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      inhalt:
        teile.dokument ??
        `<?xml version="1.0" encoding="UTF-8"?>${wurzel('document', `<w:body>${koerper}</w:body>`)}`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      inhalt: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${nebenteile
        .map(({ name }) => `<Relationship Id="t-${name}" Type="${rel}/${name}" Target="${name}.xml"/>`)
        .join('')}${teile.beziehungen ?? ''}</Relationships>`,
    },
    ...nebenteile.map(({ name, inhalt }) => ({ name: `word/${name}.xml`, inhalt: wurzel(name, inhalt) })),
    ...(teile.zusaetzlich ?? []),
  ];
}

/** A small .docx as a clerk's program might have saved it. */
export function docx(koerper: string, teile: Teile = {}): Uint8Array {
  return zip(eintraege(koerper, teile));
}

/** A paragraph; `inhalt` is text or, if it begins with a mark, XML. */
export function p(inhalt: string, pPr = ''): string {
  return `<w:p>${pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`}${inhalt.startsWith('<') ? inhalt : r(inhalt)}</w:p>`;
}

export function r(text: string, rPr = ''): string {
  return `<w:r>${rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A text control. */
export function sdt(inhalt: string, eigenschaften: string): string {
  return `<w:sdt><w:sdtPr>${eigenschaften}<w:text/></w:sdtPr><w:sdtContent>${r(inhalt)}</w:sdtContent></w:sdt>`;
}

export const tab = '<w:r><w:tab/></w:r>';

/** A table of cells, each cell the XML of its paragraphs. */
export function tbl(...zeilen: string[][]): string {
  const zelle = (inhalt: string) => `<w:tc>${inhalt.startsWith('<') ? inhalt : p(inhalt)}</w:tc>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${zeilen.map((zeile) => `<w:tr>${zeile.map(zelle).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A complete draft: a Betreff, the mark of the body, and this body. */
export function entwurf(koerper: string, teile: Teile = {}): Uint8Array {
  return docx(p('Betreff: Probe') + p('Unterrichtung:') + koerper, teile);
}
