import { inflateSync } from 'node:zlib';

/** A decoded picture: the relative luminance of each pixel, line by line (WCAG 2.2, definition; 0 to 1). */
export interface Bild {
  readonly breite: number;
  readonly hoehe: number;
  readonly dichten: Float32Array;
}

export interface Ausschnitt {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a channel's value adds to the luminance. */
const anteile = (gewicht: number) =>
  Float32Array.from({ length: 256 }, (_, wert) => {
    const s = wert / 255;
    return gewicht * (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4);
  });
const [rot, gruen, blau] = [anteile(0.2126), anteile(0.7152), anteile(0.0722)];

/** Reads the PNG files that Chromium writes: 8 bit RGB or RGBA, not interlaced (PNG, third edition, 9 and 11). */
export function liesPng(datei: Buffer): Bild {
  const breite = datei.readUInt32BE(16);
  const hoehe = datei.readUInt32BE(20);
  const [tiefe, farbart, , , verschraenkt] = datei.subarray(24, 29);
  if (tiefe !== 8 || verschraenkt !== 0 || (farbart !== 6 && farbart !== 2)) {
    throw new Error(
      `PNG of depth ${tiefe}, colour type ${farbart}, interlace ${verschraenkt} is not read here.`,
    );
  }
  const je = farbart === 6 ? 4 : 3;
  const stuecke: Buffer[] = [];
  for (let ort = 8; ort < datei.length; ort += 12 + datei.readUInt32BE(ort)) {
    if (datei.toString('latin1', ort + 4, ort + 8) === 'IDAT')
      stuecke.push(datei.subarray(ort + 8, ort + 8 + datei.readUInt32BE(ort)));
  }
  const roh = inflateSync(Buffer.concat(stuecke));
  const zeile = breite * je;
  const dichten = new Float32Array(breite * hoehe);
  let vorige = new Uint8Array(zeile);
  for (let y = 0; y < hoehe; y += 1) {
    const von = y * (zeile + 1);
    const diese = new Uint8Array(roh.subarray(von + 1, von + 1 + zeile));
    entfiltere(roh[von] ?? 0, diese, vorige, je);
    for (let x = 0, f = 0; x < breite; x += 1, f += je)
      dichten[y * breite + x] =
        (rot?.[diese[f] ?? 0] ?? 0) + (gruen?.[diese[f + 1] ?? 0] ?? 0) + (blau?.[diese[f + 2] ?? 0] ?? 0);
    vorige = diese;
  }
  return { breite, hoehe, dichten };
}

/** Undoes one line's filter in place; `je` bytes make a pixel. */
function entfiltere(filter: number, zeile: Uint8Array, vorige: Uint8Array, je: number): void {
  if (filter === 0) return;
  for (let x = 0; x < zeile.length; x += 1) {
    const a = x < je ? 0 : (zeile[x - je] ?? 0);
    const b = vorige[x] ?? 0;
    let dazu = filter === 1 ? a : filter === 2 ? b : (a + b) >> 1;
    if (filter === 4) {
      const c = x < je ? 0 : (vorige[x - je] ?? 0);
      const pa = Math.abs(b - c);
      const pb = Math.abs(a - c);
      const pc = Math.abs(a + b - 2 * c);
      dazu = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }
    zeile[x] = (zeile[x] ?? 0) + dazu;
  }
}

/** Contrast of 3:1, as shapes need it (WCAG 2.2, 1.4.11). */
const hebtSichAb = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3;

/** Luminance of the pixel that lies so far from a part's corner; undefined outside of the picture. */
function dichteBei({ breite, hoehe, dichten }: Bild, { x, y }: Ausschnitt, dx: number, dy: number) {
  const px = Math.floor(x) + dx;
  const py = Math.floor(y) + dy;
  return px < 0 || py < 0 || px >= breite || py >= hoehe ? undefined : dichten[py * breite + px];
}

/** How many pixels of two parts, laid on each other at their corners, differ by a contrast of 3:1 or more. */
export function unterschied(a: Bild, ausschnittA: Ausschnitt, b: Bild, ausschnittB = ausschnittA): number {
  let zahl = 0;
  for (let dy = 0; dy < ausschnittA.height; dy += 1)
    for (let dx = 0; dx < ausschnittA.width; dx += 1) {
      const eine = dichteBei(a, ausschnittA, dx, dy);
      const andere = dichteBei(b, ausschnittB, dx, dy);
      if (eine !== undefined && andere !== undefined && hebtSichAb(eine, andere)) zahl += 1;
    }
  return zahl;
}

/** How many pixels of a part stand out by 3:1 or more from its most frequent colour. */
export function hervortretend(bild: Bild, ausschnitt: Ausschnitt): number {
  const alle: number[] = [];
  const haeufigkeit = new Map<number, number>();
  for (let dy = 0; dy < ausschnitt.height; dy += 1)
    for (let dx = 0; dx < ausschnitt.width; dx += 1) {
      const dichte = dichteBei(bild, ausschnitt, dx, dy);
      if (dichte === undefined) continue;
      alle.push(dichte);
      haeufigkeit.set(dichte, (haeufigkeit.get(dichte) ?? 0) + 1);
    }
  const [grund = 0] = [...haeufigkeit].sort(([, a], [, b]) => b - a)[0] ?? [];
  return alle.filter((dichte) => hebtSichAb(dichte, grund)).length;
}
