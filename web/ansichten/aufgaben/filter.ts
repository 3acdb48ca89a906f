import type { Listeneintrag } from '../../../domain/vorlage/projektion.ts';
import { tageZwischen } from '../../format/datum.ts';

export const fristfilter = [
  { wert: '', name: 'Alle Fristen' },
  { wert: 'ueberfaellig', name: 'Überfällig' },
  { wert: 'woche', name: 'In den nächsten 7 Tagen' },
] as const;

/** Rows that match a word (in number or Betreff) and a deadline. */
export function filtere<T extends Listeneintrag>(
  eintraege: readonly T[],
  wort: string,
  frist: string,
  heute: string,
): T[] {
  const gesucht = wort.trim().toLocaleLowerCase('de');
  return eintraege.filter((e) => {
    const text = `${e.nummer ?? ''} ${e.betreff}`.toLocaleLowerCase('de');
    if (gesucht !== '' && !text.includes(gesucht)) return false;
    if (frist === '') return true;
    if (e.frist === null) return false;
    const tage = tageZwischen(heute, e.frist);
    return frist === 'ueberfaellig' ? tage < 0 : tage <= 7;
  });
}
