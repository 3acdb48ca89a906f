import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Vorlagenart, vorlagenarten } from '../../../domain/ergebnis/umfeld.ts';
import { nummerImDateinamen, vorlagennummer } from '../../../domain/vorlage/nummer.ts';

describe('Vorlagennummer: Art, vier Stellen, Jahr; mehr Stellen, wenn ein Jahr sie braucht', () => {
  test.each([
    ['UV', 1, 2026, 'UV/0001/2026'],
    ['UV', 84, 2026, 'UV/0084/2026'],
    ['UV', 999, 2026, 'UV/0999/2026'],
    ['UV', 9999, 2026, 'UV/9999/2026'],
    ['UV', 10_000, 2026, 'UV/10000/2026'],
    ['UV', 123_456, 2027, 'UV/123456/2027'],
    ...vorlagenarten.map((art) => [art, 7, 2026, `${art}/0007/2026`] as const),
  ] as const)('%s %i in %i: %s', (art, laufend, jahr, erwartet) => {
    expect(vorlagennummer(art, laufend, jahr)).toBe(erwartet);
  });

  it('in Dateinamen steht ein Bindestrich statt des Schrägstrichs', () => {
    expect(nummerImDateinamen('UV/0084/2026')).toBe('UV-0084-2026');
  });
});

describe('Gezogene Nummern, für jede Folge von Ziehungen über Arten und Jahre', () => {
  const ziehung = fc.record({
    art: fc.constantFrom(...vorlagenarten),
    jahr: fc.integer({ min: 2024, max: 2028 }),
    /** A year's numbers drawn in one go, so that the width of the number is crossed too. */
    anzahl: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }) },
      fc.integer({ min: 1, max: 11_000 }),
    ),
  });

  /** The counter as the record keeps it: one per kind and year, one more with every draw. */
  function ziehe(folge: readonly { art: Vorlagenart; jahr: number; anzahl: number }[]): string[] {
    const zaehler = new Map<string, number>();
    return folge.flatMap(({ art, jahr, anzahl }) => {
      const bisher = zaehler.get(`${art} ${jahr}`) ?? 0;
      zaehler.set(`${art} ${jahr}`, bisher + anzahl);
      return Array.from({ length: anzahl }, (_, i) => vorlagennummer(art, bisher + i + 1, jahr));
    });
  }

  /** What was drawn, read back from the text alone: running numbers by kind and year, in order of the draw. */
  function jeReihe(nummern: readonly string[]): string[][] {
    const reihen = new Map<string, string[]>();
    for (const nummer of nummern) {
      const [art, , jahr] = nummer.split('/');
      const reihe = reihen.get(`${art} ${jahr}`) ?? [];
      reihe.push(nummer);
      reihen.set(`${art} ${jahr}`, reihe);
    }
    return [...reihen.values()];
  }

  const immer = (regel: (nummern: string[]) => void) =>
    fc.assert(
      fc.property(fc.array(ziehung, { maxLength: 20 }), (folge) => regel(ziehe(folge))),
      { numRuns: 60 },
    );

  it('gibt es jede einmal, auch als Teil eines Dateinamens', () => {
    immer((nummern) => {
      expect(new Set(nummern).size).toBe(nummern.length);
      expect(new Set(nummern.map(nummerImDateinamen)).size).toBe(nummern.length);
    });
  });

  it('sind je Art und Jahr lückenlos ab 1', () => {
    immer((nummern) => {
      for (const reihe of jeReihe(nummern)) {
        expect(reihe.map((n) => Number(n.split('/')[1]))).toEqual(reihe.map((_, i) => i + 1));
      }
    });
  });

  it('stehen bis 9999 als Text in der Reihenfolge, in der sie gezogen wurden', () => {
    immer((nummern) => {
      for (const reihe of jeReihe(nummern)) {
        const bis9999 = reihe.slice(0, 9999);
        expect(bis9999.toSorted()).toEqual(bis9999);
      }
    });
  });
});
