import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  heute,
  seit,
  tag,
  tageZwischen,
  tagVon,
  uhrzeit,
  wochentag,
  zeitpunkt,
} from '../../../web/format/datum.ts';
import { fristInWorten } from '../../../web/format/frist.ts';

const zonen = ['Europe/Berlin', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'];
const zuvor = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  process.env.TZ = zuvor;
});

describe.each(zonen)('on a device in %s', (zone) => {
  const dort = () => {
    process.env.TZ = zone;
  };

  it('a day stays this day', () => {
    dort();
    expect([tag('2026-03-29'), wochentag('2026-03-29')]).toEqual(['29.03.2026', 'So., 29.03.2026']);
  });

  it('an instant is told in Berlin, in summer and in winter', () => {
    dort();
    expect(zeitpunkt('2026-03-29T00:59:00Z')).toBe('29.03.2026, 01:59 Uhr');
    expect(uhrzeit('2026-03-29T01:00:00Z')).toBe('03:00');
    expect(uhrzeit('2026-10-25T00:30:00Z')).toBe('02:30');
    expect(uhrzeit('2026-10-25T01:30:00Z')).toBe('02:30');
    expect(tagVon('2026-12-31T23:00:00Z')).toBe('2027-01-01');
  });

  it('today is the day in Berlin, and deadlines count from it', () => {
    dort();
    vi.useFakeTimers({ now: Date.parse('2026-03-28T23:30:00Z') });
    expect(heute()).toBe('2026-03-29');
    expect(fristInWorten('2026-03-29').worte).toBe('heute fällig');
    expect(fristInWorten('2026-03-30').worte).toBe('morgen fällig');
    expect(fristInWorten('2026-03-28').worte).toBe('seit gestern überfällig');
    expect(seit('2026-03-28T22:30:00Z')).toBe('seit gestern');
    expect(seit('2026-03-28T23:10:00Z')).toBe('seit heute');
  });
});

it('days are counted by the calendar across both changes of the clock', () => {
  expect(tageZwischen('2026-03-28', '2026-03-30')).toBe(2);
  expect(tageZwischen('2026-10-24', '2026-10-26')).toBe(2);
  expect(tageZwischen('2028-02-28', '2028-03-01')).toBe(2);
  expect(tageZwischen('2026-12-31', '2027-01-01')).toBe(1);
});
