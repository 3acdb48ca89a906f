import * as z from 'zod';
import { lehneAb } from '../../gemeinsam/antwort.ts';
import { freitext } from '../../gemeinsam/freitext.ts';
import { haltInBeratung } from '../halt.ts';
import { beratungNr, type Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';

export const vonTagesordnungSchema = z.strictObject({
  vorlage: z.string(),
  beratung: z.int().min(1),
  begruendung: z
    .string()
    .trim()
    .min(1, 'Bitte begründen Sie, warum der Punkt von der Tagesordnung genommen wird.')
    .max(5_000),
});

/** Takes a Beratung off an agenda before the Sitzung; once it has begun, "abgesetzt" is an outcome. */
export function nimmVonTagesordnung(
  stand: Vorlagenstand,
  befehl: z.infer<typeof vonTagesordnungSchema>,
  sitzung: { readonly id: string },
  u: Umgebung,
): Entscheidung {
  const beratung = beratungNr(stand, befehl.beratung);
  if (beratung?.sitzung !== sitzung.id || beratung.freigegeben !== null || stand.phase !== 'beratung') {
    return lehneAb(
      'NICHT_AUF_TAGESORDNUNG',
      'Diese Beratung steht nicht auf der Tagesordnung dieser Sitzung.',
    );
  }
  if (beratung.ergebnis !== null || (beratung.sitzungsbeginn ?? '') <= u.jetzt) {
    return lehneAb(
      'SITZUNG_BEGONNEN',
      'Die Sitzung hat schon begonnen. Bitte halten Sie „abgesetzt“ als Ergebnis fest.',
    );
  }
  const imPool = { ...beratung, sitzungsbeginn: null };
  return schreibe({
    art: 'VonTagesordnungGenommen',
    daten: {
      beratung: beratung.nr,
      sitzung: sitzung.id,
      grund: freitext(befehl.begruendung),
      weiter: stand.halt?.beratung === beratung.nr ? haltInBeratung(imPool, stand.wartenummer + 1, u) : null,
    },
  });
}
