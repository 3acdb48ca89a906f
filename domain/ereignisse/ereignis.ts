import * as z from 'zod';
import { zeitpunktSchema } from '../gemeinsam/datum.ts';

export const aggregatarten = ['Vorlage', 'Sitzung', 'Gremium', 'Person'] as const;
export type Aggregatart = (typeof aggregatarten)[number];

/**
 * The envelope that is chained: one human or legal act. `nr` counts from 1 per aggregate, `vorgaenger` is
 * the SHA-256 (hex) of the predecessor's stored bytes, null for the first. `person` is an id, never a name;
 * acts of the system itself carry `system`. `daten` holds free text only as salted hash.
 */
export const ereignisSchema = z.strictObject({
  schemaVersion: z.literal(1),
  koerperschaft: z.string(),
  aggregat: z.enum(aggregatarten),
  id: z.string(),
  nr: z.int().min(1),
  art: z.string(),
  /** Version of `daten`; older ones are lifted by upcasters when read. */
  version: z.int().min(1),
  zeit: zeitpunktSchema,
  person: z.string(),
  /** Person on whose behalf (i. V.) `person` acted. */
  vertretungFuer: z.string().nullable(),
  vorgaenger: z.string().nullable(),
  daten: z.record(z.string(), z.unknown()),
});
export type Ereignis = z.infer<typeof ereignisSchema>;

/** What the rules decide; envelope and chain are added when it is written. */
export interface NeuesEreignis<Art extends string = string, Daten = unknown> {
  readonly art: Art;
  readonly daten: Daten;
}

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hex digits. Passed in: the domain has no hash. */
export type Sha256 = (text: string) => string;
