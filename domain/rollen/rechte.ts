import type { Phase } from '../vorlage/stand.ts';
import type { Rolle } from './rolle.ts';

/**
 * Allowed = role x scope x action x state, in one table. `bereich` says which
 * part of the object the scope of the role is compared with.
 */
export const aktionen = [
  'vorlage.anlegen',
  'vorlage.bearbeiten',
  'vorlage.zurueckziehen',
  'vorlage.lesen',
  'vorlage.entwurfLesen',
  'verlauf.lesen',
  'kette.lesen',
  'kette.alle',
  'station.entscheiden',
  'gremienweg.aendern',
  'tagesordnung.setzen',
  'ergebnis.offenLesen',
  'ergebnis.erfassen',
  'ergebnis.freigeben',
  'ergebnis.berichtigen',
  'sitzung.anlegen',
  'sitzung.lesen',
  'amt.lesen',
  'dezernat.lesen',
  'pool.lesen',
  'vertretung.einrichten',
  'verwaltung.pflegen',
  'betrieb.fuehren',
] as const;
export type Aktion = (typeof aktionen)[number];

type Bereichsbezug = 'amt' | 'dezernat' | 'gremium' | 'beratungsgremium' | 'halt' | 'selbst' | 'alle';

export interface Recht {
  readonly rolle: Rolle;
  readonly aktion: Aktion;
  readonly bereich: Bereichsbezug;
  /** Phases of the Vorlage in which it holds; null = any, or no Vorlage involved. */
  readonly phasen: readonly Phase[] | null;
}

const offen: readonly Phase[] = ['entwurf', 'unterwegs', 'ueberarbeitung', 'beratung'];
const unterwegs: readonly Phase[] = ['unterwegs', 'ueberarbeitung', 'beratung'];
const eingereicht: readonly Phase[] = [...unterwegs, 'abgeschlossen', 'zurueckgezogen'];
const inBeratung: readonly Phase[] = ['beratung'];
const nachBeratung: readonly Phase[] = ['beratung', 'abgeschlossen'];
/** An outcome may also have ended the way by a withdrawal in the Sitzung. */
const mitErgebnis: readonly Phase[] = [...nachBeratung, 'zurueckgezogen'];

function recht(
  rolle: Rolle,
  bereich: Bereichsbezug,
  aktionenHier: readonly Aktion[],
  phasen: Recht['phasen'] = null,
) {
  return aktionenHier.map((aktion): Recht => ({ rolle, aktion, bereich, phasen }));
}

export const rechte: readonly Recht[] = [
  ...recht('Sachbearbeitung', 'amt', [
    'vorlage.anlegen',
    'amt.lesen',
    'vorlage.lesen',
    'vorlage.entwurfLesen',
    'verlauf.lesen',
  ]),
  ...recht('Sachbearbeitung', 'amt', ['vorlage.bearbeiten'], ['entwurf', 'ueberarbeitung']),
  ...recht('Sachbearbeitung', 'amt', ['vorlage.zurueckziehen'], offen),

  ...recht('Amtsleitung', 'amt', ['amt.lesen', 'vorlage.lesen', 'vorlage.entwurfLesen']),
  ...recht('Amtsleitung', 'amt', ['verlauf.lesen', 'kette.lesen']),
  ...recht('Amtsleitung', 'amt', ['vorlage.zurueckziehen'], unterwegs),
  ...recht('Amtsleitung', 'halt', ['station.entscheiden'], ['unterwegs']),
  ...recht('Amtsleitung', 'selbst', ['vertretung.einrichten']),

  ...recht('Dezernat', 'dezernat', ['dezernat.lesen']),
  ...recht('Dezernat', 'dezernat', ['vorlage.lesen', 'vorlage.entwurfLesen'], eingereicht),
  ...recht('Dezernat', 'dezernat', ['verlauf.lesen', 'kette.lesen'], eingereicht),
  ...recht('Dezernat', 'halt', ['station.entscheiden'], ['unterwegs']),
  // Only while it holds the paper: a release binds to what was released.
  ...recht('Dezernat', 'halt', ['gremienweg.aendern'], ['unterwegs']),
  ...recht('Dezernat', 'selbst', ['vertretung.einrichten']),

  ...recht('Sitzungsdienst', 'gremium', ['sitzung.anlegen', 'sitzung.lesen', 'pool.lesen']),
  ...recht('Sitzungsdienst', 'gremium', ['vorlage.lesen', 'verlauf.lesen', 'kette.lesen'], eingereicht),
  ...recht('Sitzungsdienst', 'halt', ['station.entscheiden'], ['unterwegs']),
  ...recht('Sitzungsdienst', 'gremium', ['gremienweg.aendern'], unterwegs),
  ...recht('Sitzungsdienst', 'beratungsgremium', ['tagesordnung.setzen', 'ergebnis.erfassen'], inBeratung),
  ...recht('Sitzungsdienst', 'beratungsgremium', ['ergebnis.freigeben', 'ergebnis.offenLesen'], inBeratung),
  ...recht('Sitzungsdienst', 'beratungsgremium', ['ergebnis.berichtigen'], mitErgebnis),
  ...recht('Sitzungsdienst', 'selbst', ['vertretung.einrichten']),

  ...recht('Vorsitz', 'gremium', ['sitzung.lesen', 'pool.lesen']),
  ...recht('Vorsitz', 'gremium', ['vorlage.lesen'], nachBeratung),
  ...recht('Vorsitz', 'beratungsgremium', ['tagesordnung.setzen'], inBeratung),

  ...recht('Gremienmitglied', 'gremium', ['sitzung.lesen']),
  ...recht('Gremienmitglied', 'gremium', ['vorlage.lesen'], nachBeratung),

  ...recht('Systembetreuung', 'alle', ['verwaltung.pflegen', 'betrieb.fuehren']),

  ...recht('Revision', 'alle', ['vorlage.lesen', 'verlauf.lesen', 'kette.lesen'], eingereicht),
  ...recht('Revision', 'alle', ['ergebnis.offenLesen'], inBeratung),
  ...recht('Revision', 'alle', ['kette.alle']),
  ...recht('Revision', 'alle', ['sitzung.lesen', 'pool.lesen', 'dezernat.lesen']),
];
