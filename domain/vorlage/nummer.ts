import type { Vorlagenart } from '../ergebnis/umfeld.ts';

/**
 * "UV/0084/2026": kind, four digits (more if a year needs them), year. The running number is drawn per
 * Koerperschaft, kind and year, gapless, never reused.
 */
export function vorlagennummer(art: Vorlagenart, laufend: number, jahr: number): string {
  return `${art}/${String(laufend).padStart(4, '0')}/${jahr}`;
}

/** "UV-0084-2026": the number inside file names. */
export function nummerImDateinamen(nummer: string): string {
  return nummer.replaceAll('/', '-');
}
