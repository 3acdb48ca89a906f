/**
 * Schedule expressions of EventBridge Scheduler: rate(5 minutes), cron(30 7 * * ? *), at(2026-05-04T10:00:00).
 * Instants are ms since 1970-01-01T00:00:00Z.
 */
export interface Recurrence {
  /** Instant of the first run when the schedule is created at `created`. */
  first(created: number): number | undefined;
  /** The next run after `instant`; undefined when there is none. */
  next(instant: number): number | undefined;
}

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** One field of a cron expression as the set of its numbers. */
function readField(
  text: string,
  from: number,
  to: number,
  names: readonly string[] = [],
): ReadonlySet<number> {
  const values = new Set<number>();
  const numberOf = (part: string) => {
    const named = names.indexOf(part.toUpperCase());
    const value = named >= 0 ? named + from : Number(part);
    if (!Number.isInteger(value) || value < from || value > to)
      throw new Error(`cron field "${text}" is not run`);
    return value;
  };
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const every = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(every) || every < 1) throw new Error(`cron field "${text}" is not run`);
    let [first, last] = [from, to];
    if (range !== '*' && range !== '?') {
      const [start = '', end] = range.split('-');
      first = numberOf(start);
      last = end !== undefined ? numberOf(end) : step === undefined ? first : to;
    }
    for (let value = first; value <= last; value += every) values.add(value);
  }
  return values;
}

/** Wall clock of a time zone at an instant, read as if it were UTC. */
function wallClock(instant: number, format: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second ?? 0,
  );
}

/** Instant of a wall clock time; the earlier one when it occurs twice, undefined when it is skipped. */
function instantOf(wall: number, format: Intl.DateTimeFormat): number | undefined {
  const hours = [-1, 0, 1].map((days) => wall + days * (units.day ?? 0));
  const offsets = new Set(hours.map((instant) => wallClock(instant, format) - instant));
  const candidates = [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => wallClock(instant, format) === wall);
  return candidates.length === 0 ? undefined : Math.min(...candidates);
}

function readCron(fields: string, zone: string): Recurrence {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...rest] = fields.trim().split(/\s+/);
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || !year || rest.length > 0)
    throw new Error(`cron(${fields}) does not have six fields`);
  if (dayOfMonth !== '?' && dayOfWeek !== '?')
    throw new Error(`cron(${fields}): one of the two day fields is "?"`);
  const minutes = [...readField(minute, 0, 59)].sort((a, b) => a - b);
  const hours = [...readField(hour, 0, 23)].sort((a, b) => a - b);
  const days = readField(dayOfMonth, 1, 31);
  const monthSet = readField(month, 1, 12, months);
  const weekdaySet = readField(dayOfWeek, 1, 7, weekdays);
  const years = readField(year, 1970, 2199);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

  function next(instant: number): number | undefined {
    const start = new Date(wallClock(instant, format));
    // Five years hold every 29 February; what does not come by then does not come.
    for (let offset = 0; offset < 5 * 366; offset += 1) {
      const day = new Date(
        Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate() + offset),
      );
      const wanted =
        years.has(day.getUTCFullYear()) &&
        monthSet.has(day.getUTCMonth() + 1) &&
        days.has(day.getUTCDate()) &&
        weekdaySet.has(day.getUTCDay() + 1);
      if (!wanted) continue;
      for (const h of hours)
        for (const m of minutes) {
          // AWS: a time that the change to summer time skips is left out, one that comes twice runs once.
          const candidate = instantOf(day.getTime() + h * 3_600_000 + m * 60_000, format);
          if (candidate !== undefined && candidate > instant) return candidate;
        }
    }
    return undefined;
  }
  return { first: next, next };
}

/** Reads an expression; throws with the part that is not run (L, W, # in cron). `zone` is an IANA name. */
export function readSchedule(expression: string, zone = 'UTC'): Recurrence {
  const [, kind, content = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'cron') return readCron(content, zone);
  if (kind === 'rate') {
    const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(content.trim()) ?? [];
    const period = Number(count) * (units[unit] ?? 0);
    if (!(period > 0)) throw new Error(`schedule ${expression} is not run`);
    // Without a start date a rate-based schedule runs at once when it is created.
    return { first: (created) => created, next: (instant) => instant + period };
  }
  throw new Error(`schedule ${expression} is not run`);
}
