import { ApiFehler, NetzFehler, satzZu } from '../api/fehler.ts';
import { wochentag } from '../format/datum.ts';
import { mitgenommene } from '../speicher/mitgenommene.ts';
import { Knopf } from './Knopf.tsx';
import { Meldung } from './Meldung.tsx';

/** Loading failed: what it was (nothing there, forbidden, away, broken) and what to do. */
export function Fehleranzeige({
  fehler,
  erneut,
}: {
  readonly fehler: unknown;
  readonly erneut?: () => void;
}) {
  const status = fehler instanceof ApiFehler ? fehler.status : 0;
  const netz = fehler instanceof NetzFehler;
  const titel =
    status === 404
      ? 'Nicht gefunden'
      : status === 403
        ? 'Nicht für Sie freigegeben'
        : netz
          ? navigator.onLine
            ? 'Nicht erreichbar'
            : 'Ohne Netz nicht verfügbar'
          : 'Das hat nicht geklappt';
  return (
    <Meldung art={status === 404 || status === 403 ? 'info' : 'danger'} titel={titel} sprich>
      <p>
        {status === 404
          ? 'Das gibt es nicht, oder Sie dürfen es nicht sehen. Bitte prüfen Sie die Adresse oder suchen Sie danach.'
          : satzZu(fehler)}
      </p>
      {netz && <Mitgenommenes />}
      <div class="gw-knoepfe">
        {erneut && status !== 404 && status !== 403 && (
          <Knopf art="secondary" onClick={erneut}>
            Erneut versuchen
          </Knopf>
        )}
        {(status === 404 || status === 403) && (
          <a class="kern-link" href="/suche">
            Zur Suche
          </a>
        )}
      </div>
    </Meldung>
  );
}

/** What can be used without network: the Sitzungen that were taken along. */
function Mitgenommenes() {
  const alle = mitgenommene();
  if (alle.length === 0) return null;
  return (
    <>
      <p>Ohne Netz können Sie weiterarbeiten an:</p>
      <ul class="kern-list">
        {alle.map((m) => (
          <li key={m.id}>
            <a class="kern-link" href={`/sitzungen/${m.id}?phase=durchfuehren`}>
              {m.gremium}, {wochentag(m.beginn)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
