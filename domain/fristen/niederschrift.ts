import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { rheinlandPfalz } from '../landesrecht/rheinland-pfalz.ts';
import { type LocalDate, plusMonate } from './datum.ts';

/**
 * Last day for the Niederschrift to reach the members (§ 41 (2) GemO: one month). It is not moved by a
 * weekend or holiday: the earlier day is the safe one.
 */
export function niederschriftBis(sitzung: LocalDate, recht: Landesrecht = rheinlandPfalz): LocalDate {
  return plusMonate(sitzung, recht.niederschriftMonate);
}
