import type { Rueckrechnung } from '../../../domain/fristen/rueckrechnung.ts';
import type { Beratung } from '../../../domain/vorlage/stand.ts';

/** What somebody wrote at a point of the way. */
export interface Zusatz {
  readonly name: string;
  readonly text: string;
}

/** A fact beside the point, with who made it when: taken off an agenda, corrected. */
export interface Nebensatz {
  readonly zeit: string;
  readonly wer: string;
  readonly satz: string;
  readonly zusatz: Zusatz | null;
}

/** A point of the way of a Vorlage, as the timeline shows it. */
export interface Wegpunkt {
  readonly schluessel: string;
  readonly lage: 'vergangen' | 'jetzt' | 'kommt';
  readonly titel: string;
  /** Instants; null where it has not begun or ended. */
  readonly von: string | null;
  readonly bis: string | null;
  /** Who ended it. */
  readonly wer: string | null;
  readonly ausgang: string | null;
  readonly ton: 'success' | 'warning' | 'neutral';
  readonly zusatz: Zusatz | null;
  /** Last day of the present wait. */
  readonly frist: string | null;
  /** Last day by counting back from the Sitzung. */
  readonly spaetestens: string | null;
  readonly beratung: Beratung | null;
  /** Days before the Sitzung of a coming Beratung. */
  readonly plan: Rueckrechnung | null;
  readonly daneben: readonly Nebensatz[];
}

/** A point of which only what is given is known. */
export function wegpunkt(w: Pick<Wegpunkt, 'schluessel' | 'lage' | 'titel'> & Partial<Wegpunkt>): Wegpunkt {
  return {
    von: null,
    bis: null,
    wer: null,
    ausgang: null,
    ton: 'neutral',
    zusatz: null,
    frist: null,
    spaetestens: null,
    beratung: null,
    plan: null,
    daneben: [],
    ...w,
  };
}
