import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { rheinlandPfalz } from '../landesrecht/rheinland-pfalz.ts';
import { type LocalDate, plusTage, wochentag } from './datum.ts';

/** Monday to Friday, and no public holiday of the Land. */
export function istArbeitstag(datum: LocalDate, recht: Landesrecht = rheinlandPfalz): boolean {
  const tag = wochentag(datum);
  if (tag === 0 || tag === 6) return false;
  return !recht.feiertage(Number(datum.slice(0, 4))).some((feiertag) => feiertag.datum === datum);
}

/**
 * The n-th working day after `datum` (before it where n is negative). The day itself is not counted
 * (§ 187 (1) BGB); 0 gives the day back, working day or not.
 */
export function addArbeitstage(
  datum: LocalDate,
  anzahl: number,
  recht: Landesrecht = rheinlandPfalz,
): LocalDate {
  if (!Number.isInteger(anzahl)) throw new RangeError(`Keine ganze Zahl von Arbeitstagen: ${anzahl}`);
  const schritt = Math.sign(anzahl);
  let tag = datum;
  for (let rest = Math.abs(anzahl); rest > 0; ) {
    tag = plusTage(tag, schritt);
    if (istArbeitstag(tag, recht)) rest -= 1;
  }
  return tag;
}

/** The day itself where it is a working day, otherwise the last one before it. */
export function arbeitstagBis(datum: LocalDate, recht: Landesrecht = rheinlandPfalz): LocalDate {
  return istArbeitstag(datum, recht) ? datum : addArbeitstage(datum, -1, recht);
}
