import { useState } from 'preact/hooks';
import { satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { nutzeListe } from '../../app/liste.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { zeitpunkt } from '../../format/datum.ts';

/** GET /api/betrieb/angehalten */
interface Angehalten {
  readonly vorlage: string;
  readonly runde: number;
  readonly haltNr: number;
  readonly angehalten: {
    readonly zustand: string;
    readonly fehler: string;
    readonly ursache: string;
    readonly seit: string;
  } | null;
}

/** Ways that stopped after an error and wait for a decision. */
export function Angehaltene() {
  const liste = nutzeListe<Angehalten>('/betrieb/angehalten');
  const [fehler, setzeFehler] = useState<string | null>(null);
  const [abbruch, setzeAbbruch] = useState<Angehalten | null>(null);
  const entscheide = async (a: Angehalten, entscheid: 'erneut' | 'abbrechen') => {
    try {
      await sende('POST', `/betrieb/ablaeufe/${a.vorlage}/entscheid`, { koerper: { entscheid } });
      setzeFehler(null);
      sage(entscheid === 'erneut' ? 'Der Ablauf wird erneut versucht.' : 'Der Ablauf ist abgebrochen.');
    } catch (f) {
      setzeFehler(satzZu(f));
    }
    liste.neu();
  };
  return (
    <section class="gw-stapel" aria-labelledby="angehalten">
      <h2 class="kern-heading-medium" id="angehalten">
        Angehaltene Abläufe
      </h2>
      {fehler && <Meldung art="danger" titel={fehler} sprich />}
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {!liste.eintraege && liste.laedt && <Laedt was="Liste" hoehe={8} />}
      {liste.eintraege?.length === 0 && <Leer titel="Kein Ablauf ist angehalten." />}
      {(liste.eintraege ?? []).map((a) => (
        <article key={`${a.vorlage}#${a.haltNr}`} class="gw-karte" data-zeile>
          <h3 class="kern-heading-small">Vorlage {a.vorlage}</h3>
          {a.angehalten && (
            <>
              <p>
                Angehalten seit {zeitpunkt(a.angehalten.seit)} im Schritt „{a.angehalten.zustand}“, {a.runde}.
                Runde.
              </p>
              <details>
                <summary>Fehler im Wortlaut</summary>
                <p class="gw-text">
                  <code>
                    {a.angehalten.fehler}: {a.angehalten.ursache}
                  </code>
                </p>
              </details>
            </>
          )}
          <div class="gw-knoepfe">
            <Knopf
              name={`Ablauf der Vorlage ${a.vorlage} erneut versuchen`}
              onClick={() => entscheide(a, 'erneut')}
            >
              Erneut versuchen
            </Knopf>
            <Knopf
              art="secondary"
              name={`Ablauf der Vorlage ${a.vorlage} abbrechen`}
              onClick={() => setzeAbbruch(a)}
            >
              Abbrechen …
            </Knopf>
          </div>
        </article>
      ))}
      {liste.mehr && (
        <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
          Weitere Abläufe laden
        </Knopf>
      )}
      {abbruch && (
        <Dialog
          titel="Ablauf abbrechen?"
          onZu={() => setzeAbbruch(null)}
          fuss={
            <>
              <Knopf art="secondary" onClick={() => setzeAbbruch(null)}>
                Angehalten lassen
              </Knopf>
              <Knopf
                onClick={() => {
                  setzeAbbruch(null);
                  return entscheide(abbruch, 'abbrechen');
                }}
              >
                Ablauf abbrechen
              </Knopf>
            </>
          }
        >
          <p>
            Die Vorlage {abbruch.vorlage} bleibt, wo sie ist; Erinnerungen und Fristen laufen nicht mehr. Ein
            Neustart setzt sie später aus der Akte fort.
          </p>
        </Dialog>
      )}
    </section>
  );
}
