import * as z from 'zod';
import { naechsteMahnung } from '../../../domain/fristen/mahnstufen.ts';
import type { Halt } from '../../../domain/vorlage/stand.ts';
import { type Akte, hole } from './akte.ts';
import { daten } from './eintrag.ts';

/** A wait with the level of reminders it has reached. The level lies beside the chain and locks nobody out. */
export const wartestandSchema = z.object({
  station: z.string(),
  wartenummer: z.int(),
  beginn: z.string(),
  fristTage: z.int(),
  frist: z.string(),
});

/** Level of reminders already sent for this wait: 0 = none. */
export async function mahnstufe(akte: Akte, vorlage: string, wartenummer: number): Promise<number> {
  const eintrag = await hole(akte, akte.schluessel.warte(vorlage, wartenummer));
  if (!eintrag) return 0;
  wartestandSchema.parse(daten(eintrag));
  return Number(eintrag.stufe ?? 0);
}

/** When the next reminder of this wait is due, ISO. */
export function mahnungFaellig(halt: Halt, stufe: number): string {
  return naechsteMahnung({ beginn: halt.beginn, fristArbeitstage: halt.fristTage, stufe });
}
