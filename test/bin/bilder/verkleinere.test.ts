import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verkleinere } from '../../../bin/bilder/verkleinere.ts';

const signatur = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function stueck(art: string, inhalt: Uint8Array): Buffer {
  const mitArt = Buffer.concat([Buffer.from(art, 'latin1'), inhalt]);
  const zahl = (n: number) => {
    const b = Buffer.alloc(4);
    b.writeUInt32BE(n);
    return b;
  };
  return Buffer.concat([zahl(inhalt.length), mitArt, zahl(crc32(mitArt))]);
}

/** A PNG of two pixels per line, RGB, each line with the filter that is its first byte. */
function png(zeilen: number[][]): Uint8Array {
  const kopf = Buffer.from([0, 0, 0, 2, 0, 0, zeilen.length >> 8, zeilen.length, 8, 2, 0, 0, 0]);
  const daten = deflateSync(Buffer.from(zeilen.flat()));
  return Buffer.concat([
    Buffer.from(signatur),
    stueck('IHDR', kopf),
    stueck('IDAT', daten),
    stueck('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of a PNG with a palette, line by line. */
function farben(datei: Uint8Array): string[][] {
  const teile = new Map<string, Buffer>();
  const puffer = Buffer.from(datei);
  for (let i = 8; i < puffer.length; i += puffer.readUInt32BE(i) + 12) {
    teile.set(
      puffer.toString('latin1', i + 4, i + 8),
      puffer.subarray(i + 8, i + 8 + puffer.readUInt32BE(i)),
    );
  }
  const palette = teile.get('PLTE') ?? Buffer.alloc(0);
  const zeilen = inflateSync(teile.get('IDAT') ?? Buffer.alloc(0));
  return Array.from({ length: zeilen.length / 3 }, (_, y) =>
    [1, 2].map((x) => {
      const stelle = zeilen[y * 3 + x] ?? 0;
      return palette.toString('hex', stelle * 3, stelle * 3 + 3);
    }),
  );
}

describe('a picture with a palette', () => {
  it('has the same colours, however its lines were filtered', () => {
    const bild = png([
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 0, 0, 0, 0, 0, 0],
    ]);
    const [a, b] = ['0a141e', '28323c'];
    expect(farben(verkleinere(bild))).toEqual([
      [a, b],
      [a, b],
      [a, b],
      [a, b],
      [a, b],
    ]);
  });

  it('keeps the frequent colours where there are too many', () => {
    const selten = Array.from({ length: 300 }, (_, i) => [0, i % 256, i >> 8, 255 - (i % 256), 90, 90, 90]);
    const haeufige = Array.from({ length: 9 }, () => [0, 255, 255, 255, 0, 0, 0]);
    const klein = farben(verkleinere(png([...haeufige, ...selten])));
    expect(klein[0]).toEqual(['ffffff', '000000']);
    expect(new Set(klein.flat()).size).toBeLessThanOrEqual(256);
  });
});
