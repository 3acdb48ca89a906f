import { describe, expect, it, test } from 'vitest';
import {
  liesSitzungsereignis,
  type Sitzungsstand,
  setzeTop,
  sitzungAnlegenSchema,
  sitzungsprojektionen,
  sitzungsstandSchema,
  wendeAufSitzungAn,
} from '../../../domain/sitzung/sitzung.ts';

const herkunft = { id: 's-1', koerperschaft: 'musterstadt', zeit: '', person: 'x', vertretungFuer: null };
const angelegt = wendeAufSitzungAn(
  null,
  liesSitzungsereignis('SitzungAngelegt', {
    gremium: 'sozialausschuss',
    beginn: '2026-04-22T15:00:00.000Z',
    ort: 'Rathaus, Saal 1',
  }),
  { ...herkunft, nr: 1 },
);
const top = (nummer: string, vorlage = nummer, beratung = 1) => ({
  nummer,
  vorlage,
  beratung,
  oeffentlich: nummer.startsWith('Ö'),
});
function setze(stand: Sitzungsstand, t: ReturnType<typeof top>): Sitzungsstand {
  const antwort = setzeTop(stand, t);
  if (!antwort.ok) throw new Error(antwort.satz);
  return antwort.ereignisse.reduce(
    (s, e) => sitzungsstandSchema.parse(wendeAufSitzungAn(s, e, { ...herkunft, nr: s.nr + 1 })),
    stand,
  );
}
const nummern = (s: Sitzungsstand) => s.tops.map((t) => t.nummer);

describe('Reihenfolge der Tagesordnung', () => {
  test.each([
    [
      ['Ö 10', 'Ö 2', 'N 1'],
      ['Ö 2', 'Ö 10', 'N 1'],
    ],
    [
      ['N 2', 'N 10', 'N 1', 'Ö 99'],
      ['Ö 99', 'N 1', 'N 2', 'N 10'],
    ],
    [
      ['Ö 5.10', 'Ö 5.2', 'Ö 5', 'Ö 4.9'],
      ['Ö 4.9', 'Ö 5', 'Ö 5.2', 'Ö 5.10'],
    ],
    [
      ['Ö 1.2.3', 'Ö 1.2', 'Ö 1.2.1'],
      ['Ö 1.2', 'Ö 1.2.1', 'Ö 1.2.3'],
    ],
  ])('%j wird %j', (gesetzt, erwartet) => {
    const reihenfolgen = [gesetzt, gesetzt.toReversed()];
    for (const r of reihenfolgen) {
      expect(nummern(r.reduce((s, n) => setze(s, top(n)), angelegt))).toEqual(erwartet);
    }
  });
});

describe('eine Nummer wird einmal vergeben', () => {
  const besetzt = setze(angelegt, top('Ö 5', 'v-1'));
  const faelle = [
    ['eine andere Vorlage', top('Ö 5', 'v-2'), 'TOP_VERGEBEN'],
    ['eine andere Beratung derselben Vorlage', top('Ö 5', 'v-1', 3), 'TOP_VERGEBEN'],
    ['dieselbe Nummer im anderen Teil', top('N 5', 'v-2'), null],
  ] as const;
  test.each(faelle)('%s', (_, t, code) => {
    const antwort = setzeTop(besetzt, t);
    if (code) expect(antwort).toMatchObject({ ok: false, code });
    else expect(antwort.ok).toBe(true);
  });
});

describe('Sitzung', () => {
  it('steht in der Liste ihres Gremiums nach ihrem Beginn, mit der Zahl ihrer TOP', () => {
    expect(sitzungsprojektionen(setze(angelegt, top('Ö 1')))).toEqual([
      {
        liste: 'SITZUNGEN#sozialausschuss',
        rang: 'S#2026-04-22T15:00:00.000Z#s-1',
        daten: expect.objectContaining({ sitzung: 's-1', tops: 1, ort: 'Rathaus, Saal 1' }),
      },
    ]);
  });
  test.each([
    ['Ort fehlt', { ort: ' ' }],
    ['Beginn ohne Zeitzone', { beginn: '2026-04-22T17:00:00' }],
    ['Beginn in Ortszeit', { beginn: '2026-04-22T17:00:00+02:00' }],
    ['Gremium ohne gültige Kennung', { gremium: 'Rat ' }],
  ])('wird nicht angelegt: %s', (_, falsch) => {
    const gut = { gremium: 'rat', beginn: '2026-04-22T15:00:00.000Z', ort: 'Rathaus' };
    expect(sitzungAnlegenSchema.safeParse(gut).success).toBe(true);
    expect(sitzungAnlegenSchema.safeParse({ ...gut, ...falsch }).success).toBe(false);
  });
  it('ein TOP ohne Sitzung und ein unbekanntes Ereignis werden nicht gelesen', () => {
    expect(() =>
      wendeAufSitzungAn(null, { art: 'TopGesetzt', daten: top('Ö 1') }, { ...herkunft, nr: 1 }),
    ).toThrow('ohne Sitzung');
    expect(() => liesSitzungsereignis('TopGestrichen', {})).toThrow('Unbekanntes Ereignis');
  });
});
