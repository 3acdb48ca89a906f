import * as z from 'zod';
import { ueblicherVerbrauch, type Verbrauch } from '../../lib/kosten/kosten.ts';

/** An execution as `npm run demo` leaves it: what Step Functions' history says. */
const ausfuehrungSchema = z.object({
  ereignisse: z.array(
    z.object({
      type: z.string(),
      taskScheduledEventDetails: z.object({ resource: z.string() }).optional(),
    }),
  ),
});

export interface Gezaehlt {
  /** States entered. AWS bills each, and each retry of a task once more. */
  readonly uebergaenge: number;
  /** Functions that the machine called, retries included. */
  readonly aufrufe: number;
}

/** Counts what AWS would bill for one execution, from its history. Throws a ZodError for anything else. */
export function zaehle(ausfuehrung: unknown): Gezaehlt {
  const { ereignisse } = ausfuehrungSchema.parse(ausfuehrung);
  const betreten = ereignisse.filter((e) => e.type.endsWith('StateEntered')).length;
  const aufgaben = ereignisse.filter((e) => e.type === 'TaskStateEntered').length;
  const aufrufe = ereignisse.filter((e) => e.type === 'TaskScheduled').length;
  return { uebergaenge: betreten + Math.max(0, aufrufe - aufgaben), aufrufe };
}

/**
 * The usual consumption with what the demo counted in place of the estimates: state transitions on average,
 * and the mails of all people, spread over the Vorlagen.
 * @param mails null where they could not be counted: then the estimate stays
 */
export function gemessenerVerbrauch(gezaehlt: readonly Gezaehlt[], mails: number | null): Verbrauch {
  if (gezaehlt.length === 0) throw new RangeError('Keine Ausführung gezählt.');
  const summe = gezaehlt.reduce((s, g) => s + g.uebergaenge, 0);
  return {
    ...ueblicherVerbrauch,
    uebergaenge: summe / gezaehlt.length,
    mails: mails === null ? ueblicherVerbrauch.mails : mails / gezaehlt.length,
  };
}
