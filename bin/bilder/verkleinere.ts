import { liesPng, schreibePng } from './png.ts';

/** As many as a byte per pixel can name. */
const hoechstens = 256;

/**
 * The same picture with a palette: a third of the bytes. Screens have few colours; the rest are shades at the
 * edges of letters, and each of them becomes the nearest of the frequent ones.
 */
export function verkleinere(png: Uint8Array): Uint8Array {
  const bild = liesPng(png);
  const { rgb } = bild;
  const farbe = (i: number) => ((rgb[i] ?? 0) << 16) | ((rgb[i + 1] ?? 0) << 8) | (rgb[i + 2] ?? 0);
  const haeufig = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) haeufig.set(farbe(i), (haeufig.get(farbe(i)) ?? 0) + 1);
  const palette = waehle(haeufig);
  const stelle = new Map<number, number>();
  for (const f of haeufig.keys()) stelle.set(f, naechste(palette, f));
  const stellen = new Uint8Array(rgb.length / 3);
  for (let i = 0; i < stellen.length; i++) stellen[i] = stelle.get(farbe(i * 3)) ?? 0;
  return schreibePng(bild, palette, stellen);
}

/** The most frequent colours, none of them all but equal to one that is in already. */
function waehle(haeufig: ReadonlyMap<number, number>): number[] {
  const nachZahl = [...haeufig].sort(([a, x], [b, y]) => y - x || a - b).map(([f]) => f);
  if (nachZahl.length <= hoechstens) return nachZahl;
  const palette: number[] = [];
  for (const f of nachZahl) {
    if (palette.every((p) => abstand(p, f) > 150)) palette.push(f);
    if (palette.length === hoechstens) break;
  }
  return palette;
}

function naechste(palette: readonly number[], f: number): number {
  let [beste, kleinster] = [0, Number.POSITIVE_INFINITY];
  for (const [i, p] of palette.entries()) {
    const a = abstand(p, f);
    if (a < kleinster) [beste, kleinster] = [i, a];
  }
  return beste;
}

/** Squared distance. */
function abstand(a: number, b: number): number {
  const [r, g, bl] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return r * r + g * g + bl * bl;
}
