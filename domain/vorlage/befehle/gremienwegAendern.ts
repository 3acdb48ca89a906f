import * as z from 'zod';
import { lehneAb } from '../../gemeinsam/antwort.ts';
import { freitext } from '../../gemeinsam/freitext.ts';
import { type GeplanteBeratung, geplanteBeratungSchema } from '../ereignisse.ts';
import { haltAnStation, haltInBeratung } from '../halt.ts';
import { type Beratung, istOeffentlich, type Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';

export const gremienwegAendernSchema = z.strictObject({
  beratungen: z
    .array(z.strictObject({ nr: z.int().min(1).nullable().default(null), ...geplanteBeratungSchema.shape }))
    .min(1)
    .max(20)
    .describe('Die noch offenen Beratungen in ihrer neuen Reihenfolge; nr nur bei schon vorhandenen'),
  begruendung: z.string().trim().min(1).max(5_000),
});

/** Changes the open part of the Gremienweg while it runs; what is released or on an agenda stays. */
export function aendereGremienweg(
  stand: Vorlagenstand,
  befehl: z.infer<typeof gremienwegAendernSchema>,
  u: Umgebung,
): Entscheidung {
  if (!stand.halt || stand.phase === 'entwurf') {
    return lehneAb(
      'GREMIENWEG_FEST',
      'Der Gremienweg lässt sich nur ändern, solange die Vorlage unterwegs ist.',
    );
  }
  const offene = stand.gremienweg.filter((b) => b.freigegeben === null);
  const genannt = new Set(befehl.beratungen.map((b) => b.nr).filter((nr) => nr !== null));
  if (genannt.size !== befehl.beratungen.filter((b) => b.nr !== null).length) {
    return lehneAb('BERATUNG_DOPPELT', 'Eine Beratung ist doppelt genannt.');
  }
  for (const nr of genannt) {
    if (!offene.some((b) => b.nr === nr)) {
      return lehneAb('BERATUNG_UNBEKANNT', `Beratung ${nr} ist nicht mehr offen oder unbekannt.`);
    }
  }
  const gebunden = offene.find((b) => b.sitzung !== null && !stehtUnveraendert(b, befehl.beratungen));
  if (gebunden) {
    return lehneAb(
      'BERATUNG_AUF_TAGESORDNUNG',
      `Beratung ${gebunden.nr} steht schon auf einer Tagesordnung und kann hier nicht geändert werden.`,
    );
  }
  const danach = [...stand.gremienweg.filter((b) => b.freigegeben !== null), ...befehl.beratungen];
  if (!istOeffentlich(stand) && danach.every((b) => b.oeffentlich) && stand.halt.rolle !== 'Dezernat') {
    return lehneAb(
      'TEIL_GEAENDERT',
      'Damit würde eine nichtöffentliche Vorlage öffentlich. Das entscheidet das Dezernat, solange sie bei ihm liegt.',
      { paragraf: '§ 35 GemO' },
    );
  }
  let naechste = Math.max(0, ...stand.gremienweg.map((b) => b.nr));
  const beratungen = befehl.beratungen.map((b) => ({ ...b, nr: b.nr ?? ++naechste }));
  return schreibe({
    art: 'GremienwegGeaendert',
    daten: { beratungen, grund: freitext(befehl.begruendung), weiter: neuerHalt(stand, beratungen[0], u) },
  });
}

/** What members were invited to: Gremium, role, day and part of the Sitzung. */
function stehtUnveraendert(
  b: Beratung,
  neue: readonly ({ nr: number | null } & GeplanteBeratung)[],
): boolean {
  return neue.some(
    (n) =>
      n.nr === b.nr &&
      n.gremium === b.gremium &&
      n.rolle === b.rolle &&
      n.datum === b.datum &&
      n.oeffentlich === b.oeffentlich,
  );
}

/**
 * In the Beratung phase the wait moves to another first Beratung, and the Formpruefung to the Sitzungsdienst
 * of another first Gremium; else the station keeps it.
 */
function neuerHalt(
  stand: Vorlagenstand,
  erste: ({ nr: number } & GeplanteBeratung) | undefined,
  u: Umgebung,
) {
  if (!stand.halt || !erste) return null;
  if (stand.halt.art === 'station') {
    const station = u.freigabeweg.stationen.find((s) => s.name === stand.halt?.station);
    if (station?.art !== 'gremium' || stand.halt.bereich === erste.gremium) return null;
    const ort = { ...stand, gremienweg: [erste] };
    return haltAnStation(ort, station, stand.wartenummer + 1, u);
  }
  if (stand.halt.art !== 'beratung') return null;
  const bisher = stand.gremienweg.find((b) => b.nr === erste.nr);
  if (stand.halt.beratung === erste.nr && stand.halt.bereich === erste.gremium) return null;
  const sitzungsbeginn = bisher?.sitzungsbeginn ?? null;
  return haltInBeratung({ ...erste, sitzungsbeginn }, stand.wartenummer + 1, u);
}
