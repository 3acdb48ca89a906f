import { lehneAb } from '../../gemeinsam/antwort.ts';
import { beratungNr, type Vorlagenstand } from '../stand.ts';
import { pruefeTeil } from './aufTagesordnung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';

/**
 * Gives a Beratung another number, or the nichtoeffentlich part, on the agenda where it stands. A recorded
 * outcome does not hinder it; a released one does, because its paper and its mails name the number.
 */
export function aendereTop(
  stand: Vorlagenstand,
  befehl: { readonly beratung: number; readonly top: string; readonly oeffentlich: boolean },
  sitzung: { readonly id: string },
): Entscheidung {
  const beratung = beratungNr(stand, befehl.beratung);
  if (beratung?.sitzung !== sitzung.id) {
    return lehneAb(
      'NICHT_AUF_TAGESORDNUNG',
      'Diese Beratung steht nicht auf der Tagesordnung dieser Sitzung. Bitte laden Sie die Tagesordnung neu.',
    );
  }
  if (beratung.freigegeben !== null) {
    return lehneAb(
      'ERGEBNIS_FREIGEGEBEN',
      `Das Ergebnis zu ${beratung.top} ist schon freigegeben und nennt diese Nummer. Bitte lassen Sie den Punkt, wo er steht.`,
    );
  }
  if (stand.phase !== 'beratung') {
    return lehneAb(
      'NICHT_IN_BERATUNG',
      `Die Vorlage zu ${beratung.top} ist nicht mehr in Beratung. Bitte lassen Sie den Punkt, wo er steht.`,
    );
  }
  const { top, oeffentlich } = befehl;
  return (
    pruefeTeil(beratung, befehl) ??
    schreibe({ art: 'TopGeaendert', daten: { beratung: beratung.nr, top, oeffentlich } })
  );
}
