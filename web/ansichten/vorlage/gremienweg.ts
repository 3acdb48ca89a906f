import { ergebnisInWorten } from '../../../domain/ergebnis/in-worten.ts';
import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import type { Freigabeweg } from '../../../domain/freigabeweg/freigabeweg.ts';
import { type Rueckrechnung, rechneZurueck, type Vorlauf } from '../../../domain/fristen/rueckrechnung.ts';
import type { Beratung, Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import type { Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import { alsZusatz, handelnd } from './verwaltungsweg.ts';
import { type Nebensatz, type Wegpunkt, wegpunkt } from './wegpunkt.ts';

/** Deadlines before the Sitzung of a Beratung; null as long as it has no day. */
export function planVon(
  beratung: Pick<Beratung, 'datum'> | undefined,
  vorlauf: Vorlauf,
  freigabeweg: Freigabeweg,
): Rueckrechnung | null {
  if (!beratung?.datum) return null;
  return rechneZurueck({ sitzung: beratung.datum, einstellungen: vorlauf, freigabeweg });
}

/** The outcome as a sentence of its own. */
export function ergebnissatz(ergebnis: unknown, namen: Namen): string {
  // An outcome inside an event holds its free texts in another shape; the words do not depend on them.
  const worte = ergebnisInWorten(ergebnis as Ergebnis, { gremium: namen.gremium });
  return worte.charAt(0).toUpperCase() + worte.slice(1);
}

/** What happened to a Beratung beside its outcome: taken off an agenda, corrected. */
function daneben(nr: number, verlauf: readonly Verlaufseintrag[], namen: Namen): Nebensatz[] {
  const saetze: Nebensatz[] = [];
  let bisher: string | null = null;
  for (const e of verlauf) {
    const von = { zeit: e.zeit, wer: handelnd(e, namen) };
    if (e.art === 'VonTagesordnungGenommen' && e.daten.beratung === nr) {
      const satz = 'Von der Tagesordnung genommen';
      saetze.push({ ...von, satz, zusatz: alsZusatz('Begründung', e.daten.grund) });
    }
    if (e.art === 'ErgebnisFreigegeben' && e.daten.beratung === nr) {
      bisher = ergebnissatz(e.daten.ergebnis, namen);
    }
    if (e.art === 'ErgebnisBerichtigt' && e.daten.beratung === nr) {
      const satz = bisher ? `Berichtigt; vorher: ${bisher}` : 'Berichtigt';
      saetze.push({ ...von, satz, zusatz: alsZusatz('Begründung', e.daten.grund) });
      bisher = ergebnissatz(e.daten.ergebnis, namen);
    }
  }
  return saetze;
}

function ausgangVon(b: Beratung, beendet: boolean, namen: Namen): string | null {
  if (b.freigegeben && b.ergebnis) return ergebnissatz(b.ergebnis, namen);
  if (b.freigegeben) return 'Beraten; das Ergebnis ist nichtöffentlich';
  if (beendet) return 'Entfällt';
  if (b.ergebnis) return `Erfasst, noch nicht freigegeben: ${ergebnissatz(b.ergebnis, namen)}`;
  return null;
}

/** The Beratungen in their order. What was released is past; after the end the rest falls away. */
export function beratungspunkte(
  stand: Vorlagenstand,
  verlauf: readonly Verlaufseintrag[],
  namen: Namen,
  planen: (b: Beratung) => Rueckrechnung | null,
): Wegpunkt[] {
  const beendet = stand.halt === null && stand.phase !== 'entwurf';
  return stand.gremienweg.map((b) => {
    const jetzt = stand.halt?.beratung === b.nr;
    const lage = b.freigegeben || beendet ? 'vergangen' : jetzt ? 'jetzt' : 'kommt';
    return wegpunkt({
      schluessel: `b${b.nr}`,
      lage,
      titel: namen.gremium(b.gremium),
      bis: b.freigegeben?.zeit ?? null,
      ausgang: ausgangVon(b, beendet, namen),
      ton: b.freigegeben ? 'success' : 'neutral',
      frist: jetzt ? (stand.halt?.frist ?? null) : null,
      beratung: b,
      plan: lage !== 'vergangen' && b.sitzung === null ? planen(b) : null,
      daneben: daneben(b.nr, verlauf, namen),
    });
  });
}
