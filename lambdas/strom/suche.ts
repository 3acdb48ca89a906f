import * as z from 'zod';
import type { Akte } from '../aws/akte/akte.ts';
import type { Ausgang } from '../aws/akte/ausgang.ts';
import { schreibeSuchindex } from '../aws/akte/suchindex.ts';
import type { Schreibvorgang } from '../aws/akte/transaktion.ts';

const sucheSchema = z.object({ vorlage: z.string() });

/** Brings the index to the Vorlage's state of now, whichever change asked for it. */
export async function indiziere(akte: Akte, ausgang: Ausgang): Promise<readonly Schreibvorgang[]> {
  await schreibeSuchindex(akte, sucheSchema.parse(ausgang.daten).vorlage);
  return [];
}
