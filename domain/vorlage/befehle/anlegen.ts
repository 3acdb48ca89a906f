import * as z from 'zod';
import { kennungSchema } from '../../gemeinsam/kennung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';
import { kopfInsEreignis, kopfSchema } from './kopf.ts';

export const anlegenSchema = z.strictObject({
  art: z.literal('UV').describe('Unterrichtungsvorlage'),
  amt: kennungSchema.describe('Nummer des Amts, z. B. 50'),
  ...kopfSchema.shape,
});

export interface AmtImPlan {
  readonly nr: string;
  readonly name: string;
  readonly dezernat: string;
}

/** Opens a draft: no number yet, held by its clerk. */
export function legeAn(befehl: z.infer<typeof anlegenSchema>, amt: AmtImPlan): Entscheidung {
  return schreibe({
    art: 'VorlageAngelegt',
    daten: {
      art: befehl.art,
      amt: { nr: amt.nr, name: amt.name },
      dezernat: amt.dezernat,
      ...kopfInsEreignis(befehl),
    },
  });
}
