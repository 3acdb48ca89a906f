import { neueKennung } from '../../lambdas/api/kennung.ts';
import { uuidAus } from '../werkzeug/kennwerte.ts';
import { gremiumVon, type Sitzungsname } from './kalender.ts';
import { type Vorlagenname, vorlagen } from './stadt.ts';

/** Same seed, same idempotency keys, same ids at every telling: tests and handbooks may name them. */
export const saat = 'musterstadt';

/** Id of a Vorlage of the town: the same in every installation that was told it. */
export function vorlagenkennung(name: Vorlagenname): string {
  return neueKennung('v', 'feldkamp', uuidAus(`${saat}|feldkamp|anlegen ${vorlagen[name].betreff}`));
}

/** Id of a Sitzung of the town; its day depends on the day of the telling. */
export function sitzungskennung(name: Sitzungsname): string {
  const gremium = gremiumVon(name);
  const person = gremium === 'jugendhilfeausschuss' ? 'kestner' : 'wolframm';
  return neueKennung('s', person, uuidAus(`${saat}|${person}|sitzung ${gremium} ${name}`));
}
