import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels of a picture, three bytes each. */
export interface Pixel {
  readonly breite: number;
  readonly hoehe: number;
  readonly rgb: Uint8Array;
}

const signatur = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads a PNG as Chromium writes it: 8 bit, RGB or RGBA without transparency, not interlaced. */
export function liesPng(datei: Uint8Array): Pixel {
  const puffer = Buffer.from(datei);
  const daten: Buffer[] = [];
  let [breite, hoehe, kanaele] = [0, 0, 0];
  for (let i = signatur.length; i < puffer.length; ) {
    const laenge = puffer.readUInt32BE(i);
    const art = puffer.toString('latin1', i + 4, i + 8);
    const inhalt = puffer.subarray(i + 8, i + 8 + laenge);
    if (art === 'IDAT') daten.push(inhalt);
    if (art === 'IHDR') {
      breite = inhalt.readUInt32BE(0);
      hoehe = inhalt.readUInt32BE(4);
      kanaele = inhalt[9] === 6 ? 4 : 3;
      if (inhalt[8] !== 8 || (inhalt[9] !== 2 && inhalt[9] !== 6) || inhalt[12] !== 0) {
        throw new Error('Not a PNG as Chromium writes it.');
      }
    }
    i += laenge + 12;
  }
  return { breite, hoehe, rgb: entfiltere(inflateSync(Buffer.concat(daten)), breite, hoehe, kanaele) };
}

/** Undoes the filters of the lines (PNG specification, 9) and drops the alpha channel. */
function entfiltere(zeilen: Uint8Array, breite: number, hoehe: number, kanaele: number): Uint8Array {
  const lang = breite * kanaele;
  const rgb = new Uint8Array(breite * hoehe * 3);
  let oben = new Uint8Array(lang);
  for (let y = 0; y < hoehe; y++) {
    const anfang = y * (lang + 1);
    const filter = zeilen[anfang] ?? 0;
    const zeile = Uint8Array.from(zeilen.subarray(anfang + 1, anfang + 1 + lang));
    for (let x = 0; x < lang; x++) {
      const links = zeile[x - kanaele] ?? 0;
      const ueber = oben[x] ?? 0;
      const schraeg = x < kanaele ? 0 : (oben[x - kanaele] ?? 0);
      zeile[x] = (zeile[x] ?? 0) + vorhersage(filter, links, ueber, schraeg);
    }
    for (let x = 0; x < breite; x++)
      rgb.set(zeile.subarray(x * kanaele, x * kanaele + 3), (y * breite + x) * 3);
    oben = zeile;
  }
  return rgb;
}

function vorhersage(filter: number, a: number, b: number, c: number): number {
  switch (filter) {
    case 1:
      return a;
    case 2:
      return b;
    case 3:
      return (a + b) >> 1;
    case 4: {
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }
    default:
      return 0;
  }
}

/** Writes a PNG with a palette of at most 256 colours, one byte per pixel. */
export function schreibePng(
  { breite, hoehe }: Pick<Pixel, 'breite' | 'hoehe'>,
  palette: readonly number[],
  stellen: Uint8Array,
): Uint8Array {
  const kopf = Buffer.alloc(13);
  kopf.writeUInt32BE(breite, 0);
  kopf.writeUInt32BE(hoehe, 4);
  kopf.set([8, 3, 0, 0, 0], 8);
  const zeilen = Buffer.alloc((breite + 1) * hoehe);
  for (let y = 0; y < hoehe; y++) {
    zeilen.set(stellen.subarray(y * breite, (y + 1) * breite), y * (breite + 1) + 1);
  }
  const farben = Buffer.from(palette.flatMap((f) => [f >> 16, (f >> 8) & 255, f & 255]));
  const bild = deflateSync(zeilen, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signatur,
    stueck('IHDR', kopf),
    stueck('PLTE', farben),
    stueck('IDAT', bild),
    stueck('IEND', Buffer.alloc(0)),
  ]);
}

function stueck(art: string, inhalt: Buffer): Buffer {
  const mitArt = Buffer.concat([Buffer.from(art, 'latin1'), inhalt]);
  const [laenge, pruefsumme] = [Buffer.alloc(4), Buffer.alloc(4)];
  laenge.writeUInt32BE(inhalt.length);
  pruefsumme.writeUInt32BE(crc32(mitArt));
  return Buffer.concat([laenge, mitArt, pruefsumme]);
}
