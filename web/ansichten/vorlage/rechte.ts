import { darf } from '../../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../../domain/rollen/gegenstand.ts';
import type { Akteur, AusgeuebteStelle } from '../../../domain/rollen/stelle.ts';
import { zieheZurueck } from '../../../domain/vorlage/befehle/zurueckziehen.ts';
import { aktuelleFassung, type Beratung, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';

/** In which Stelle the person decides at the present station; null when it is not their turn. */
export function entscheidetAls(akteur: Akteur, stand: Vorlagenstand): AusgeuebteStelle | null {
  if (stand.halt?.art !== 'station') return null;
  const befugnis = darf(akteur, 'station.entscheiden', gegenstandVon(stand));
  return befugnis.erlaubt ? befugnis.stelle : null;
}

/** Four eyes: nobody decides what they drafted or submitted. */
export function istEigene(akteur: Pick<Akteur, 'person'>, stand: Vorlagenstand): boolean {
  return [stand.verfasser, aktuelleFassung(stand)?.eingereichtVon].includes(akteur.person);
}

export function darfLesen(akteur: Akteur, was: 'verlauf' | 'kette', stand: Vorlagenstand): boolean {
  return darf(akteur, `${was}.lesen`, gegenstandVon(stand)).erlaubt;
}

/** The rules are asked as well: once its Sitzung has begun, it is withdrawn there. */
export function darfZurueckziehen(akteur: Akteur, stand: Vorlagenstand, jetzt: string): boolean {
  return (
    darf(akteur, 'vorlage.zurueckziehen', gegenstandVon(stand)).erlaubt &&
    zieheZurueck(stand, { begruendung: '-' }, { jetzt }).ok
  );
}

export function darfBearbeiten(akteur: Akteur, stand: Vorlagenstand): boolean {
  return darf(akteur, 'vorlage.bearbeiten', gegenstandVon(stand)).erlaubt;
}

export function darfGremienwegAendern(akteur: Akteur, stand: Vorlagenstand): boolean {
  return stand.halt !== null && darf(akteur, 'gremienweg.aendern', gegenstandVon(stand)).erlaubt;
}

/** May the person open the Sitzungen of this Gremium? */
export function darfSitzungLesen(akteur: Akteur, gremium: string): boolean {
  return darf(akteur, 'sitzung.lesen', { gremien: [gremium] }).erlaubt;
}

/** What the Sitzungsdienst (or the chair) can do for a Beratung on the screen of its Sitzung. */
export interface Sitzungsschritt {
  readonly beratung: Beratung;
  readonly was: 'tagesordnung' | 'ergebnis' | 'berichtigung';
}

export function sitzungsschritte(akteur: Akteur, stand: Vorlagenstand): Sitzungsschritt[] {
  return stand.gremienweg.flatMap((beratung): Sitzungsschritt[] => {
    const hier = gegenstandVon(stand, beratung.nr);
    if (beratung.freigegeben) {
      const darfEs = beratung.sitzung !== null && darf(akteur, 'ergebnis.berichtigen', hier).erlaubt;
      return darfEs ? [{ beratung, was: 'berichtigung' }] : [];
    }
    if (beratung.sitzung) {
      return darf(akteur, 'ergebnis.erfassen', hier).erlaubt ? [{ beratung, was: 'ergebnis' }] : [];
    }
    return darf(akteur, 'tagesordnung.setzen', hier).erlaubt ? [{ beratung, was: 'tagesordnung' }] : [];
  });
}
