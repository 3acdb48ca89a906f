import { describe, expect, it } from 'vitest';
import { kostenJeVorlage, ueblicherVerbrauch, type Verbrauch } from '../../../lib/kosten/kosten.ts';
import { preisstand, preistabelle } from '../../../lib/kosten/preistabelle.ts';

const nichts: Verbrauch = {
  uebergaenge: 0,
  aufrufe: 0,
  gbSekunden: 0,
  schreibeinheiten: 0,
  leseeinheiten: 0,
  put: 0,
  get: 0,
  mails: 0,
  anfragen: 0,
  gbMonate: 0,
};

describe('cost of one Vorlage', () => {
  // Computed by hand from the published prices: quantity x price.
  it.each([
    ['1', 'uebergaenge', 1_000, 0.025],
    ['2', 'aufrufe', 1_000_000, 0.2],
    ['3', 'gbSekunden', 100_000, 1.33334],
    ['4', 'schreibeinheiten', 1_000_000, 0.625],
    ['5', 'leseeinheiten', 1_000_000, 0.125],
    ['6', 'put', 1_000, 0.005],
    ['7', 'get', 1_000, 0.0004],
    ['8', 'mails', 1_000, 0.1],
    ['9', 'anfragen', 1_000_000, 1],
    ['10', 'gbMonate', 10, 0.23],
  ] as const)('row %s: %s x %d costs %d dollars', (_, posten, menge, usd) => {
    const { summe, posten: zeilen } = kostenJeVorlage({ ...nichts, [posten]: menge });
    expect(summe).toBeCloseTo(usd, 9);
    expect(zeilen[0]).toMatchObject({ posten, menge, anteil: 1 });
  });

  it('is the sum of its rows, the dearest first', () => {
    // 2 x 0.1 / 1000 + 8 x 0.025 / 1000 + 1000 x 0.125 / 1e6 = 0.0002 + 0.0002 + 0.000125
    const { summe, posten } = kostenJeVorlage({ ...nichts, mails: 2, uebergaenge: 8, leseeinheiten: 1000 });
    expect(summe).toBeCloseTo(0.000525, 12);
    expect(posten.map((zeile) => zeile.posten).slice(2, 3)).toEqual(['leseeinheiten']);
    expect(posten.reduce((bisher, zeile) => bisher + zeile.anteil, 0)).toBeCloseTo(1, 12);
  });

  it('is about 0.0017 dollars on the default route, most of it mail', () => {
    // 0.0005 + 0.000003 + 0.0000200001 + 0.0000375 + 0.0000125 + 0.00005 + 0.000012 + 0.001 + 0.00006
    const { summe, posten } = kostenJeVorlage(ueblicherVerbrauch);
    expect(summe).toBeCloseTo(0.0016950001, 10);
    expect(posten[0]?.posten).toBe('mails');
    expect(posten[0]?.anteil).toBeCloseTo(0.59, 2);
  });

  it('is nothing where nothing is used', () => {
    expect(kostenJeVorlage(nichts).summe).toBe(0);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a quantity', (menge) => {
    expect(() => kostenJeVorlage({ ...nichts, mails: menge })).toThrow(RangeError);
  });
});

it('every price says when and where it was read', () => {
  for (const { usd, beleg, quelle } of Object.values(preistabelle)) {
    expect(usd).toBeGreaterThan(0);
    expect(['R', 'U']).toContain(beleg);
    expect(quelle).toContain(`AWS price list as of ${preisstand}`);
  }
});
