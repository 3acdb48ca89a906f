import * as z from 'zod';
import { kennungSchema } from '../gemeinsam/kennung.ts';
import type { Herkunft } from '../vorlage/ereignisse.ts';
import type { Projektion } from '../vorlage/projektion.ts';

/** A committee: council, Ausschuss, Beirat. `gesetzlicheZahl` counts its members by law, the chair included. */
export const gremiumsstandSchema = z.strictObject({
  id: kennungSchema,
  koerperschaft: z.string(),
  name: z.string(),
  gesetzlicheZahl: z.int().min(1).nullable(),
  nr: z.int().min(1),
});
export type Gremiumsstand = z.infer<typeof gremiumsstandSchema>;

export const gremiumAnlegenSchema = z.strictObject({
  id: kennungSchema.describe('z. B. sozialausschuss'),
  name: z.string().trim().min(1).max(200),
  gesetzlicheZahl: z.int().min(1).max(500).nullable().default(null),
});

/** The data of every event of a Gremium, by its art (version 1 each). */
export const gremiumsereignisse = {
  GremiumAngelegt: z.strictObject({ name: z.string(), gesetzlicheZahl: z.int().nullable() }),
} as const;
export interface NeuesGremiumsereignis {
  readonly art: 'GremiumAngelegt';
  readonly daten: z.infer<typeof gremiumsereignisse.GremiumAngelegt>;
}

export function liesGremiumsereignis(art: string, daten: unknown): NeuesGremiumsereignis {
  if (art !== 'GremiumAngelegt') throw new TypeError(`Unbekanntes Ereignis eines Gremiums: ${art}`);
  return { art, daten: gremiumsereignisse.GremiumAngelegt.parse(daten) };
}

export function wendeAufGremiumAn(
  _stand: Gremiumsstand | null,
  { daten }: NeuesGremiumsereignis,
  h: Herkunft,
): Gremiumsstand {
  return { id: h.id, koerperschaft: h.koerperschaft, ...daten, nr: h.nr };
}

export function gremiumsprojektionen(stand: Gremiumsstand): Projektion[] {
  return [{ liste: 'GREMIEN', rang: `G#${stand.id}`, daten: { id: stand.id, name: stand.name } }];
}
