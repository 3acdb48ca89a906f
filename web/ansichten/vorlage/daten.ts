import type { NeuesVorlagenereignis } from '../../../domain/vorlage/ereignisse.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';

/** An issued paper, as GET /vorlagen/{id} lists it. */
export interface Papier {
  readonly ereignis: number;
  readonly fassung: number;
  readonly dateiname: string;
  readonly sha256: string;
  readonly zeit: string;
}

/** GET /vorlagen/{id} */
export interface Vorlagenantwort {
  readonly vorlage: Vorlagenstand;
  /** For If-Match. */
  readonly version: number;
  readonly papiere: readonly Papier[];
  readonly namen: Readonly<Record<string, string>>;
}

/** One event of the course, its free texts put back. */
export type Verlaufseintrag = NeuesVorlagenereignis & {
  readonly nr: number;
  readonly zeit: string;
  readonly person: string;
  readonly vertretungFuer: string | null;
};

/** GET /vorlagen/{id}/verlauf */
export interface Verlaufsantwort {
  readonly eintraege: readonly Verlaufseintrag[];
  readonly namen: Readonly<Record<string, string>>;
}
