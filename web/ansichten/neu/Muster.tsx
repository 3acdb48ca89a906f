import { useState } from 'preact/hooks';
import { satzZu } from '../../api/fehler.ts';
import { hole } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Anlagefehler, type Werkstatt } from './werkstatt.ts';

/** The template, filled with what was entered above. */
export function Muster({ w }: { readonly w: Werkstatt }) {
  const [mangel, setze] = useState<string | null>(null);
  const lade = async () => {
    setze(null);
    try {
      if (w.zustand.lies().formular.betreff.trim() === '') {
        throw new Anlagefehler('Bitte zuerst oben den Betreff eingeben; er steht dann schon in der Datei.');
      }
      const id = await w.brauche('');
      await w.sichere();
      speichereAb(await hole<Blob>(`/vorlagen/${id}/muster`), 'Unterrichtungsvorlage.docx');
      sage('Die Word-Vorlage wurde heruntergeladen.');
    } catch (fehler) {
      setze(fehler instanceof Anlagefehler ? fehler.satz : satzZu(fehler));
    }
  };
  return (
    <div class="gw-muster">
      <p>
        Laden Sie die Word-Vorlage herunter, schreiben Sie Ihren Text hinein und laden Sie die Datei hier
        hoch. Haben Sie die Datei schon, laden Sie sie gleich hoch.
      </p>
      <Knopf art="secondary" symbol="download" onClick={lade}>
        Word-Vorlage herunterladen
      </Knopf>
      {mangel && <Meldung art="warning" titel={mangel} sprich />}
    </div>
  );
}

function speichereAb(inhalt: Blob, dateiname: string): void {
  const adresse = URL.createObjectURL(inhalt);
  const verweis = document.createElement('a');
  verweis.href = adresse;
  verweis.download = dateiname;
  verweis.click();
  // The download has begun with the click; the browser holds the bytes itself from here.
  setTimeout(() => URL.revokeObjectURL(adresse), 60_000);
}
