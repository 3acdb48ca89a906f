import { useEffect } from 'preact/hooks';
import { verbindung } from '../api/verbindung.ts';
import { Knopf } from '../bausteine/Knopf.tsx';
import { Meldung } from '../bausteine/Meldung.tsx';
import { Seite } from '../bausteine/Seite.tsx';

/** A screen could not be loaded. Reloading is offered, never done: it would not end where the fault stays. */
export function TeilFehlt({ erneut }: { readonly erneut: () => void }) {
  const ohneNetz = !navigator.onLine || verbindung.lies() !== 'da';
  useEffect(() => verbindung.lausche((stand) => stand === 'da' && erneut()), [erneut]);
  return (
    <Seite titel="Ansicht nicht geladen">
      <Meldung
        art="warning"
        titel={ohneNetz ? 'Ohne Verbindung nicht verfügbar' : 'Ein Teil von Gremienweg fehlt'}
      >
        <p>
          {ohneNetz
            ? 'Diese Ansicht wurde noch nicht geladen. Sobald die Verbindung zurück ist, erscheint sie.'
            : 'Wahrscheinlich wurde Gremienweg gerade erneuert. Bitte laden Sie die Seite neu; was Sie getippt haben, bleibt. Hilft das nicht, wenden Sie sich bitte an Ihre Systembetreuung.'}
        </p>
        <div class="gw-knoepfe">
          <Knopf art="secondary" onClick={() => location.reload()}>
            Seite neu laden
          </Knopf>
        </div>
      </Meldung>
    </Seite>
  );
}
