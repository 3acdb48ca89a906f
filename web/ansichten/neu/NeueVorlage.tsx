import { useEffect, useState } from 'preact/hooks';
import { type Ich, ich } from '../../app/ich.ts';
import { gehe, ort } from '../../app/ort.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { liesEntwurf } from './ablage.ts';
import { Vorlagenformular } from './Vorlagenformular.tsx';
import { neuerZustand } from './zustand.ts';

/** The Aemter for which a person may bring a Vorlage. */
export function aemterVon(wer: Ich | null): readonly string[] {
  const nummern = (wer?.stellen ?? []).filter((s) => s.rolle === 'Sachbearbeitung').map((s) => s.bereich);
  return [...new Set(nummern)];
}

/** A new Vorlage, or what was begun here and not yet created. */
export default function NeueVorlage() {
  const aemter = aemterVon(nutzeSpeicher(ich));
  const [runde, setze] = useState(0);
  // Once the draft is created the address is another, and this screen stays: asked for anew, it begins anew.
  useEffect(() => ort.lausche(({ pfad }) => pfad === '/neu' && setze((r) => r + 1)), []);
  return (
    <Seite titel="Neue Vorlage" key={runde}>
      {aemter.length === 0 ? (
        <Meldung art="info" titel="Vorlagen legt die Sachbearbeitung eines Amts an">
          <p>Ihnen ist keine solche Stelle zugeordnet. Bitte wenden Sie sich an die Systembetreuung.</p>
        </Meldung>
      ) : (
        <Beginn aemter={aemter} />
      )}
    </Seite>
  );
}

function Beginn({ aemter }: { readonly aemter: readonly string[] }) {
  const [anfang] = useState(() => neuerZustand(liesEntwurf(null), aemter));
  return (
    <Vorlagenformular
      anfang={anfang}
      aemter={aemter}
      onUeberholt={(id) => gehe(`/vorlagen/${id}`, { ersetze: true })}
    />
  );
}
