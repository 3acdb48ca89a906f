import { useState } from 'preact/hooks';
import { einstellungen } from '../../api/einstellungen.ts';
import { Dateizone } from '../../bausteine/Dateizone.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { groesse } from '../../format/groesse.ts';
import type { Datei } from './ablage.ts';
import type { Dateien } from './dateien.ts';
import { type Abweichung, abweichungen } from './dateifelder.ts';
import { Muster } from './Muster.tsx';
import { Pruefbericht } from './Pruefbericht.tsx';
import type { Pruefstand, Uploadstand } from './pruefstand.ts';
import { Uploadanzeige } from './Uploadanzeige.tsx';
import type { Werkstatt } from './werkstatt.ts';
import type { Zustand } from './zustand.ts';

/** Step 3: the Word file, from the template to the result of its check. */
export function Papier({
  z,
  w,
  dateien,
  fehler,
}: {
  readonly z: Zustand;
  readonly w: Werkstatt;
  readonly dateien: Dateien;
  readonly fehler: (feld: string) => string | undefined;
}) {
  const [mangel, setze] = useState<string | null>(null);
  const { papier } = z;
  const upload: Uploadstand = (papier && z.uploads[papier.schluessel]) ?? { art: 'wartet' };
  const stand = upload.art === 'beimServer' ? upload.stand : null;
  return (
    <>
      <Muster w={w} />
      {papier && (
        <Uploadanzeige
          datei={papier}
          stand={upload}
          onErneut={() => dateien.wiederhole(papier)}
          onAbbruch={() => {
            dateien.brichAb(papier);
            w.aendere({ papier: null });
          }}
        />
      )}
      {papier && upload.art === 'beimServer' && <Ergebnis stand={stand} />}
      {z.ausDatei.length > 0 && (
        <Meldung art="info" titel="In die Felder oben übernommen">
          <ul class="gw-aufzaehlung">
            {z.ausDatei.map((satz) => (
              <li key={satz}>{satz}</li>
            ))}
          </ul>
        </Meldung>
      )}
      {stand?.zustand === 'geprueft' && (
        <Abweichungen
          liste={abweichungen(z.formular, stand)}
          onUebernehmen={(a) => w.aendereFormular({ [a.feld]: a.inDatei })}
        />
      )}
      {z.vorigesPapier && (
        <VorigesPapier datei={z.vorigesPapier} fassung={z.phase} onNimm={dateien.nimmVorigesPapier} />
      )}
      <Dateizone
        name="entwurf"
        knopf={papier ? 'Andere Word-Datei auswählen' : 'Word-Datei auswählen'}
        nebensache={papier !== null}
        endungen=".docx"
        hinweis={`Word-Dokument (.docx), höchstens ${groesse(einstellungen().hoechstgroesse.entwurf)}.${papier ? ' Sie ersetzt die bisherige Datei.' : ''}`}
        fehler={mangel ?? (papier ? undefined : fehler('entwurf'))}
        onDateien={async ([datei]) => {
          if (datei) setze(await dateien.nimmPapier(datei));
        }}
      />
    </>
  );
}

function Ergebnis({ stand }: { readonly stand: Pruefstand | null }) {
  return (
    <>
      {stand?.zustand === 'abgelehnt' && (
        <Meldung art="danger" titel="Diese Datei können wir so nicht annehmen">
          {!stand.befunde.some((b) => b.art === 'fehler') && <p>{stand.satz}</p>}
          <p>
            Berichtigen Sie die Datei in Word, speichern Sie sie, und laden Sie sie unten noch einmal hoch.
            Alles andere auf dieser Seite bleibt stehen.
          </p>
        </Meldung>
      )}
      <Pruefbericht stand={stand} zweck="entwurf" />
    </>
  );
}

function Abweichungen({
  liste,
  onUebernehmen,
}: {
  readonly liste: readonly Abweichung[];
  readonly onUebernehmen: (a: Abweichung) => void;
}) {
  if (liste.length === 0) return null;
  return (
    <Meldung art="warning" titel="In der Datei steht etwas anderes als oben">
      <p>Auf dem amtlichen Papier steht, was oben eingetragen ist.</p>
      <ul class="gw-abweichungen">
        {liste.map((a) => (
          <li key={a.feld}>
            <p>
              <strong>{a.name}</strong>: eingetragen {a.eingegeben ? `„${a.eingegeben}“` : 'ist nichts'}, in
              der Datei steht „{a.inDatei}“.
            </p>
            <Knopf
              art="secondary"
              name={`${a.name} aus der Datei übernehmen`}
              onClick={() => onUebernehmen(a)}
            >
              Aus der Datei übernehmen
            </Knopf>
          </li>
        ))}
      </ul>
    </Meldung>
  );
}

function VorigesPapier({
  datei,
  fassung,
  onNimm,
}: {
  readonly datei: Datei;
  readonly fassung: Zustand['phase'];
  readonly onNimm: () => void;
}) {
  return (
    <p class="gw-voriges">
      <span class="gw-text">
        {fassung === 'ueberarbeitung' ? 'Papier der letzten Fassung' : 'Vorher angenommen'}: „
        {datei.dateiname}“
      </span>
      <Knopf art="tertiary" onClick={onNimm}>
        Dieses Papier unverändert verwenden
      </Knopf>
    </p>
  );
}
