import * as z from 'zod';

/**
 * What the state machine sends. Executions in flight keep an old definition but call today's functions, so
 * every schemaVersion still in flight stays readable here.
 */
const basis = { schemaVersion: z.literal(1), vorlageId: z.string() };

export const lageanfrageSchema = z.object({
  ...basis,
  runde: z.int().min(1),
  /** True after "Angehalten": the answer is what the operator decided. */
  entscheid: z.boolean().default(false),
});

export const warteanfrageSchema = z.object({
  ...basis,
  runde: z.int().min(1),
  station: z.string(),
  wartenummer: z.int().min(0),
  token: z.string().min(1),
  versuch: z.int().min(0),
  /** When the state was entered, ISO. */
  eingetreten: z.string(),
});

export const fristanfrageSchema = z.object({ ...basis, station: z.string(), wartenummer: z.int() });

export const anhalteanfrageSchema = z.object({
  ...basis,
  runde: z.int().min(1),
  zustand: z.string(),
  fehler: z.string(),
  ursache: z.string(),
});

/** Where the machine goes. `fristSekunden` until the next reminder; a timeout is one more outcome. */
export interface Lage {
  readonly weg:
    | 'station'
    | 'ueberarbeitung'
    | 'beratung'
    | 'ende'
    | 'zurueckgezogen'
    | 'abgeloest'
    | 'erneut'
    | 'abbrechen';
  readonly station: string | null;
  readonly wartenummer: number;
  readonly fristSekunden: number;
  readonly folge: string | null;
}
