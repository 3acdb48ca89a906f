import { useEffect, useState } from 'preact/hooks';
import { anmeldestand } from '../anmeldung/tokens.ts';
import { Laedt } from '../bausteine/Laedt.tsx';
import { Anmeldehinweis } from './Anmeldehinweis.tsx';
import { ansage } from './ansage.ts';
import { Fehlergrenze } from './Fehlergrenze.tsx';
import { Fuss } from './Fuss.tsx';
import { Kopf } from './Kopf.tsx';
import { ort } from './ort.ts';
import { Rueckholleiste } from './Rueckholleiste.tsx';
import { nutzeSpeicher } from './speicher.ts';
import { Verbindungszeile } from './Verbindungszeile.tsx';
import { type Ansicht, findeWeg } from './wege.ts';

/** Header, the screen of the address, footer; above them what concerns every screen. */
export function App() {
  const { pfad, abfrage } = nutzeSpeicher(ort);
  const stand = nutzeSpeicher(anmeldestand);
  const gesagt = nutzeSpeicher(ansage);
  const { weg, teile } = findeWeg(pfad);
  const [geladen, setze] = useState<{ muster: string; Ansicht: Ansicht } | null>(null);

  useEffect(() => {
    let aktuell = true;
    weg.lade().then(
      (modul) => aktuell && setze({ muster: weg.muster, Ansicht: modul.default }),
      // A part is missing when a new release has replaced it, or without network.
      () => aktuell && setze({ muster: weg.muster, Ansicht: TeilFehlt }),
    );
    return () => {
      aktuell = false;
    };
  }, [weg]);

  const bereit = geladen?.muster === weg.muster ? geladen : null;
  return (
    <>
      <a class="gw-sprung" href="#inhalt">
        Zum Inhalt springen
      </a>
      <Kopf pfad={pfad} />
      <Verbindungszeile />
      {stand === 'abgelaufen' && <Anmeldehinweis />}
      <main id="inhalt" class="gw-inhalt" tabIndex={-1}>
        <Fehlergrenze pfad={pfad}>
          {bereit ? <bereit.Ansicht key={pfad} teile={teile} abfrage={abfrage} /> : <Laedt was="Ansicht" />}
        </Fehlergrenze>
      </main>
      <Rueckholleiste />
      <Fuss />
      <div class="kern-sr-only" role="status" aria-live="polite">
        {gesagt}
      </div>
    </>
  );
}

function TeilFehlt(): never {
  throw new Error('Ein Teil der Anwendung konnte nicht geladen werden.');
}
