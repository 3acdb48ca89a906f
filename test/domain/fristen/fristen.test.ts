import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Freigabeweg } from '../../../domain/freigabeweg/freigabeweg.ts';
import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { addArbeitstage, istArbeitstag } from '../../../domain/fristen/arbeitstage.ts';
import { zuInstant, zuLokal } from '../../../domain/fristen/berlin.ts';
import { plusTage, tageZwischen } from '../../../domain/fristen/datum.ts';
import { einladungRechtzeitig, einladungZugangBis } from '../../../domain/fristen/einladungsfrist.ts';
import { fristende, naechsteMahnung } from '../../../domain/fristen/mahnstufen.ts';
import { niederschriftBis } from '../../../domain/fristen/niederschrift.ts';
import { rechneZurueck, verpasstSitzung, vorlaufSchema } from '../../../domain/fristen/rueckrechnung.ts';

const arbTag = fc.integer({ min: 0, max: 4382 }).map((tage) => plusTage('2024-01-01', tage));

describe('§ 34 Abs. 3 GemO: Einladungsfrist', () => {
  test.each([
    ['22.04.2026: vier volle Tage', { sitzung: '2026-04-22' }, '2026-04-17'],
    ['dringlich: ein voller Tag', { sitzung: '2026-04-22', dringlich: true }, '2026-04-20'],
    ['Geschäftsordnung: sieben Tage', { sitzung: '2026-04-22', volleTage: 7 }, '2026-04-14'],
    ['Geschäftsordnung unter dem Gesetz: vier', { sitzung: '2026-04-22', volleTage: 2 }, '2026-04-17'],
    [
      'dringlich trotz Geschäftsordnung',
      { sitzung: '2026-04-22', dringlich: true, volleTage: 7 },
      '2026-04-20',
    ],
    ['Feiertage verschieben nichts', { sitzung: '2026-04-07' }, '2026-04-02'],
    ['über die Umstellung im Frühjahr', { sitzung: '2027-03-30' }, '2027-03-25'],
  ])('%s', (_, einladung, erwartet) => {
    expect(einladungZugangBis(einladung)).toBe(erwartet);
    expect(einladungRechtzeitig({ ...einladung, zugang: erwartet })).toBe(true);
    expect(einladungRechtzeitig({ ...einladung, zugang: plusTage(erwartet, 1) })).toBe(false);
  });

  test('zwischen Zugang und Sitzung liegen immer genau vier volle Tage', () => {
    fc.assert(
      fc.property(arbTag, (sitzung) => {
        expect(tageZwischen(einladungZugangBis({ sitzung }), sitzung) - 1).toBe(4);
      }),
    );
  });
});

test.each([
  ['2026-04-22', '2026-05-22'],
  ['2026-01-31', '2026-02-28'],
])('§ 41 Abs. 2 GemO: Niederschrift der Sitzung vom %s bis %s', (sitzung, bis) => {
  expect(niederschriftBis(sitzung)).toBe(bis);
});

describe('Rückrechnung von der Sitzung', () => {
  const einstellungen = vorlaufSchema.parse({});

  test('Unterrichtungsvorlage zum 22.04.2026, über Ostern', () => {
    const plan = rechneZurueck({ sitzung: '2026-04-22', einstellungen, freigabeweg: unterrichtungsvorlage });
    expect(plan).toEqual({
      sitzung: '2026-04-22',
      zugang: '2026-04-17',
      einladung: '2026-04-17',
      redaktionsschluss: '2026-04-14',
      stationen: [
        { name: 'Dezernat', bis: '2026-04-10' },
        { name: 'Sozialamt', bis: '2026-04-14' },
        { name: 'Sozialausschuss', bis: '2026-04-17' },
      ],
      einreichung: '2026-04-07',
    });
  });

  test('fällt der letzte Tag des Zugangs auf ein Wochenende, geht die Einladung davor hinaus', () => {
    const plan = rechneZurueck({
      sitzung: '2026-04-24',
      einstellungen: { ...einstellungen, zustellungArbeitstage: 2 },
      freigabeweg: unterrichtungsvorlage,
    });
    expect([plan.zugang, plan.einladung]).toEqual(['2026-04-19', '2026-04-15']);
  });

  test('eine Station mehr ist ein früherer Einreichungstag', () => {
    const [dezernat, ...rest] = unterrichtungsvorlage.stationen;
    if (dezernat?.art !== 'verwaltung') throw new Error('Der Weg beginnt bei der Verwaltung.');
    const laenger: Freigabeweg = {
      ...unterrichtungsvorlage,
      stationen: [{ ...dezernat, name: 'Kämmerei', frist: 4 }, dezernat, ...rest],
    };
    const kurz = rechneZurueck({ sitzung: '2026-06-24', einstellungen, freigabeweg: unterrichtungsvorlage });
    const lang = rechneZurueck({ sitzung: '2026-06-24', einstellungen, freigabeweg: laenger });
    expect(lang.stationen[0]).toEqual({ name: 'Kämmerei', bis: kurz.einreichung });
    expect(lang.einreichung).toBe(addArbeitstage(kurz.einreichung, -4));
  });

  test('immer in der Reihenfolge des Wegs, auf Arbeitstagen, jede Station mit ihrer ganzen Frist', () => {
    fc.assert(
      fc.property(arbTag, fc.nat(10), fc.nat(5), fc.nat(10), (sitzung, volle, zustellung, redaktion) => {
        const plan = rechneZurueck({
          sitzung,
          einstellungen: {
            einladungVolleTage: volle,
            zustellungArbeitstage: zustellung,
            redaktionsschlussArbeitstage: redaktion,
          },
          freigabeweg: unterrichtungsvorlage,
        });
        const tage = [plan.einreichung, ...plan.stationen.map((s) => s.bis)];
        expect(tage).toEqual(tage.toSorted());
        expect(tage.every((tag) => istArbeitstag(tag))).toBe(true);
        expect(einladungRechtzeitig({ sitzung, zugang: plan.einladung, volleTage: volle })).toBe(true);
        for (const [i, station] of unterrichtungsvorlage.stationen.entries()) {
          if (station.art !== 'verwaltung') continue;
          expect(addArbeitstage(tage[i] ?? '', station.frist)).toBe(tage[i + 1]);
        }
      }),
    );
  });

  test.each([
    [null, '2026-04-07', false],
    [null, '2026-04-08', true],
    ['Dezernat', '2026-04-10', false],
    ['Dezernat', '2026-04-11', true],
    ['Sozialausschuss', '2026-04-17', false],
    ['Sozialausschuss', '2026-04-18', true],
  ])('liegt die Vorlage bei %s, verpasst sie am %s die Sitzung: %s', (station, heute, erwartet) => {
    const plan = rechneZurueck({ sitzung: '2026-04-22', einstellungen, freigabeweg: unterrichtungsvorlage });
    expect(verpasstSitzung(plan, station, heute)).toBe(erwartet);
  });
});

describe('Mahnstufen', () => {
  const lauf = { beginn: '2026-04-01T08:30:00.000Z', fristArbeitstage: 3 };

  test('Frist von drei Arbeitstagen ab Mittwoch vor Ostern', () => {
    expect(fristende(lauf)).toEqual({ tag: '2026-04-08', ende: '2026-04-08T22:00:00.000Z' });
    expect([0, 1, 2, 3].map((stufe) => zuLokal(naechsteMahnung({ ...lauf, stufe })))).toEqual([
      { datum: '2026-04-07', uhrzeit: '08:00' },
      { datum: '2026-04-09', uhrzeit: '08:00' },
      { datum: '2026-04-13', uhrzeit: '08:00' },
      { datum: '2026-04-15', uhrzeit: '08:00' },
    ]);
  });

  test('Frist von einem Arbeitstag: Erinnerung am Morgen des letzten Tages', () => {
    const kurz = { beginn: '2026-04-14T14:00:00.000Z', fristArbeitstage: 1 };
    expect(naechsteMahnung({ ...kurz, stufe: 0 })).toBe('2026-04-15T06:00:00.000Z');
    expect(naechsteMahnung({ ...kurz, stufe: 1 })).toBe('2026-04-16T06:00:00.000Z');
  });

  test.each([
    ['Frühjahr 2027', '2027-03-24T12:00:00.000Z', 2, '2027-03-25T07:00:00.000Z', '2027-03-31T06:00:00.000Z'],
    ['Herbst 2027', '2027-10-28T12:00:00.000Z', 2, '2027-10-29T06:00:00.000Z', '2027-11-03T07:00:00.000Z'],
  ])(
    'über die Umstellung im %s bleibt es 08:00 Ortszeit',
    (_, beginn, fristArbeitstage, erinnerung, abgelaufen) => {
      expect(naechsteMahnung({ beginn, fristArbeitstage, stufe: 0 })).toBe(erinnerung);
      expect(naechsteMahnung({ beginn, fristArbeitstage, stufe: 1 })).toBe(abgelaufen);
    },
  );

  test('der Tag des Beginns ist der in Berlin, nicht der in UTC', () => {
    // 23:30 UTC on Monday is Tuesday in Berlin.
    const spaet = { beginn: '2026-06-15T23:30:00.000Z', fristArbeitstage: 1 };
    expect(fristende(spaet).tag).toBe('2026-06-17');
  });

  test.each([0, -1, 1.5])('eine Frist von %s Arbeitstagen gibt es nicht', (fristArbeitstage) => {
    expect(() => fristende({ ...lauf, fristArbeitstage })).toThrow(RangeError);
  });
  test.each([-1, 0.5])('eine Stufe %s gibt es nicht', (stufe) => {
    expect(() => naechsteMahnung({ ...lauf, stufe })).toThrow(RangeError);
  });

  test('immer 08:00 eines Arbeitstages, jede Stufe später als die vorige, nach dem Beginn; Stufe 0 vor, die anderen nach Ende der Frist', () => {
    const arbBeginn = fc
      .tuple(arbTag, fc.integer({ min: 0, max: 1439 }))
      .map(([tag, minute]) => new Date(Date.parse(zuInstant(tag, '00:00')) + minute * 60_000).toISOString());
    fc.assert(
      fc.property(arbBeginn, fc.integer({ min: 1, max: 20 }), (beginn, fristArbeitstage) => {
        const { ende } = fristende({ beginn, fristArbeitstage });
        let davor = beginn;
        for (let stufe = 0; stufe <= 5; stufe += 1) {
          const mahnung = naechsteMahnung({ beginn, fristArbeitstage, stufe });
          const { datum, uhrzeit } = zuLokal(mahnung);
          expect(uhrzeit).toBe('08:00');
          expect(istArbeitstag(datum)).toBe(true);
          expect(mahnung > davor).toBe(true);
          expect(mahnung < ende).toBe(stufe === 0);
          davor = mahnung;
        }
      }),
    );
  });
});
