import { anmeldestand } from '../anmeldung/tokens.ts';
import { Laedt } from '../bausteine/Laedt.tsx';
import { Anmeldehinweis } from './Anmeldehinweis.tsx';
import { ansage } from './ansage.ts';
import { Fehlergrenze } from './Fehlergrenze.tsx';
import { Fuss } from './Fuss.tsx';
import { Kopf } from './Kopf.tsx';
import { nutzeAnsicht } from './nutzeAnsicht.ts';
import { ort } from './ort.ts';
import { Rueckholleiste } from './Rueckholleiste.tsx';
import { nutzeSpeicher } from './speicher.ts';
import { TeilFehlt } from './TeilFehlt.tsx';
import { Verbindungszeile } from './Verbindungszeile.tsx';

/** Header, the screen of the address, footer; above them what concerns every screen. */
export function App() {
  const { pfad, abfrage } = nutzeSpeicher(ort);
  const stand = nutzeSpeicher(anmeldestand);
  const gesagt = nutzeSpeicher(ansage);
  const { Ansicht, teile, fehlt, erneut } = nutzeAnsicht(pfad);
  return (
    <>
      <a class="gw-sprung" href="#inhalt">
        Zum Inhalt springen
      </a>
      <Kopf pfad={pfad} />
      <main id="inhalt" class="gw-inhalt" tabIndex={-1}>
        <Fehlergrenze pfad={pfad}>
          {fehlt ? (
            <TeilFehlt erneut={erneut} />
          ) : Ansicht ? (
            <Ansicht key={pfad} teile={teile} abfrage={abfrage} />
          ) : (
            <Laedt was="Ansicht" alleine />
          )}
        </Fehlergrenze>
      </main>
      <div class="gw-boden">
        <Verbindungszeile />
        {stand === 'abgelaufen' && <Anmeldehinweis />}
        <Rueckholleiste />
      </div>
      <Fuss />
      <div class="kern-sr-only" role="status" aria-live="polite">
        {gesagt}
      </div>
    </>
  );
}
