import { verbindung } from '../api/verbindung.ts';
import { Zeichen } from '../bausteine/Zeichen.tsx';
import { nutzeSpeicher } from './speicher.ts';

/** Says honestly that the network or the server is away, and what happens meanwhile. */
export function Verbindungszeile() {
  const stand = nutzeSpeicher(verbindung);
  return (
    <div class="gw-verbindung" role="status" data-stand={stand}>
      {stand === 'weg' && (
        <p>
          <Zeichen name="offline" /> Keine Netzverbindung. Was Sie eingeben, bleibt in diesem Browser. Sobald
          die Verbindung zurück ist, geht es von selbst weiter.
        </p>
      )}
      {stand === 'gestoert' && (
        <p>
          <Zeichen name="autorenew" /> Der Server antwortet nicht. Es wird weiter versucht; bitte lassen Sie
          die Seite offen.
        </p>
      )}
    </div>
  );
}
