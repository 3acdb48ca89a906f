import { describe, expect, it } from 'vitest';
import { readSchedule } from './schedule-expression.ts';

const berlin = 'Europe/Berlin';
const at = (text: string) => Date.parse(text);

describe('the next run of a cron expression', () => {
  const cases: [string, string, string, string, string][] = [
    ['1 summer time', 'cron(30 7 * * ? *)', berlin, '2026-07-01T00:00:00Z', '2026-07-01T05:30:00Z'],
    ['2 winter time', 'cron(30 7 * * ? *)', berlin, '2026-12-01T00:00:00Z', '2026-12-01T06:30:00Z'],
    ['3 after today’s run', 'cron(30 7 * * ? *)', berlin, '2026-07-01T05:30:00Z', '2026-07-02T05:30:00Z'],
    [
      '4 the day before the change',
      'cron(30 7 * * ? *)',
      berlin,
      '2026-03-28T12:00:00Z',
      '2026-03-29T05:30:00Z',
    ],
    [
      '5 02:30 is skipped in spring',
      'cron(30 2 * * ? *)',
      berlin,
      '2026-03-28T12:00:00Z',
      '2026-03-30T00:30:00Z',
    ],
    [
      '6 02:30 comes once in autumn',
      'cron(30 2 * * ? *)',
      berlin,
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ],
    [
      '7 the first of both in autumn',
      'cron(30 2 * * ? *)',
      berlin,
      '2026-10-24T12:00:00Z',
      '2026-10-25T00:30:00Z',
    ],
    ['8 weekdays', 'cron(0 8 ? * MON-FRI *)', berlin, '2026-07-03T12:00:00Z', '2026-07-06T06:00:00Z'],
    ['9 steps', 'cron(0/15 * * * ? *)', 'UTC', '2026-07-01T00:16:00Z', '2026-07-01T00:30:00Z'],
    ['10 29 February', 'cron(0 0 29 FEB ? *)', 'UTC', '2026-03-01T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['11 lists', 'cron(0 6,18 * * ? *)', 'UTC', '2026-07-01T06:00:00Z', '2026-07-01T18:00:00Z'],
  ];
  it.each(cases)('%s', (_name, expression, zone, after, expected) => {
    const next = readSchedule(expression, zone).next(at(after));
    expect(next && new Date(next).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('ends when its year is over', () => {
    expect(readSchedule('cron(0 0 1 1 ? 2026)').next(at('2026-02-01T00:00:00Z'))).toBeUndefined();
  });
});

it('a rate runs when it is created and then at its distance', () => {
  const rate = readSchedule('rate(5 minutes)', berlin);
  expect(rate.first(1_000)).toBe(1_000);
  expect(rate.next(1_000)).toBe(301_000);
});

it.each([
  'cron(0 0 L * ? *)',
  'cron(0 0 ? * 2#1 *)',
  'cron(0 0 * * * *)',
  'cron(0 0 * *)',
  'rate(5 weeks)',
  'at(2026)',
  'cron(61 0 * * ? *)',
])('%s is refused', (expression) => {
  expect(() => readSchedule(expression)).toThrow();
});
