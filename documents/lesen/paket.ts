import { ablehnen } from './befunde.ts';
import { type Container, oeffneContainer } from './container.ts';
import type { Budget } from './grenzen.ts';
import { alle, type Knoten, kinderVon, leseXml, rohtext } from './xml.ts';

type Beziehung = { readonly art: string; readonly ziel: string; readonly extern: boolean };

/** The parts of a .docx that the reader looks at. What is not here is never read: templates, metadata, macros. */
export type Paket = {
  readonly dokument: Knoten;
  readonly beziehungen: ReadonlyMap<string, Beziehung>;
  readonly stile: Knoten | null;
  readonly nummerierung: Knoten | null;
  readonly kommentare: Knoten | null;
  readonly fussnoten: Knoten | null;
  readonly endnoten: Knoten | null;
  /** docProps/custom, name to text. */
  readonly eigenschaften: ReadonlyMap<string, string>;
};

const haupttyp =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml$/;

/**
 * Opens the package and its parts.
 *
 * @throws Ablehnung
 */
export async function oeffnePaket(bytes: Uint8Array, budget: Budget): Promise<Paket> {
  const container = await oeffneContainer(bytes, budget);
  if (!container.namen.has('[Content_Types].xml')) await keinOffice(container);
  const typen = await pflichtteil(container, '[Content_Types].xml', budget);
  const wurzel = beziehungenVon(await pflichtteil(container, '_rels/.rels', budget), '');
  const hauptteil = [...wurzel.values()].find((b) => b.art === 'officeDocument' && !b.extern)?.ziel;
  if (hauptteil === undefined) ablehnen('KEIN_DOCX');
  pruefeTyp(container, typen, hauptteil);

  const relsName = hauptteil.replace(/([^/]+)$/, '_rels/$1.rels');
  const rels = await teil(container, relsName, budget);
  const beziehungen = rels ? beziehungenVon(rels, ordner(hauptteil)) : new Map<string, Beziehung>();
  const nachArt = async (art: string) => {
    const gefunden = [...beziehungen.values()].find((b) => b.art === art && !b.extern);
    return gefunden ? pflichtteil(container, gefunden.ziel, budget) : null;
  };
  const eigene = [...wurzel.values()].find(
    (b) => b.art === 'custom-properties' || b.art === 'customProperties',
  );
  return {
    dokument: await pflichtteil(container, hauptteil, budget),
    beziehungen,
    stile: await nachArt('styles'),
    nummerierung: await nachArt('numbering'),
    kommentare: await nachArt('comments'),
    fussnoten: await nachArt('footnotes'),
    endnoten: await nachArt('endnotes'),
    eigenschaften: eigenschaftenVon(eigene ? await teil(container, eigene.ziel, budget) : null),
  };
}

async function teil(container: Container, name: string, budget: Budget): Promise<Knoten | null> {
  const bytes = await container.lies(name);
  return bytes ? leseXml(bytes, name, budget) : null;
}

async function pflichtteil(container: Container, name: string, budget: Budget): Promise<Knoten> {
  return (await teil(container, name, budget)) ?? ablehnen('TEIL_FEHLT', name);
}

/** A ZIP that is no Office package: an .odt says so in its first entry (ODF 1.3 part 2, 3.3). */
async function keinOffice(container: Container): Promise<never> {
  const art = container.namen.has('mimetype') ? await container.lies('mimetype') : null;
  const text = art ? Buffer.from(art.subarray(0, 100)).toString('latin1') : '';
  ablehnen(text.startsWith('application/vnd.oasis.opendocument.text') ? 'ODT' : 'KEIN_DOCX');
}

function pruefeTyp(container: Container, typen: Knoten, hauptteil: string): void {
  const makros = [...container.namen].some((name) => /(^|\/)vba(Project\.bin|Data\.xml)$/i.test(name));
  const typ = kinderVon(typen)
    .find((k) => k.name === 'ct:Override' && gleicherTeil(k.attribute.get('PartName'), hauptteil))
    ?.attribute.get('ContentType');
  if (makros || /macroEnabled/i.test(typ ?? '')) ablehnen('MAKROS');
  if (typ !== undefined && haupttyp.test(typ)) return;
  if (/spreadsheetml|ms-excel/.test(typ ?? '')) ablehnen('FALSCHER_TYP', 'Tabelle');
  if (/presentationml|ms-powerpoint/.test(typ ?? '')) ablehnen('FALSCHER_TYP', 'Präsentation');
  ablehnen('KEIN_DOCX');
}

function gleicherTeil(name: string | undefined, hauptteil: string): boolean {
  return name?.toLowerCase() === `/${hauptteil.toLowerCase()}`;
}

function beziehungenVon(rels: Knoten, basis: string): Map<string, Beziehung> {
  const ergebnis = new Map<string, Beziehung>();
  for (const k of kinderVon(rels)) {
    const id = k.attribute.get('Id');
    const ziel = k.attribute.get('Target');
    if (k.name !== 'rel:Relationship' || id === undefined || ziel === undefined) continue;
    const extern = k.attribute.get('TargetMode') === 'External';
    // Transitional and strict types differ only before the last slash.
    const art = (k.attribute.get('Type') ?? '').replace(/^.*\//, '');
    ergebnis.set(id, { art, ziel: extern ? ziel : aufgeloest(basis, ziel), extern });
  }
  return ergebnis;
}

function ordner(teilname: string): string {
  return teilname.includes('/') ? teilname.replace(/[^/]+$/, '') : '';
}

/** Part name of an internal target, without leading slash. */
function aufgeloest(basis: string, ziel: string): string {
  const stuecke: string[] = [];
  for (const stueck of (ziel.startsWith('/') ? ziel : `${basis}${ziel}`).split('/')) {
    if (stueck === '..') stuecke.pop();
    else if (stueck !== '' && stueck !== '.') stuecke.push(stueck);
  }
  return stuecke.join('/');
}

function eigenschaftenVon(teilinhalt: Knoten | null): Map<string, string> {
  const ergebnis = new Map<string, string>();
  for (const k of teilinhalt ? alle(teilinhalt, 'cust:property') : []) {
    const name = k.attribute.get('name');
    if (name !== undefined) ergebnis.set(name, rohtext(k));
  }
  return ergebnis;
}
