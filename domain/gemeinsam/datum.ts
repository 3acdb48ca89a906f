import * as z from 'zod';

/** A calendar day as yyyy-mm-dd that exists. */
export const tagSchema = z.iso.date();

/** An instant in UTC, ISO 8601 with milliseconds, as Date#toISOString writes it. */
export const zeitpunktSchema = z.iso.datetime({ offset: false });

/** "24.03.2026" for "2026-03-24". */
export function deutschesDatum(tag: string): string {
  const [jahr, monat, tagImMonat] = tag.split('-');
  return `${tagImMonat}.${monat}.${jahr}`;
}
