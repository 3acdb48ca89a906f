import { type Instant, istLocalDate, type LocalDate, plusTage } from './datum.ts';

/**
 * Local time of the town <-> moments. The offset comes from Intl's time zone data, never from a rule of our
 * own. A local time that the spring change skips means the moment after the gap (02:30 -> 03:30); one that
 * the autumn change repeats means its first run (as Temporal's "compatible").
 */
const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function teile(ms: number): Record<string, string> {
  return Object.fromEntries(format.formatToParts(ms).map((teil) => [teil.type, teil.value]));
}

/** Milliseconds that Berlin is ahead of UTC at that moment. */
function versatz(ms: number): number {
  const t = teile(ms);
  const lokal = Date.parse(`${t.year}-${t.month}-${t.day}T${t.hour}:${t.minute}:${t.second}.000Z`);
  return lokal - Math.floor(ms / 1000) * 1000;
}

/** Day and time of day in Berlin. @throws RangeError where the text is no moment. */
export function zuLokal(instant: Instant): { datum: LocalDate; uhrzeit: string } {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`Kein Zeitpunkt: ${instant}`);
  const t = teile(ms);
  return { datum: `${t.year}-${t.month}-${t.day}`, uhrzeit: `${t.hour}:${t.minute}` };
}

/** The moment of a local day and time `HH:MM`. @throws RangeError where either does not exist. */
export function zuInstant(datum: LocalDate, uhrzeit: string): Instant {
  if (!istLocalDate(datum) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(uhrzeit)) {
    throw new RangeError(`Keine Ortszeit: ${datum} ${uhrzeit}`);
  }
  const alsUtc = Date.parse(`${datum}T${uhrzeit}:00.000Z`);
  // Offsets half a day before and after the wanted time: equal except around a change.
  const vorher = versatz(alsUtc - 43_200_000);
  const nachher = versatz(alsUtc + 43_200_000);
  const fruehester = alsUtc - Math.max(vorher, nachher);
  const spaetester = alsUtc - Math.min(vorher, nachher);
  const passt = fruehester + versatz(fruehester) === alsUtc;
  return new Date(passt ? fruehester : spaetester).toISOString();
}

/** The end of a local day, 24:00, that is the first moment of the next one. */
export function endeDesTages(datum: LocalDate): Instant {
  return zuInstant(plusTage(datum, 1), '00:00');
}
