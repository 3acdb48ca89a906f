import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type GeordneterTop, ordne } from '../../../domain/sitzung/ordnung.ts';
import {
  type Sitzungsstand,
  sitzungsstandSchema,
  wendeAufSitzungAn,
} from '../../../domain/sitzung/sitzung.ts';

const vorher = '2026-04-22T14:59:59.999Z';
const beginn = '2026-04-22T15:00:00.000Z';
const top = (nummer: string, vorlage: string, beratung = 1): GeordneterTop => ({
  top: nummer,
  vorlage,
  beratung,
  oeffentlich: nummer.startsWith('Ö'),
});
const sitzung = (...tops: GeordneterTop[]): Sitzungsstand => ({
  id: 's-1',
  koerperschaft: 'musterstadt',
  gremium: 'sozialausschuss',
  beginn,
  ort: 'Rathaus',
  tops: tops.map(({ top: nummer, ...rest }) => ({ nummer, ...rest })),
  nr: 4,
});
const a = top('Ö 1', 'v-a');
const b = top('Ö 2', 'v-b');
const c = top('N 1', 'v-c');
const stand = sitzung(a, b, c);

/** The state after an accepted order. */
function danach(s: Sitzungsstand, tops: readonly GeordneterTop[]): Sitzungsstand {
  const antwort = ordne(s, { tops: [...tops] }, vorher);
  if (!antwort.ok) throw new Error(antwort.satz);
  const herkunft = {
    id: s.id,
    koerperschaft: s.koerperschaft,
    zeit: vorher,
    person: 'x',
    vertretungFuer: null,
  };
  return antwort.ereignisse.reduce(
    (x, e) => sitzungsstandSchema.parse(wendeAufSitzungAn(x, e, { ...herkunft, nr: x.nr + 1 })),
    s,
  );
}
const nummern = (s: Sitzungsstand) => s.tops.map((t) => `${t.nummer} ${t.vorlage}`);

describe('eine Tagesordnung ordnen', () => {
  it('tauscht zwei Nummern in einem Schritt; bewegt ist nur, was sich ändert', () => {
    const neu = [top('Ö 2', 'v-a'), top('Ö 1', 'v-b'), c];
    expect(nummern(danach(stand, neu))).toEqual(['Ö 1 v-b', 'Ö 2 v-a', 'N 1 v-c']);
    expect(ordne(stand, { tops: neu }, vorher)).toMatchObject({ bewegt: neu.slice(0, 2) });
  });

  it('schreibt nichts, wenn alles bleibt, gleich in welcher Reihenfolge es genannt ist', () => {
    expect(ordne(stand, { tops: [c, a, b] }, vorher)).toEqual({ ok: true, ereignisse: [], bewegt: [] });
  });

  it('rückt einen Punkt in den nichtöffentlichen Teil', () => {
    expect(nummern(danach(stand, [a, top('N 2', 'v-b'), c]))).toEqual(['Ö 1 v-a', 'N 1 v-c', 'N 2 v-b']);
  });

  it('unterscheidet zwei Beratungen derselben Vorlage', () => {
    const doppelt = sitzung(a, top('Ö 2', 'v-a', 2));
    const neu = [top('Ö 3', 'v-a', 2), a];
    expect(ordne(doppelt, { tops: neu }, vorher)).toMatchObject({ bewegt: [neu[0]] });
  });

  it('jede Umnummerierung behält genau die Punkte, und jede Nummer steht einmal', () => {
    const zahl = 12;
    const punkte = Array.from({ length: zahl }, (_, i) => top(`Ö ${i + 1}`, `v-${i}`));
    const plaetze = fc.shuffledSubarray(
      punkte.map((_, i) => i),
      { minLength: zahl },
    );
    fc.assert(
      fc.property(plaetze, (platz) => {
        const neu = punkte.map((p, i) => ({ ...p, top: `Ö ${(platz[i] ?? 0) + 1}` }));
        const geordnet = danach(sitzung(...punkte), neu).tops;
        expect(geordnet.map((t) => t.nummer)).toEqual(punkte.map((p) => p.top));
        expect(geordnet.map((t) => t.vorlage).sort()).toEqual(punkte.map((p) => p.vorlage).sort());
      }),
    );
  });
});

describe('was nicht geht', () => {
  test.each([
    ['SITZUNG_BEGONNEN', [a, b, c], beginn],
    ['TAGESORDNUNG_ABWEICHEND', [a, b], vorher],
    ['TAGESORDNUNG_ABWEICHEND', [a, b, c, top('Ö 3', 'v-d')], vorher],
    ['TAGESORDNUNG_ABWEICHEND', [a, a, c], vorher],
    ['TAGESORDNUNG_ABWEICHEND', [a, b, top('N 1', 'v-d')], vorher],
    ['TAGESORDNUNG_ABWEICHEND', [a, b, { ...c, beratung: 2 }], vorher],
    ['TOP_VERGEBEN', [a, top('Ö 1', 'v-b'), c], vorher],
  ])('%s: %j', (code, tops, jetzt) => {
    expect(ordne(stand, { tops }, jetzt)).toMatchObject({
      ok: false,
      code,
      satz: expect.stringMatching(/\.$/),
    });
  });
});
