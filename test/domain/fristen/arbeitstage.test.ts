import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addArbeitstage, arbeitstagBis, istArbeitstag } from '../../../domain/fristen/arbeitstage.ts';
import {
  istLocalDate,
  localDateSchema,
  plusMonate,
  plusTage,
  tageZwischen,
} from '../../../domain/fristen/datum.ts';

describe('Arbeitstage', () => {
  test.each([
    ['2026-04-02', true, 'Gründonnerstag'],
    ['2026-04-03', false, 'Karfreitag'],
    ['2026-04-04', false, 'Samstag'],
    ['2026-04-05', false, 'Ostersonntag'],
    ['2026-04-06', false, 'Ostermontag'],
    ['2026-04-07', true, 'Dienstag danach'],
    ['2026-06-04', false, 'Fronleichnam'],
    ['2027-11-01', false, 'Allerheiligen, ein Montag'],
    ['2025-10-31', true, 'Reformationstag, ein Freitag'],
    ['2026-12-24', true, 'Heiligabend'],
  ])('%s: %s (%s)', (datum, erwartet) => {
    expect(istArbeitstag(datum)).toBe(erwartet);
  });

  test.each([
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-04-07', -1, '2026-04-02'],
    ['2026-04-04', 1, '2026-04-07'],
    ['2026-12-23', 3, '2026-12-29'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-03-25', 1, '2027-03-30'],
    ['2027-10-29', 1, '2027-11-02'],
    ['2026-04-04', 0, '2026-04-04'],
  ])('%s und %i Arbeitstage ist der %s', (datum, anzahl, erwartet) => {
    expect(addArbeitstage(datum, anzahl)).toBe(erwartet);
  });

  test('arbeitstagBis: der Tag selbst oder der letzte Arbeitstag davor', () => {
    expect(arbeitstagBis('2026-04-07')).toBe('2026-04-07');
    expect(arbeitstagBis('2026-04-06')).toBe('2026-04-02');
  });

  test('halbe Arbeitstage gibt es nicht', () => {
    expect(() => addArbeitstage('2026-04-07', 0.5)).toThrow(RangeError);
  });

  const arbTag = fc.integer({ min: 0, max: 4382 }).map((tage) => plusTage('2024-01-01', tage));
  const arbAnzahl = fc.integer({ min: 1, max: 40 });

  test('dazwischen liegen immer genau so viele Arbeitstage, und das Ende ist einer (2024 bis 2035)', () => {
    fc.assert(
      fc.property(arbTag, arbAnzahl, (datum, anzahl) => {
        const ende = addArbeitstage(datum, anzahl);
        let gezaehlt = 0;
        for (let tag = plusTage(datum, 1); tag <= ende; tag = plusTage(tag, 1)) {
          if (istArbeitstag(tag)) gezaehlt += 1;
        }
        expect(gezaehlt).toBe(anzahl);
        expect(istArbeitstag(ende)).toBe(true);
      }),
    );
  });

  test('vor und zurück führt von einem Arbeitstag immer zu ihm selbst', () => {
    fc.assert(
      fc.property(arbTag, arbAnzahl, (datum, anzahl) => {
        const start = arbeitstagBis(datum);
        expect(addArbeitstage(addArbeitstage(start, anzahl), -anzahl)).toBe(start);
      }),
    );
  });
});

describe('Kalendertage', () => {
  test.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['26-04-01', false],
    ['2026-04-01T00:00', false],
  ])('%s ist ein Tag: %s', (text, erwartet) => {
    expect(istLocalDate(text)).toBe(erwartet);
    expect(localDateSchema.safeParse(text).success).toBe(erwartet);
  });

  test.each([
    ['2026-04-22', 1, '2026-05-22'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s und %i Monate ist der %s', (datum, monate, erwartet) => {
    expect(plusMonate(datum, monate)).toBe(erwartet);
  });

  test('plusTage und tageZwischen heben sich auf, auch über beide Umstellungen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (tage) => {
        expect(tageZwischen('2027-03-28', plusTage('2027-03-28', tage))).toBe(tage);
      }),
    );
  });

  test('mit einem Tag, den es nicht gibt, wird nicht gerechnet', () => {
    expect(() => plusTage('2027-02-29', 1)).toThrow(RangeError);
  });
});
