import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { rheinlandPfalz } from '../landesrecht/rheinland-pfalz.ts';
import { addArbeitstage } from './arbeitstage.ts';
import { endeDesTages, zuInstant, zuLokal } from './berlin.ts';
import type { Instant, LocalDate } from './datum.ts';

interface Fristlauf {
  /** The moment the Vorlage reached the station. */
  beginn: Instant;
  /** Whole working days, at least one; the day of `beginn` is not counted. */
  fristArbeitstage: number;
  recht?: Landesrecht;
}

/** Reminders and escalations leave when people come to the office. */
const dienstbeginn = '08:00';

/** Working days between two levels of escalation. */
const eskalationsabstand = 2;

/** The last day of the Frist, and the moment it is over: that day's 24:00 in Berlin. */
export function fristende({ beginn, fristArbeitstage, recht = rheinlandPfalz }: Fristlauf): {
  tag: LocalDate;
  ende: Instant;
} {
  if (!Number.isInteger(fristArbeitstage) || fristArbeitstage < 1) {
    throw new RangeError(`Keine Frist: ${fristArbeitstage} Arbeitstage`);
  }
  const tag = addArbeitstage(zuLokal(beginn).datum, fristArbeitstage, recht);
  return { tag, ende: endeDesTages(tag) };
}

/**
 * When the next notice is due; always 08:00 in Berlin on a working day, and each level later than the one
 * before.
 *
 *     beginn          stufe 0             Frist ends        stufe 1         stufe 2
 *     ---|----- ... ----|-------------------24:00|------------|----- ... -----|----
 *                 last day - 1 AT (a Frist     last day   next AT 08:00   + 2 AT each
 *                 of 1 AT: its last day)
 *
 * 0 reminds before the Frist ends, 1 says that it has passed, 2 and above escalate.
 */
export function naechsteMahnung({
  stufe,
  recht = rheinlandPfalz,
  ...lauf
}: Fristlauf & { stufe: number }): Instant {
  if (!Number.isInteger(stufe) || stufe < 0) throw new RangeError(`Keine Mahnstufe: ${stufe}`);
  const { tag } = fristende({ ...lauf, recht });
  if (stufe === 0) {
    // One working day has no working day before its last one that is not its beginning: half of it has
    // passed on the morning of the last day.
    const erinnerung = lauf.fristArbeitstage > 1 ? addArbeitstage(tag, -1, recht) : tag;
    return zuInstant(erinnerung, dienstbeginn);
  }
  return zuInstant(addArbeitstage(tag, 1 + eskalationsabstand * (stufe - 1), recht), dienstbeginn);
}
