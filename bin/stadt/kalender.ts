import { addArbeitstage, arbeitstagBis, istArbeitstag } from '../../domain/fristen/arbeitstage.ts';
import { zuInstant, zuLokal } from '../../domain/fristen/berlin.ts';
import { type Instant, type LocalDate, plusTage } from '../../domain/fristen/datum.ts';
import type { demogremien } from '../werkzeug/musterstadt.ts';

/** Sitzungen begin in the evening. Berlin time. */
export const sitzungsbeginn = '17:00';

/** When the Sitzung of today counts as held: its first items are recorded by then. */
const gehalten = '18:30';

/** When the newest work of a morning is done. */
const vormittagVorbei = '11:00';

type Gremium = (typeof demogremien)[number]['id'];

/** The Sitzungen of the town by Gremium; `/2` of the Sozialausschuss is the one whose outcomes are open. */
export type Sitzungsname =
  | `sozialausschuss/${1 | 2 | 3 | 4 | 5}`
  | `${'jugendhilfeausschuss' | 'stadtrat'}/${1 | 2 | 3 | 4}`;

/**
 * The days of the invented town, counted from now, so that it looks the same on every day of the year. All
 * days are working days; no Sitzung lies between Christmas and New Year.
 */
export interface Kalender {
  readonly sitzungen: Readonly<Record<Sitzungsname, LocalDate>>;
  /** `n` working days before (negative) or after a Sitzung. */
  um(sitzung: Sitzungsname, n: number): LocalDate;
  /** `n` working days before (negative) the last morning that is over. */
  frisch(n: number): LocalDate;
  /** Begin of the story. */
  readonly anfang: Instant;
}

export function gremiumVon(sitzung: Sitzungsname): Gremium {
  return sitzung.split('/')[0] as Gremium;
}

/** A day on which a town's council would meet. */
export function istSitzungstag(tag: LocalDate): boolean {
  return istArbeitstag(tag) && tag.slice(5) < '12-24';
}

/** The first such day from `tag` on, or the last one up to it. */
function sitzungstag(tag: LocalDate, schritt: 1 | -1): LocalDate {
  let t = tag;
  while (!istSitzungstag(t)) t = plusTage(t, schritt);
  return t;
}

/** The last working day whose `uhrzeit` has passed. */
function letzterTagNach(jetzt: Instant, uhrzeit: string): LocalDate {
  const { datum } = zuLokal(jetzt);
  return arbeitstagBis(jetzt >= zuInstant(datum, uhrzeit) ? datum : plusTage(datum, -1));
}

/** @param jetzt the moment from which everything is counted */
export function kalender(jetzt: Instant): Kalender {
  const heute = sitzungstag(letzterTagNach(jetzt, gehalten), -1);
  const vormittag = letzterTagNach(jetzt, vormittagVorbei);
  const morgen = plusTage(zuLokal(jetzt).datum, 1);
  const vorher = (n: number) => sitzungstag(addArbeitstage(heute, -n), -1);
  const kommend = (n: number) => sitzungstag(addArbeitstage(morgen, n), 1);
  const sitzungen: Kalender['sitzungen'] = {
    'sozialausschuss/1': vorher(20),
    'sozialausschuss/2': heute,
    'sozialausschuss/3': kommend(17),
    'sozialausschuss/4': kommend(36),
    'sozialausschuss/5': kommend(52),
    'jugendhilfeausschuss/1': vorher(12),
    'jugendhilfeausschuss/2': kommend(9),
    'jugendhilfeausschuss/3': kommend(28),
    'jugendhilfeausschuss/4': kommend(46),
    'stadtrat/1': vorher(9),
    'stadtrat/2': kommend(12),
    'stadtrat/3': kommend(31),
    'stadtrat/4': kommend(49),
  };
  return {
    sitzungen,
    um: (sitzung, n) => addArbeitstage(sitzungen[sitzung], n),
    frisch: (n) => addArbeitstage(vormittag, n),
    anfang: zuInstant(addArbeitstage(sitzungen['sozialausschuss/1'], -18), '08:00'),
  };
}
