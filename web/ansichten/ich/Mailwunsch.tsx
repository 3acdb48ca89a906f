import { useState } from 'preact/hooks';
import { satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { Kaestchen } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { anlassnamen, ueblicherweiseSofort } from './anlaesse.ts';

/** Which reasons reach me at once; the rest comes once a day. */
export function Mailwunsch({
  sofort,
  onGeaendert,
}: {
  readonly sofort: readonly string[] | null;
  readonly onGeaendert: () => void;
}) {
  const [gewaehlt, setze] = useState<ReadonlySet<string>>(new Set(sofort ?? ueblicherweiseSofort()));
  const [fehler, setzeFehler] = useState<string | null>(null);
  const speichere = async (wunsch: readonly string[] | null) => {
    try {
      await sende('PUT', '/ich/mailwunsch', { koerper: { sofort: wunsch } });
      setzeFehler(null);
      sage('Ihr Wunsch ist gespeichert.');
      onGeaendert();
    } catch (f) {
      setzeFehler(satzZu(f));
    }
  };
  return (
    <section class="gw-stapel">
      <h2 class="kern-heading-medium">E-Mails</h2>
      <p>
        Was Sie ankreuzen, kommt sofort. Alles andere kommt gesammelt um 7:30 Uhr. In der Anwendung steht
        immer alles.
      </p>
      <fieldset class="kern-fieldset">
        <legend class="kern-label">Sofort benachrichtigen, wenn …</legend>
        <div class="kern-fieldset__body">
          {Object.entries(anlassnamen).map(([anlass, { name }]) => (
            <Kaestchen
              key={anlass}
              name={anlass}
              label={name}
              an={gewaehlt.has(anlass)}
              onWert={(an) => {
                const neu = new Set(gewaehlt);
                if (an) neu.add(anlass);
                else neu.delete(anlass);
                setze(neu);
              }}
            />
          ))}
        </div>
      </fieldset>
      {fehler && <Meldung art="danger" titel={fehler} sprich />}
      <div class="gw-knoepfe">
        <Knopf onClick={() => speichere([...gewaehlt])}>Wunsch speichern</Knopf>
        <Knopf
          art="tertiary"
          onClick={() => {
            setze(new Set(ueblicherweiseSofort()));
            return speichere(null);
          }}
        >
          Zurück zum Üblichen
        </Knopf>
      </div>
    </section>
  );
}
