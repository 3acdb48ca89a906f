import type { Freigabeweg, Station } from '../../../domain/freigabeweg/freigabeweg.ts';
import type { Vorlauf } from '../../../domain/fristen/rueckrechnung.ts';
import { verpasstSitzung } from '../../../domain/fristen/rueckrechnung.ts';
import { offeneBeratung, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import type { Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import { beratungspunkte, planVon } from './gremienweg.ts';
import { stationstitel, stelleVon } from './stellen.ts';
import { verwaltungsweg } from './verwaltungsweg.ts';
import { type Wegpunkt, wegpunkt } from './wegpunkt.ts';

export interface Wegangaben {
  readonly stand: Vorlagenstand;
  /** Null for those who may not read the course: they get the Beratungen only. */
  readonly verlauf: readonly Verlaufseintrag[] | null;
  readonly freigabeweg: Freigabeweg;
  readonly vorlauf: Vorlauf;
  readonly namen: Namen;
}

/** Freigabeweg and Gremienweg as one: what was (by its end), where it is, what comes. */
export function wegVon(w: Wegangaben): Wegpunkt[] {
  const { stand, verlauf, namen, vorlauf, freigabeweg } = w;
  const beratungen = beratungspunkte(stand, verlauf ?? [], namen, (b) => planVon(b, vorlauf, freigabeweg));
  if (!verlauf) return geordnet(beratungen);
  const verwaltung = verwaltungsweg(verlauf, namen).map((p) =>
    p.bis === null ? { ...p, lage: 'jetzt' as const, spaetestens: bisWann(w, stand.halt?.station) } : p,
  );
  const kommende = kommendeStationen(stand, freigabeweg).map((s) =>
    wegpunkt({
      schluessel: `s${s.name}`,
      lage: 'kommt',
      titel: stationstitel(stelleVon(s, stand), namen.stelle),
      spaetestens: bisWann(w, s.name),
    }),
  );
  return geordnet([...verwaltung, ...kommende, ...beratungen]);
}

function geordnet(punkte: readonly Wegpunkt[]): Wegpunkt[] {
  const rang = (p: Wegpunkt) => ({ vergangen: 0, jetzt: 1, kommt: 2 })[p.lage];
  // What fell away has no end: it stands after what has one.
  const ende = (p: Wegpunkt) => p.bis ?? '9999';
  return punkte.toSorted(
    (a, b) => rang(a) - rang(b) || (a.lage === 'vergangen' ? ende(a).localeCompare(ende(b)) : 0),
  );
}

/** Stations that still have to release the present version, or the next one while it is being written. */
export function kommendeStationen(
  stand: Pick<Vorlagenstand, 'phase' | 'fassungen' | 'freigaben' | 'halt'>,
  freigabeweg: Freigabeweg,
): Station[] {
  if (!['entwurf', 'unterwegs', 'ueberarbeitung'].includes(stand.phase)) return [];
  const fassung = stand.fassungen.length + (stand.phase === 'unterwegs' ? 0 : 1);
  return freigabeweg.stationen.filter(
    (s) =>
      !(stand.phase === 'unterwegs' && s.name === stand.halt?.station) &&
      !stand.freigaben.some(
        (f) =>
          f.station === s.name && (f.fassung === fassung || (s.art === 'verwaltung' && !s.prueftNeueFassung)),
      ),
  );
}

/** Last day of a station (without one: of the submission) for the first open Beratung. */
function bisWann({ stand, vorlauf, freigabeweg }: Wegangaben, station: string | undefined): string | null {
  const plan = planVon(offeneBeratung(stand), vorlauf, freigabeweg);
  if (!plan) return null;
  if (station === undefined) return plan.einreichung;
  return plan.stationen.find((s) => s.name === station)?.bis ?? null;
}

/** The day of the Sitzung that can no longer be reached by counting back; null while it can. */
export function verpassterTag(w: Omit<Wegangaben, 'verlauf' | 'namen'>, heute: string): string | null {
  const erste = offeneBeratung(w.stand);
  const plan = planVon(erste, w.vorlauf, w.freigabeweg);
  const laeuft = w.stand.halt !== null || w.stand.phase === 'entwurf';
  if (!plan || !laeuft || erste?.sitzung) return null;
  // Sent back, it lies before the first station again.
  const station = w.stand.halt?.art === 'ueberarbeitung' ? null : (w.stand.halt?.station ?? null);
  return verpasstSitzung(plan, station, heute) ? plan.sitzung : null;
}
