import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endeDesTages, zuInstant, zuLokal } from '../../../domain/fristen/berlin.ts';
import { plusTage } from '../../../domain/fristen/datum.ts';

const stunde = 3_600_000;
const laenge = (tag: string) => Date.parse(endeDesTages(tag)) - Date.parse(zuInstant(tag, '00:00'));

describe('Ortszeit in Berlin', () => {
  test.each([
    ['2027-01-15', '08:00', '2027-01-15T07:00:00.000Z'],
    ['2027-07-15', '08:00', '2027-07-15T06:00:00.000Z'],
    ['2027-03-27', '08:00', '2027-03-27T07:00:00.000Z'],
    ['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-03-28', '08:00', '2027-03-28T06:00:00.000Z'],
    ['2027-10-31', '01:59', '2027-10-30T23:59:00.000Z'],
    ['2027-10-31', '03:00', '2027-10-31T02:00:00.000Z'],
    ['2027-10-31', '08:00', '2027-10-31T07:00:00.000Z'],
  ])('%s %s ist %s und zurück', (datum, uhrzeit, instant) => {
    expect(zuInstant(datum, uhrzeit)).toBe(instant);
    expect(zuLokal(instant)).toEqual({ datum, uhrzeit });
  });

  test('die übersprungene Stunde meint den Zeitpunkt nach der Lücke', () => {
    expect(zuInstant('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(zuLokal('2027-03-28T01:30:00.000Z')).toEqual({ datum: '2027-03-28', uhrzeit: '03:30' });
  });

  test('die doppelte Stunde meint ihren ersten Durchlauf', () => {
    expect(zuInstant('2027-10-31', '02:30')).toBe('2027-10-31T00:30:00.000Z');
    expect(zuLokal('2027-10-31T01:30:00.000Z')).toEqual({ datum: '2027-10-31', uhrzeit: '02:30' });
  });

  test('der Tag der Umstellung hat 23 oder 25 Stunden', () => {
    expect(laenge('2027-03-27')).toBe(24 * stunde);
    expect(laenge('2027-03-28')).toBe(23 * stunde);
    expect(laenge('2027-10-31')).toBe(25 * stunde);
  });

  test.each([
    ['2027-02-29', '08:00'],
    ['2027-3-1', '08:00'],
    ['2027-03-01', '24:00'],
    ['2027-03-01', '8:00'],
  ])('%s %s gibt es nicht', (datum, uhrzeit) => {
    expect(() => zuInstant(datum, uhrzeit)).toThrow(RangeError);
  });
  test('kein Zeitpunkt', () => {
    expect(() => zuLokal('gestern')).toThrow(RangeError);
  });

  const arbTag = fc.integer({ min: 0, max: 4382 }).map((tage) => plusTage('2024-01-01', tage));
  test('jede Ortszeit außer der übersprungenen Stunde kommt zurück (2024 bis 2035)', () => {
    fc.assert(
      fc.property(arbTag, fc.integer({ min: 0, max: 1439 }), (datum, minute) => {
        const zwei = (n: number) => String(n).padStart(2, '0');
        const uhrzeit = `${zwei(Math.floor(minute / 60))}:${zwei(minute % 60)}`;
        const zurueck = zuLokal(zuInstant(datum, uhrzeit));
        const luecke = laenge(datum) === 23 * stunde && uhrzeit.startsWith('02:');
        expect(zurueck).toEqual({ datum, uhrzeit: luecke ? `03:${uhrzeit.slice(3)}` : uhrzeit });
      }),
    );
  });

  test('jeder Zeitpunkt außer der zweiten doppelten Stunde kommt auf die Minute zurück', () => {
    const arbMinute = fc.integer({ min: 0, max: 4382 * 1440 });
    fc.assert(
      fc.property(arbMinute, (minute) => {
        const ms = Date.parse('2024-01-01T00:00:00Z') + minute * 60_000;
        const { datum, uhrzeit } = zuLokal(new Date(ms).toISOString());
        const doppelt = laenge(datum) === 25 * stunde && uhrzeit.startsWith('02:');
        const unterschied = ms - Date.parse(zuInstant(datum, uhrzeit));
        expect(doppelt ? [0, stunde] : [0]).toContain(unterschied);
      }),
    );
  });
});
