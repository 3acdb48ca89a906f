import * as z from 'zod';
import { tagSchema } from '../../gemeinsam/datum.ts';
import { freitext } from '../../gemeinsam/freitext.ts';
import { zeilenSchema } from '../../gemeinsam/zeile.ts';
import { geplanteBeratungSchema } from '../ereignisse.ts';

/** Head of the form as a clerk may change it. Betreff: 1-250 characters, it becomes the title of the TOP. */
export const kopfSchema = z.strictObject({
  betreff: zeilenSchema
    .min(1, 'Bitte einen Betreff angeben.')
    .max(250, 'Der Betreff darf höchstens 250 Zeichen haben.'),
  az: zeilenSchema.min(1).max(50).nullable().default(null),
  datum: tagSchema.nullable().default(null),
  gremienweg: z
    .array(geplanteBeratungSchema)
    .min(1, 'Der Gremienweg braucht mindestens eine Beratung.')
    .max(20, 'Der Gremienweg darf höchstens 20 Beratungen haben.'),
});
export type Kopf = z.infer<typeof kopfSchema>;

export function kopfInsEreignis(kopf: Kopf) {
  return { betreff: freitext(kopf.betreff), az: kopf.az, datum: kopf.datum, gremienweg: kopf.gremienweg };
}
