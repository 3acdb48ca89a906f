import type { Vorlagenart } from '../ergebnis/umfeld.ts';
import type { Rolle } from '../rollen/rolle.ts';

/**
 * The route of a Vorlagenart as data. Adding, removing or swapping a station is a change of this list:
 * state machine, work lists, rights and deadlines follow from it.
 */
export interface Freigabeweg {
  readonly art: Vorlagenart;
  readonly bezeichnung: string;
  readonly stationen: readonly Station[];
  /** Working days the clerk has for a new version after a Zurueckweisung. */
  readonly ueberarbeitung: { readonly frist: number };
}

export type Station = Verwaltungsstation | Gremiumsstation;

interface StationBasis {
  /** Its name in the graph, on screens and in mails; unique in the route. */
  readonly name: string;
  /** Role that decides here; its scope follows from the Vorlage (`bereich`). */
  readonly rolle: Rolle;
  /** Working days until the Frist; reminders and escalation count from it. */
  readonly frist: number;
  /** Who hears of it when the Frist has passed, level by level. */
  readonly eskalation: readonly Rolle[];
}

export interface Verwaltungsstation extends StationBasis {
  readonly art: 'verwaltung';
  /** Where the decider's scope comes from. */
  readonly bereich: 'amt' | 'dezernat';
  /** A new version after this station's release comes back here (design: setting per station). */
  readonly prueftNeueFassung: boolean;
}

export interface Gremiumsstation extends StationBasis {
  readonly art: 'gremium';
  /** The committee the Vorlage's own Gremienweg begins with. */
  readonly bereich: 'gremium';
}
