import { darf } from '../../../domain/rollen/darf.ts';
import type { Akteur } from '../../../domain/rollen/stelle.ts';
import type { Sitzungsdaten } from './typen.ts';

export const sitzungsphasen = ['vorbereiten', 'durchfuehren', 'nachbereiten'] as const;
export type Sitzungsphase = (typeof sitzungsphasen)[number];

export const phasennamen: Readonly<Record<Sitzungsphase, string>> = {
  vorbereiten: 'Vorbereiten',
  durchfuehren: 'Durchführen',
  nachbereiten: 'Nachbereiten',
};

/** The phases a person may use: everybody sees the agenda; only the Sitzungsdienst of the Gremium records. */
export function phasenFuer(akteur: Akteur, sitzung: Pick<Sitzungsdaten, 'gremium'>): Sitzungsphase[] {
  const gegenstand = { beratungsgremium: sitzung.gremium, phase: 'beratung' as const };
  const darfErfassen = darf(akteur, 'ergebnis.erfassen', gegenstand).erlaubt;
  return darfErfassen ? [...sitzungsphasen] : ['vorbereiten'];
}

/**
 * The phase to begin with: before the day of the Sitzung its preparation, from then on the outcomes until all
 * are recorded, and after that what is left to release.
 * @param heute day in Berlin, `tagDerSitzung` likewise
 */
export function ueblichePhase(
  sitzung: Pick<Sitzungsdaten, 'tops'>,
  tagDerSitzung: string,
  heute: string,
  moeglich: readonly Sitzungsphase[],
): Sitzungsphase {
  const offen = sitzung.tops.some((t) => !t.hatErgebnis && !t.freigegeben);
  const phase = heute < tagDerSitzung ? 'vorbereiten' : offen ? 'durchfuehren' : 'nachbereiten';
  return sitzung.tops.length > 0 && moeglich.includes(phase) ? phase : (moeglich[0] ?? 'vorbereiten');
}
