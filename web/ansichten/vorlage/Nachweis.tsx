import { useEffect, useState } from 'preact/hooks';
import type { Kettenbefund } from '../../../domain/ereignisse/kette.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { ApiFehler } from '../../api/fehler.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { pruefeHier } from '../../app/kettenpruefung.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { folge } from '../../bausteine/Herunterladen.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Zeichen } from '../../bausteine/Zeichen.tsx';
import type { Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import { Ereignisliste } from './Ereignisliste.tsx';
import { befundInWorten, type Kettenantwort } from './kettenbefund.ts';

export interface Nachweisangaben {
  readonly stand: Vorlagenstand;
  readonly verlauf: readonly Verlaufseintrag[];
  readonly namen: Namen;
}

/** The chain of events: whether it is unchanged, what it says, and its bytes to take away. */
export function Nachweis({ stand, verlauf, namen }: Nachweisangaben) {
  const { daten, fehler, neu } = nutzeAbfrage<Kettenantwort>(`/vorlagen/${stand.id}/kette`);
  const [befund, setze] = useState<Kettenbefund | null>(null);
  useEffect(() => {
    if (daten) void pruefeHier(daten.ereignisse).then(setze);
  }, [daten]);
  return (
    <section class="gw-vorlage__teil gw-nurbildschirm" aria-labelledby="nachweis">
      <h2 class="kern-heading-small" id="nachweis">
        Nachweis
      </h2>
      {fehler instanceof ApiFehler && fehler.code === 'ERGEBNIS_OFFEN' ? (
        <p>{fehler.satz}</p>
      ) : fehler ? (
        <Fehleranzeige fehler={fehler} erneut={neu} />
      ) : !daten || !befund ? (
        <Laedt was="Nachweis" hoehe={4} />
      ) : (
        <>
          <p class="gw-kettenbefund" data-gueltig={befund.gueltig}>
            <Zeichen name={befund.gueltig ? 'success' : 'danger'} /> {befundInWorten(befund)}
          </p>
          <p class="gw-leise">
            Jeder Eintrag trägt die Prüfsumme des vorigen; dieser Browser hat alle nachgerechnet.
          </p>
          <details>
            <summary>Alle Einträge ansehen</summary>
            <Ereignisliste ereignisse={daten.ereignisse} verlauf={verlauf} namen={namen} />
          </details>
          <div class="gw-knoepfe">
            <Knopf art="tertiary" symbol="download" klein onClick={() => speichere(stand, daten)}>
              Kette als JSON herunterladen
            </Knopf>
          </div>
        </>
      )}
    </section>
  );
}

function speichere(stand: Vorlagenstand, { ereignisse, befund }: Kettenantwort): void {
  const inhalt = { aggregat: 'Vorlage', id: stand.id, nummer: stand.nummer, ereignisse, befund };
  const url = URL.createObjectURL(new Blob([JSON.stringify(inhalt, null, 2)], { type: 'application/json' }));
  folge(url, `Kette-${(stand.nummer ?? stand.id).replaceAll('/', '-')}.json`);
  // The browser has taken the content over once the click is handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
