import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { kanonisch } from '../../../domain/ereignisse/kanonisch.ts';

const json = fc.jsonValue({ maxDepth: 3 });

/** The same value with all keys put in backwards. */
function umgedreht(wert: unknown): unknown {
  if (Array.isArray(wert)) return wert.map(umgedreht);
  if (wert === null || typeof wert !== 'object') return wert;
  return Object.fromEntries(
    Object.entries(wert)
      .reverse()
      .map(([k, v]) => [k, umgedreht(v)]),
  );
}

describe('kanonisch: gleiche Werte, gleiche Bytes (RFC 8785, soweit unsere Ereignisse es brauchen)', () => {
  test.each([
    ['null', null, 'null'],
    ['Wahrheitswerte', [true, false], '[true,false]'],
    ['ganze Zahl', 84, '84'],
    ['-0 wird 0', -0, '0'],
    ['1e21 wie in der Norm', 1e21, '1e+21'],
    ['Umlaute unverändert', 'Ö 5', '"Ö 5"'],
    ['Steuerzeichen maskiert', 'a\n\u0001"\\', '"a\\n\\u0001\\"\\\\"'],
    ['Schlüssel sortiert', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    // RFC 8785, 3.2.3: by UTF-16 code unit, so the surrogate pair comes before U+FB33.
    ['nach UTF-16-Einheiten', { '\ufb33': 1, '😀': 2, '€': 3, '\r': 4 }, '{"\\r":4,"€":3,"😀":2,"\ufb33":1}'],
    ['„10“ vor „2“: Text, keine Zahl', { 2: 'x', 10: 'y' }, '{"10":"y","2":"x"}'],
    ['Groß vor Klein', { a: 1, B: 2 }, '{"B":2,"a":1}'],
    ['auch innen', [{ b: { d: 1, c: 2 } }], '[{"b":{"c":2,"d":1}}]'],
    ['undefined in einem Objekt fehlt', { a: undefined, b: 1 }, '{"b":1}'],
    ['leer', { a: [], b: {} }, '{"a":[],"b":{}}'],
  ])('%s', (_, wert, bytes) => expect(kanonisch(wert)).toBe(bytes));

  test.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['undefined', undefined],
    ['undefined in einer Liste', [1, undefined]],
    ['ein Loch in einer Liste', new Array(2)],
    ['BigInt', 1n],
    ['Symbol', Symbol('x')],
    ['Funktion', () => 1],
    ['Date', new Date(0)],
    ['Map', new Map([['a', 1]])],
    ['tief innen', { a: [{ b: Number.NaN }] }],
  ])('%s ist nicht darstellbar', (_, wert) => expect(() => kanonisch(wert)).toThrow(TypeError));

  it('die Reihenfolge der Schlüssel ist gleichgültig', () => {
    fc.assert(fc.property(json, (wert) => kanonisch(umgedreht(wert)) === kanonisch(wert)));
  });

  it('die Bytes sagen den Wert ganz, und wieder geschrieben sind es dieselben', () => {
    fc.assert(
      fc.property(json, (wert) => {
        const bytes = kanonisch(wert);
        expect(JSON.parse(bytes)).toEqual(JSON.parse(JSON.stringify(wert)));
        expect(kanonisch(JSON.parse(bytes))).toBe(bytes);
      }),
    );
  });
});
