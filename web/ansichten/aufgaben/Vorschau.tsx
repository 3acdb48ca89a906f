import { useEffect, useState } from 'preact/hooks';
import { Teilfehler } from '../../api/fehler.ts';
import { sage } from '../../app/ansage.ts';
import { nachFenster } from '../../app/rueckholen.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Ergebnisliste } from './Ergebnisliste.tsx';
import {
  type Aufgabe,
  bereiteVor,
  type Freigabeergebnis,
  type Freigabezeile,
  gibFrei,
  zusammenfassung,
} from './sammelfreigabe.ts';

export interface Vorschauangaben {
  readonly aufgaben: readonly Aufgabe[];
  readonly onZu: () => void;
  /** False: the list is not shown any more. */
  readonly onErgebnis: (ergebnisse: readonly Freigabeergebnis[]) => boolean;
}

/** What exactly is about to be released, looked up a moment ago. */
export function Vorschau({ aufgaben, onZu, onErgebnis }: Vorschauangaben) {
  const [stand, setze] = useState<{ zeilen: Freigabezeile[]; uebersprungen: Freigabeergebnis[] } | null>(
    null,
  );
  useEffect(() => {
    void bereiteVor(aufgaben).then(setze);
  }, []);
  const frei = () => {
    if (!stand) return;
    const { zeilen, uebersprungen } = stand;
    onZu();
    const satz =
      zeilen.length === 1 ? 'Eine Vorlage wird freigegeben' : `${zeilen.length} Vorlagen werden freigegeben`;
    void nachFenster(satz, async (ueberlebt) => {
      const gesendete = await gibFrei(zeilen, ueberlebt);
      const ergebnisse = [...gesendete, ...uebersprungen];
      sage(zusammenfassung(ergebnisse));
      const nicht = gesendete.filter((e) => !e.freigegeben);
      // Who has gone on, or is about to, reads it in the bar.
      if ((!onErgebnis(ergebnisse) || ueberlebt) && nicht.length > 0) {
        throw new Teilfehler(nicht.map((e) => `${e.zeile.nummer}: ${e.grund}`).join(' '));
      }
    });
  };
  return (
    <Dialog
      titel="Mehrere Vorlagen freigeben"
      onZu={onZu}
      fuss={
        <>
          <Knopf art="secondary" onClick={onZu}>
            Abbrechen
          </Knopf>
          {stand && stand.zeilen.length > 0 && (
            <Knopf onClick={frei}>
              {stand.zeilen.length === 1 ? 'Eine freigeben' : `${stand.zeilen.length} freigeben`}
            </Knopf>
          )}
        </>
      }
    >
      {stand === null ? (
        <Laedt was="Vorschau" hoehe={6} />
      ) : (
        <>
          <p>Diese Vorlagen gehen mit Ihrer Freigabe in der gezeigten Fassung weiter:</p>
          <ul class="kern-list">
            {stand.zeilen.map((z) => (
              <li key={z.vorlage} class="gw-text">
                <strong class="gw-zahl">{z.nummer}</strong> {z.betreff}{' '}
                <span class="gw-leise">
                  ({z.fassung}. Fassung, {z.station})
                </span>
              </li>
            ))}
          </ul>
          {stand.uebersprungen.length > 0 && <Ergebnisliste ergebnisse={stand.uebersprungen} />}
        </>
      )}
    </Dialog>
  );
}
