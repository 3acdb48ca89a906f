import * as z from 'zod';
import { type Akte, hole } from './akte.ts';
import { daten, type Eintrag } from './eintrag.ts';

/**
 * The technical side of a Vorlage's way, beside the chain: which execution runs it, and whether it was
 * halted. `haltNr` counts the halts; its token lies under the wait number -haltNr.
 */
export const ablaufstandSchema = z.object({
  vorlage: z.string(),
  runde: z.int().min(1),
  gestartet: z.string(),
  haltNr: z.int().min(0),
  angehalten: z
    .object({ zustand: z.string(), fehler: z.string(), ursache: z.string(), seit: z.string() })
    .nullable(),
  /** What the operator decided on halt `haltNr`. */
  entscheid: z.enum(['erneut', 'abbrechen']).nullable(),
});
export type Ablaufstand = z.infer<typeof ablaufstandSchema>;

export async function ladeAblaufstand(akte: Akte, vorlage: string): Promise<Ablaufstand | null> {
  const eintrag = await hole(akte, akte.schluessel.ablauf(vorlage));
  return eintrag ? ablaufstandSchema.parse(daten(eintrag)) : null;
}

/**
 * In the index while somebody must look after it: `laeuft` for the nightly sweep, `angehalten` for the
 * operator. What the operator broke off stays so until a restart.
 * @param beendet the Vorlage has reached its end: nothing runs any more
 */
export function ablaufeintrag(akte: Akte, a: Ablaufstand, beendet = false): Eintrag {
  const status = a.angehalten && !a.entscheid ? 'angehalten' : 'laeuft';
  const ohneIndex = beendet || a.entscheid === 'abbrechen';
  return {
    ...akte.schluessel.ablauf(a.vorlage),
    kind: 'ablauf',
    haltNr: a.haltNr,
    runde: a.runde,
    daten: JSON.stringify(a),
    gsi1pk: ohneIndex ? undefined : akte.schluessel.ablaufstatus(status),
    gsi1sk: ohneIndex ? undefined : `${a.gestartet}#${a.vorlage}`,
  };
}
