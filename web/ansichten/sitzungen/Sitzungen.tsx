import { useState } from 'preact/hooks';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { hatRolle, ich } from '../../app/ich.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Register } from '../../bausteine/Register.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { gremiumsname } from '../../format/stelle.ts';
import { Gremiumsliste } from './Gremiumsliste.tsx';
import { NeueSitzung } from './NeueSitzung.tsx';

const rollen: ReadonlySet<string> = new Set(['Sitzungsdienst', 'Vorsitz', 'Gremienmitglied']);

/** The Sitzungen of my Gremien; the Sitzungsdienst opens new ones. */
export default function Sitzungen({ abfrage }: Ansichtsangaben) {
  const wer = nutzeSpeicher(ich);
  const [neu, setzeNeu] = useState(false);
  const [runde, setzeRunde] = useState(0);
  const alle = nutzeAbfrage<{ eintraege: readonly { id: string }[] }>(
    hatRolle(wer, 'Revision') ? '/gremien' : null,
  );
  const eigene = (wer?.stellen ?? []).filter((s) => rollen.has(s.rolle)).map((s) => s.bereich);
  const gremien = [...new Set([...eigene, ...(alle.daten?.eintraege ?? []).map((g) => g.id)])];
  const gewaehlt = gremien.find((g) => g === abfrage.get('gremium')) ?? gremien[0];
  const dienst = (wer?.stellen ?? []).filter((s) => s.rolle === 'Sitzungsdienst').map((s) => s.bereich);
  return (
    <Seite
      titel="Sitzungen"
      aktionen={
        dienst.length > 0 && (
          <Knopf symbol="add" onClick={() => setzeNeu(true)}>
            Sitzung ansetzen
          </Knopf>
        )
      }
    >
      {gewaehlt === undefined ? (
        <Leer titel="Sie gehören zu keinem Gremium." symbol="calendar-today">
          <a class="kern-link" href="/kalender">
            Zum Kalender aller Sitzungen
          </a>
        </Leer>
      ) : (
        <>
          {gremien.length > 1 && (
            <Register
              name="Gremien"
              feld="gremium"
              aktiv={gewaehlt}
              blaetter={gremien.map((g) => ({ wert: g, name: gremiumsname(g) }))}
            />
          )}
          <Gremiumsliste key={`${gewaehlt}${runde}`} gremium={gewaehlt} />
        </>
      )}
      {neu && (
        <NeueSitzung
          gremien={dienst}
          onZu={() => setzeNeu(false)}
          onAngelegt={() => setzeRunde((r) => r + 1)}
        />
      )}
    </Seite>
  );
}
