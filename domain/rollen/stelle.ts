import * as z from 'zod';
import { rollen } from './rolle.ts';

/** A role with its scope: an Amt's number, a Dezernat's number, a Gremium's id, or `*` for all. */
export const stelleSchema = z
  .strictObject({
    rolle: z.enum(rollen),
    bereich: z.string().regex(/^(\*|[a-z0-9][a-z0-9-]{0,62})$/),
  })
  // Work and mail go to one scope; only who looks after the whole has none.
  .refine((s) => s.bereich !== '*' || s.rolle === 'Systembetreuung' || s.rolle === 'Revision', {
    path: ['bereich'],
    error: 'Bitte einen Bereich nennen; „*“ haben nur Systembetreuung und Revision.',
  });
export type Stelle = z.infer<typeof stelleSchema>;

/** A Stelle that someone fills, in their own right or as substitute for `fuer` (a person id). */
export interface AusgeuebteStelle extends Stelle {
  readonly fuer: string | null;
}

/** Who acts: the person of the request with all that it may act as, read from its record. */
export interface Akteur {
  readonly person: string;
  readonly stellen: readonly AusgeuebteStelle[];
}
