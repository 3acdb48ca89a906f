import * as z from 'zod';

/** A calendar day of the town, `yyyy-mm-dd`, without a time zone. Strings compare like the days do. */
export type LocalDate = string;

/** A moment, ISO 8601 in UTC with milliseconds and `Z`. */
export type Instant = string;

const muster = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: 2028-02-29 does, 2027-02-29 does not. */
export function istLocalDate(text: string): boolean {
  if (!muster.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

export const localDateSchema = z.string().refine(istLocalDate, 'Kein gültiges Datum (JJJJ-MM-TT).');

/** The day as milliseconds of its UTC midnight. @throws RangeError where the day does not exist. */
function alsMs(datum: LocalDate): number {
  if (!istLocalDate(datum)) throw new RangeError(`Kein Datum: ${datum}`);
  return Date.parse(`${datum}T00:00:00.000Z`);
}

function ausMs(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** `tage` calendar days later; negative: earlier. */
export function plusTage(datum: LocalDate, tage: number): LocalDate {
  return ausMs(alsMs(datum) + tage * 86_400_000);
}

/** Calendar days from `von` to `bis`; negative where `bis` is earlier. */
export function tageZwischen(von: LocalDate, bis: LocalDate): number {
  return (alsMs(bis) - alsMs(von)) / 86_400_000;
}

/** The same day `monate` months later, or that month's last day where it has no such day (§ 188 (3) BGB). */
export function plusMonate(datum: LocalDate, monate: number): LocalDate {
  const tag = new Date(alsMs(datum));
  const jahr = tag.getUTCFullYear();
  const monat = tag.getUTCMonth() + monate;
  const letzter = new Date(Date.UTC(jahr, monat + 1, 0)).getUTCDate();
  return ausMs(Date.UTC(jahr, monat, Math.min(tag.getUTCDate(), letzter)));
}

/** 0 Sunday ... 6 Saturday. */
export function wochentag(datum: LocalDate): number {
  return new Date(alsMs(datum)).getUTCDay();
}
