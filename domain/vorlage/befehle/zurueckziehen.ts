import * as z from 'zod';
import { lehneAb } from '../../gemeinsam/antwort.ts';
import { freitext } from '../../gemeinsam/freitext.ts';
import type { Phase, Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';

export const zurueckziehenSchema = z.strictObject({
  begruendung: z
    .string()
    .trim()
    .min(1, 'Bitte begründen Sie, warum die Vorlage zurückgezogen wird.')
    .max(5_000),
});

const beendet: ReadonlySet<Phase> = new Set(['abgeschlossen', 'zurueckgezogen', 'verworfen']);

/** The Amt withdraws, at any time before its Beratung. */
export function zieheZurueck(
  stand: Vorlagenstand,
  befehl: z.infer<typeof zurueckziehenSchema>,
  u: Pick<Umgebung, 'jetzt'>,
): Entscheidung {
  if (beendet.has(stand.phase)) {
    return lehneAb('SCHON_BEENDET', 'Diese Vorlage ist schon beendet.');
  }
  const begonnen = stand.gremienweg.some((b) => b.sitzungsbeginn !== null && b.sitzungsbeginn <= u.jetzt);
  if (begonnen || stand.gremienweg.some((b) => b.ergebnis !== null)) {
    return lehneAb(
      'SCHON_BERATEN',
      'Die Sitzung hat schon begonnen. Die Rücknahme erklärt das Amt in der Sitzung (Ergebnis „zurückgezogen“).',
    );
  }
  return schreibe({ art: 'Zurueckgezogen', daten: { grund: freitext(befehl.begruendung) } });
}
