import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { Ablehnung, ablehnen } from './befunde.ts';
import type { Budget } from './grenzen.ts';

const ole = [0xd0, 0xcf, 0x11, 0xe0];
const pk = [0x50, 0x4b, 0x03, 0x04];
const laengeLokalerKopf = 30;
/** Below this size a high ratio costs nothing. */
const verhaeltnisAb = 1024 * 1024;

/** The opened package: names of its parts and their bytes. Nothing is unpacked before it is asked for. */
export type Container = {
  readonly namen: ReadonlySet<string>;
  /** Bytes of a part; null if there is none. Refuses what is larger, other or elsewhere than declared. */
  readonly lies: (name: string) => Promise<Uint8Array | null>;
};

/**
 * Opens a .docx as what it is, a foreign ZIP: declared sizes, ratio, count, names, overlaps and encryption are
 * checked before a byte is inflated; streamed sizes and CRC while one is.
 *
 * @throws Ablehnung
 */
export async function oeffneContainer(bytes: Uint8Array, budget: Budget): Promise<Container> {
  pruefeAnfang(bytes, budget);
  const puffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await alsBeschaedigt(() =>
    yauzl.fromBufferPromise(puffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }),
  );
  const eintraege = await leseVerzeichnis(zip, budget);
  pruefeUeberlappung([...eintraege.values()]);
  for (const eintrag of eintraege.values()) pruefeLokalenKopf(puffer, eintrag);
  return {
    namen: new Set(eintraege.keys()),
    lies: async (name) => {
      const eintrag = eintraege.get(name);
      return eintrag ? entpacke(zip, eintrag, budget) : null;
    },
  };
}

function pruefeAnfang(bytes: Uint8Array, { grenzen }: Budget): void {
  const beginntMit = (zeichen: readonly number[]) => zeichen.every((byte, i) => bytes[i] === byte);
  if (bytes.length === 0) ablehnen('LEER');
  if (bytes.length > grenzen.dateiBytes) ablehnen('ZU_GROSS', megabyte(bytes.length));
  if (beginntMit(ole)) {
    // An encrypted .docx is an OLE file with a stream of this name (MS-OFFCRYPTO 2.3.4.4), in UTF-16.
    const verschluesselt = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    ablehnen(verschluesselt ? 'KENNWORT' : 'ALTES_FORMAT');
  }
  if (!beginntMit(pk)) ablehnen('KEIN_DOCX');
}

async function leseVerzeichnis(zip: yauzl.ZipFile, { grenzen }: Budget): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > grenzen.eintraege) ablehnen('ZU_VIELE_TEILE', String(zip.entryCount));
  const eintraege = new Map<string, yauzl.Entry>();
  const kleingeschrieben = new Set<string>();
  let gesamt = 0;
  await alsBeschaedigt(async () => {
    for await (const eintrag of zip.eachEntry()) {
      const name = eintrag.fileName;
      // Part names are compared without case (ECMA-376-2, 6.2.2.3).
      if (kleingeschrieben.has(name.toLowerCase())) ablehnen('DOPPELTER_EINTRAG', name);
      kleingeschrieben.add(name.toLowerCase());
      pruefeEintrag(eintrag, grenzen.verhaeltnis);
      gesamt += eintrag.uncompressedSize;
      if (gesamt > grenzen.gesamtBytes) ablehnen('GESAMT_ZU_GROSS');
      if (!name.endsWith('/')) eintraege.set(name, eintrag);
    }
  });
  return eintraege;
}

function pruefeEintrag(eintrag: yauzl.Entry, verhaeltnis: number): void {
  if (eintrag.generalPurposeBitFlag & 0x41) ablehnen('VERSCHLUESSELTER_EINTRAG');
  if (eintrag.compressionMethod !== 0 && eintrag.compressionMethod !== 8) {
    ablehnen('BESCHAEDIGT', `unbekannte Verdichtung in ${eintrag.fileName}`);
  }
  const { uncompressedSize, compressedSize } = eintrag;
  if (uncompressedSize > verhaeltnisAb && uncompressedSize > compressedSize * verhaeltnis) {
    ablehnen('VERDAECHTIG_VERDICHTET', eintrag.fileName);
  }
}

/** Entries that share bytes make a bomb of a small file. */
function pruefeUeberlappung(eintraege: readonly yauzl.Entry[]): void {
  const nachOrt = eintraege.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let frei = 0;
  for (const { relativeOffsetOfLocalHeader: anfang, compressedSize, fileName } of nachOrt) {
    if (anfang < frei) ablehnen('BESCHAEDIGT', `überlappende Teile bei ${fileName}`);
    frei = anfang + laengeLokalerKopf + compressedSize;
  }
}

/** The directory and the entry itself must give the same name: readers differ in whom they believe. */
function pruefeLokalenKopf(puffer: Buffer, eintrag: yauzl.Entry): void {
  const kopf = eintrag.relativeOffsetOfLocalHeader;
  if (kopf + laengeLokalerKopf > puffer.length) ablehnen('BESCHAEDIGT', 'unvollständig');
  const name = puffer.subarray(kopf + laengeLokalerKopf).subarray(0, puffer.readUInt16LE(kopf + 26));
  if (!name.equals(eintrag.fileNameRaw)) ablehnen('BESCHAEDIGT', `Name von ${eintrag.fileName}`);
}

async function entpacke(zip: yauzl.ZipFile, eintrag: yauzl.Entry, budget: Budget): Promise<Uint8Array> {
  if (eintrag.uncompressedSize > budget.grenzen.teilBytes) ablehnen('TEIL_ZU_GROSS', eintrag.fileName);
  return alsBeschaedigt(async () => {
    const strom = await zip.openReadStreamPromise(eintrag);
    const stuecke: Buffer[] = [];
    for await (const stueck of strom) {
      budget.pruefeZeit();
      stuecke.push(stueck as Buffer);
    }
    const inhalt = Buffer.concat(stuecke);
    if (crc32(inhalt) !== eintrag.crc32) ablehnen('BESCHAEDIGT', `Prüfsumme von ${eintrag.fileName}`);
    return inhalt;
  });
}

/** What yauzl reports is the file's fault; its English text stays out of the finding. */
async function alsBeschaedigt<T>(tue: () => Promise<T>): Promise<T> {
  try {
    return await tue();
  } catch (fehler) {
    if (fehler instanceof Ablehnung) throw fehler;
    const text = fehler instanceof Error ? fehler.message : '';
    if (/invalid relative path|absolute path|invalid characters in fileName/.test(text))
      ablehnen('UNERLAUBTER_PFAD');
    if (/too many bytes/.test(text)) ablehnen('BESCHAEDIGT', 'falsche Größenangabe');
    if (/end of central directory/i.test(text)) ablehnen('BESCHAEDIGT', 'unvollständig');
    ablehnen('BESCHAEDIGT', 'ZIP-Aufbau');
  }
}

function megabyte(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`;
}
