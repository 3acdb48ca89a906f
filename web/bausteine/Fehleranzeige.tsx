import { ApiFehler, NetzFehler, satzZu } from '../api/fehler.ts';
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
          ? 'Nicht erreichbar'
          : 'Das hat nicht geklappt';
  return (
    <Meldung art={status === 404 || status === 403 ? 'info' : 'danger'} titel={titel} sprich>
      <p>
        {status === 404
          ? 'Das gibt es nicht, oder Sie dürfen es nicht sehen. Bitte prüfen Sie die Adresse oder suchen Sie danach.'
          : satzZu(fehler)}
      </p>
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
