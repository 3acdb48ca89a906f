import { mitAbfrage } from '../../../app/ort.ts';

/** The address of a TOP's form. */
export function topziel(top: string): string {
  return mitAbfrage({ phase: 'durchfuehren', top, berichtigen: null });
}
