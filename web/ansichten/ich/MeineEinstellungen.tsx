import { nutzeAbfrage } from '../../app/abfrage.ts';
import type { Ich } from '../../app/ich.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { stellenname } from '../../format/stelle.ts';
import { Darstellung } from './Darstellung.tsx';
import { Mailwunsch } from './Mailwunsch.tsx';
import { type Vertretung, Vertretungen } from './Vertretungen.tsx';

/** GET /api/ich with what a person may set. */
interface MeinStand extends Ich {
  readonly vertretungen: readonly Vertretung[];
  readonly sofort: readonly string[] | null;
}

/** How it looks, which mails come at once, who stands in for me. */
export default function MeineEinstellungen() {
  const abfrage = nutzeAbfrage<MeinStand>('/ich');
  const { daten } = abfrage;
  return (
    <Seite titel="Meine Einstellungen">
      {abfrage.fehler !== null && <Fehleranzeige fehler={abfrage.fehler} erneut={abfrage.neu} />}
      {!daten && abfrage.laedt && <Laedt was="Einstellungen" />}
      {daten && (
        <div class="gw-stapel">
          <section class="gw-stapel">
            <h2 class="kern-heading-medium">Meine Stellen</h2>
            {daten.stellen.length === 0 ? (
              <p>Sie haben noch keine Stelle. Bitte wenden Sie sich an die Systembetreuung.</p>
            ) : (
              <ul class="kern-list">
                {daten.stellen.map((s) => (
                  <li key={`${s.rolle}:${s.bereich}:${s.fuer}`}>{stellenname(s)}</li>
                ))}
              </ul>
            )}
          </section>
          <Vertretungen stand={daten} onGeaendert={abfrage.neu} />
          <Mailwunsch sofort={daten.sofort} onGeaendert={abfrage.neu} />
          <Darstellung />
        </div>
      )}
    </Seite>
  );
}
