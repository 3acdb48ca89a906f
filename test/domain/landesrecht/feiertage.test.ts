import { describe, expect, test } from 'vitest';
import { wochentag } from '../../../domain/fristen/datum.ts';
import { feiertageRheinlandPfalz, ostersonntag } from '../../../domain/landesrecht/feiertage.ts';

describe('Feiertage in Rheinland-Pfalz', () => {
  // Known dates, among them the years with the earliest and the latest Easter of our time.
  test.each([
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2030, '2030-04-21'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
  ])('Ostersonntag %i ist der %s', (jahr, datum) => {
    expect(ostersonntag(jahr)).toBe(datum);
  });

  test('2026, vollständig', () => {
    expect(feiertageRheinlandPfalz(2026)).toEqual([
      { datum: '2026-01-01', name: 'Neujahr' },
      { datum: '2026-04-03', name: 'Karfreitag' },
      { datum: '2026-04-06', name: 'Ostermontag' },
      { datum: '2026-05-01', name: 'Tag der Arbeit' },
      { datum: '2026-05-14', name: 'Christi Himmelfahrt' },
      { datum: '2026-05-25', name: 'Pfingstmontag' },
      { datum: '2026-06-04', name: 'Fronleichnam' },
      { datum: '2026-10-03', name: 'Tag der Deutschen Einheit' },
      { datum: '2026-11-01', name: 'Allerheiligen' },
      { datum: '2026-12-25', name: '1. Weihnachtstag' },
      { datum: '2026-12-26', name: '2. Weihnachtstag' },
    ]);
  });

  test('der Reformationstag ist keiner', () => {
    for (let jahr = 2024; jahr <= 2035; jahr += 1) {
      expect(feiertageRheinlandPfalz(jahr).map((f) => f.datum)).not.toContain(`${jahr}-10-31`);
    }
  });

  test('bewegliche Feiertage liegen auf ihrem Wochentag, und die Liste ist geordnet', () => {
    for (let jahr = 1990; jahr <= 2060; jahr += 1) {
      expect(wochentag(ostersonntag(jahr))).toBe(0);
      const tage = feiertageRheinlandPfalz(jahr);
      const tag = (name: string) => wochentag(tage.find((f) => f.name === name)?.datum ?? '');
      expect([tag('Karfreitag'), tag('Ostermontag'), tag('Christi Himmelfahrt')]).toEqual([5, 1, 4]);
      expect([tag('Pfingstmontag'), tag('Fronleichnam')]).toEqual([1, 4]);
      expect(tage.map((f) => f.datum)).toEqual(tage.map((f) => f.datum).toSorted());
    }
  });
});
