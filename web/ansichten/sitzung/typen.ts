import type { Pruefung } from '../../../domain/ergebnis/umfeld.ts';
import type { Phase, Vorlagenstand } from '../../../domain/vorlage/stand.ts';

import type { Mitgenommen } from '../../speicher/mitgenommen.ts';
import type { Termine } from './termine.ts';

/** An item of the agenda (GET /api/sitzungen/{id}), with what a list shows of its Vorlage. */
export interface Tagesordnungspunkt {
  /** "Ö 5" */
  readonly top: string;
  readonly vorlage: string;
  readonly beratung: number;
  readonly oeffentlich: boolean;
  /** Number of the Vorlage. */
  readonly nummer: string | null;
  readonly betreff: string;
  readonly phase: Phase;
  readonly hatErgebnis: boolean;
  readonly freigegeben: boolean;
  /** Of the Vorlage, for If-Match. */
  readonly version: number;
}

/** A Sitzung with its agenda. */
export interface Sitzungsdaten {
  readonly id: string;
  readonly koerperschaft: string;
  readonly gremium: string;
  /** ISO instant in UTC. */
  readonly beginn: string;
  readonly ort: string;
  readonly tops: readonly Tagesordnungspunkt[];
  readonly nr: number;
  /** Of the Sitzung, for If-Match at ordering. */
  readonly version: number;
}

/** What every phase of the screen gets. */
export interface Phasenangaben {
  readonly sitzung: Sitzungsdaten;
  /** What was taken along, where the server cannot be asked. */
  readonly geraet: Mitgenommen | null;
  /** Gremien and coming Sitzungen. */
  readonly termine: Termine;
  /** Loads the Sitzung again. */
  readonly neu: () => void;
}

/** A Vorlage as GET /api/vorlagen/{id} answers. */
export interface Vorlagenantwort {
  readonly vorlage: Vorlagenstand;
  readonly version: number;
  /** The verdict on each recorded outcome, by the number of its Beratung. */
  readonly pruefungen: Readonly<Record<string, Pruefung>>;
  readonly papiere: readonly Papier[];
  readonly namen: Readonly<Record<string, string>>;
}

export interface Papier {
  /** Number of the event it was written for. */
  readonly ereignis: number;
  readonly dateiname: string;
}

export interface Gremium {
  readonly id: string;
  readonly name: string;
}

/** A Sitzung as the calendar lists it (GET /api/kalender). */
export interface Sitzungszeile {
  readonly sitzung: string;
  readonly gremium: string;
  /** ISO instant in UTC. */
  readonly beginn: string;
  readonly ort: string;
  readonly gremiumName: string;
}
