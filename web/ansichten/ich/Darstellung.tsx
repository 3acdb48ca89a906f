import { useState } from 'preact/hooks';
import { thema, themen, waehleThema } from '../../app/thema.ts';
import { Optionen } from '../../bausteine/Feld.tsx';

const namen = { system: 'Wie mein Gerät', light: 'Hell', dark: 'Dunkel' } as const;

export function Darstellung() {
  const [wert, setze] = useState<string>(thema());
  return (
    <section class="gw-stapel">
      <h2 class="kern-heading-medium">Darstellung</h2>
      <Optionen
        name="thema"
        label="Farben"
        wert={wert}
        nebeneinander
        werte={themen.map((t) => ({ wert: t, name: namen[t] }))}
        onWert={(neu) => {
          const gewaehlt = themen.find((t) => t === neu) ?? 'system';
          waehleThema(gewaehlt);
          setze(gewaehlt);
        }}
      />
      <p>
        <a class="kern-link" href="/tastatur">
          Tasten ansehen und ein- oder ausschalten
        </a>
      </p>
    </section>
  );
}
