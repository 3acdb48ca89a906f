import { useState } from 'preact/hooks';
import { sende } from '../../../api/klient.ts';
import { sage } from '../../../app/ansage.ts';
import { nachFenster } from '../../../app/rueckholen.ts';
import { Dialog } from '../../../bausteine/Dialog.tsx';
import { Textbereich } from '../../../bausteine/Feld.tsx';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import type { Sitzungsdaten, Tagesordnungspunkt } from '../typen.ts';

export interface Entfernenangaben {
  readonly sitzung: Sitzungsdaten;
  readonly punkt: Tagesordnungspunkt;
  readonly onZu: () => void;
  readonly onEntfernt: () => void;
}

/** Takes an item off the agenda, with the reason that everybody concerned will read. */
export function Entfernen({ sitzung, punkt, onZu, onEntfernt }: Entfernenangaben) {
  const [grund, setze] = useState('');
  const [fehlt, setzeFehlt] = useState(false);
  const entferne = () => {
    if (grund.trim() === '') return setzeFehlt(true);
    onZu();
    nachFenster(`${punkt.top} ${punkt.betreff} wird von der Tagesordnung genommen`, (ueberlebt) =>
      sende('POST', `/sitzungen/${sitzung.id}/tops/entfernung`, {
        koerper: { vorlage: punkt.vorlage, beratung: punkt.beratung, begruendung: grund },
        version: punkt.version,
        ueberlebt,
      }),
    ).then(
      (getan) => {
        if (getan) sage(`${punkt.betreff} steht nicht mehr auf der Tagesordnung.`);
        onEntfernt();
      },
      () => onEntfernt(),
    );
  };
  return (
    <Dialog
      titel={`${punkt.top} von der Tagesordnung nehmen`}
      onZu={onZu}
      fuss={
        <>
          <Knopf art="secondary" onClick={onZu}>
            Abbrechen
          </Knopf>
          <Knopf onClick={entferne}>Von der Tagesordnung nehmen</Knopf>
        </>
      }
    >
      <p class="gw-text">{punkt.betreff}</p>
      <Textbereich
        name="begruendung"
        label="Warum?"
        hinweis="Den Grund liest das Amt und das Dezernat in der Nachricht."
        wert={grund}
        onWert={setze}
        hoechstlaenge={5000}
        fehler={
          fehlt && grund.trim() === ''
            ? 'Bitte begründen Sie, warum der Punkt heruntergenommen wird.'
            : undefined
        }
      />
    </Dialog>
  );
}
