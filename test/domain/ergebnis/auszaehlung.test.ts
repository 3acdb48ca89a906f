import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pruefeErgebnis } from '../../../domain/ergebnis/pruefe.ts';
import { type Abstimmung, ergebnisSchema } from '../../../domain/ergebnis/schema.ts';
import { mehrheitserfordernisSchema } from '../../../domain/ergebnis/umfeld.ts';
import { rheinlandPfalz } from '../../../domain/landesrecht/rheinland-pfalz.ts';
import { abstimmung, ergebnis, zurEntscheidung } from './hilfen.ts';

/**
 * The law in one sentence, written without the rules: a complete count has exactly one direction, and one
 * majority where it is not a tie. § 40 (1), (4) GemO.
 */
function rechtmaessig(a: Abstimmung, ja: number, nein: number, enthaltungen: number): boolean {
  if (ja + nein + enthaltungen === 0) return false;
  const richtung = ja > nein ? 'angenommen' : 'abgelehnt';
  if (a.richtung !== richtung) return false;
  if (a.mehrheit === null) return true;
  return ja !== nein && a.mehrheit === (Math.min(ja, nein) === 0 ? 'einstimmig' : 'mehrheitlich');
}

/** Whether the counts that were recorded can be completed to a lawful vote. */
function ergaenzbar(a: Abstimmung): boolean {
  const moeglich = (zahl: number | null) => (zahl === null ? [0, 1, 2, 3, 4] : [zahl]);
  return moeglich(a.ja).some((ja) =>
    moeglich(a.nein).some((nein) =>
      moeglich(a.enthaltungen).some((enthaltungen) => rechtmaessig(a, ja, nein, enthaltungen)),
    ),
  );
}

const zahlen = [null, 0, 1, 2, 3];
const alle = (['angenommen', 'abgelehnt'] as const).flatMap((richtung) =>
  (['einstimmig', 'mehrheitlich', null] as const).flatMap((mehrheit) =>
    zahlen.flatMap((ja) =>
      zahlen.flatMap((nein) =>
        zahlen.map((enthaltungen) => abstimmung({ richtung, mehrheit, ja, nein, enthaltungen })),
      ),
    ),
  ),
);

describe('Zeilen 1 bis 9 zusammen', () => {
  test('widersprechen genau dann, wenn die Zahlen sich zu keiner rechtmäßigen Abstimmung ergänzen lassen', () => {
    expect(alle).toHaveLength(750);
    for (const a of alle) {
      // Not massgeblich and no Sache: the rows of the form itself stay out of it.
      const e = ergebnis({
        kenntnis: true,
        abstimmungen: [{ ...a, gegenstand: 'Verfahren', massgeblich: false }],
      });
      const zeilen = pruefeErgebnis(e, zurEntscheidung(), rheinlandPfalz).widersprueche.map((b) => b.zeile);
      expect({ a, frei: zeilen.length === 0 }).toEqual({ a, frei: ergaenzbar(a) });
      expect(zeilen.every((zeile) => zeile >= 1 && zeile <= 9)).toBe(true);
    }
  });
});

describe('Vorschlag', () => {
  const arbAbstimmung = fc.record({
    gegenstand: fc.constantFrom('Sache', 'Verfahren', 'Aenderungsantrag', 'Teil'),
    wortlaut: fc.constantFrom(null, 'Text'),
    richtung: fc.constantFrom('angenommen', 'abgelehnt'),
    mehrheit: fc.constantFrom('einstimmig', 'mehrheitlich', null),
    ja: fc.constantFrom(null, 0, 1, 7, 20),
    nein: fc.constantFrom(null, 0, 1, 7, 20),
    enthaltungen: fc.constantFrom(null, 0, 3),
    ungueltig: fc.constantFrom(null, 0, 1),
    massgeblich: fc.boolean(),
  });
  const arbErgebnis = fc
    .record({
      verbleib: fc.constantFrom('behandelt', 'vertagt', 'verwiesen', 'ohneBE', 'abgesetzt'),
      kenntnis: fc.boolean(),
      geaendert: fc.boolean(),
      abstimmungen: fc.array(arbAbstimmung, { maxLength: 4 }),
    })
    .map((e) => ergebnisSchema.parse(e));
  const arbErfordernis = fc.option(
    fc
      .record({
        anteil: fc.constantFrom('mehrheit', 'zweiDrittel'),
        grundlage: fc.constantFrom('stimmen', 'anwesende', 'gesetzlicheZahl'),
      })
      .map((m) => mehrheitserfordernisSchema.parse(m)),
    { nil: null },
  );

  test('ändert etwas, bleibt ein gültiges Ergebnis und kommt nach wenigen Schritten zur Ruhe', () => {
    fc.assert(
      fc.property(
        arbErgebnis,
        arbErfordernis,
        fc.constantFrom('UV', 'BV'),
        (anfang, mehrheitserfordernis, vorlagenart) => {
          const u = zurEntscheidung({
            vorlagenart,
            mehrheitserfordernis,
            stimmberechtigte: 30,
            gesetzlicheZahl: 36,
          });
          let e = anfang;
          for (let schritt = 0; schritt < 12; schritt += 1) {
            const { vorschlag } = pruefeErgebnis(e, u, rheinlandPfalz);
            if (vorschlag === null) return;
            expect(vorschlag.ergebnis).not.toEqual(e);
            expect(ergebnisSchema.parse(vorschlag.ergebnis)).toEqual(vorschlag.ergebnis);
            e = vorschlag.ergebnis;
          }
          throw new Error('Vorschläge ohne Ende');
        },
      ),
    );
  });

  test('nimmt der Abstimmung jeden Widerspruch, aus dem er entstand', () => {
    for (const a of alle) {
      const e = ergebnis({
        kenntnis: true,
        abstimmungen: [{ ...a, gegenstand: 'Verfahren', massgeblich: false }],
      });
      const { widersprueche, vorschlag } = pruefeErgebnis(e, zurEntscheidung(), rheinlandPfalz);
      if (vorschlag === null) continue;
      const danach = pruefeErgebnis(vorschlag.ergebnis, zurEntscheidung(), rheinlandPfalz);
      const zeile = vorschlag.zeile;
      expect(danach.widersprueche.map((b) => b.zeile)).not.toContain(zeile);
      expect(danach.widersprueche.length).toBeLessThanOrEqual(widersprueche.length);
    }
  });
});
