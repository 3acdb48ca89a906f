import { useEffect, useState } from 'preact/hooks';
import { Knopf } from '../bausteine/Knopf.tsx';
import { nimmZurueck, type Schwebend, schliesse, schwebende, sofort } from './rueckholen.ts';
import { nutzeSpeicher } from './speicher.ts';

/** Acts that can still be taken back, and those that failed. */
export function Rueckholleiste() {
  const alle = nutzeSpeicher(schwebende);
  return (
    <section class="gw-rueckholen" aria-label="Laufende Vorgänge" hidden={alle.length === 0}>
      {alle.map((s) => (
        <Zeile key={s.nr} s={s} />
      ))}
    </section>
  );
}

function Zeile({ s }: { readonly s: Schwebend }) {
  const [rest, setze] = useState(Math.ceil((s.bis - Date.now()) / 1000));
  useEffect(() => {
    const uhr = setInterval(() => setze(Math.max(0, Math.ceil((s.bis - Date.now()) / 1000))), 250);
    return () => clearInterval(uhr);
  }, [s.bis]);
  if (s.stand === 'gescheitert') {
    return (
      <div class="gw-rueckholen__zeile" role="alert">
        <p>
          <strong>Nicht ausgeführt:</strong> {s.satz}. {s.fehler}
        </p>
        <Knopf art="secondary" klein onClick={() => schliesse(s.nr)}>
          Schließen
        </Knopf>
      </div>
    );
  }
  return (
    <div class="gw-rueckholen__zeile" role="alert">
      <p>
        {s.satz}
        {s.stand === 'laeuft' ? ' – wird gesendet …' : <span aria-hidden="true"> in {rest} s</span>}
      </p>
      {s.stand === 'wartet' && (
        <>
          <Knopf art="secondary" klein onClick={() => nimmZurueck(s.nr)}>
            Rückgängig
          </Knopf>
          <Knopf art="tertiary" klein onClick={() => sofort(s.nr)}>
            Jetzt senden
          </Knopf>
        </>
      )}
    </div>
  );
}
