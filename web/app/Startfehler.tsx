import { ApiFehler, satzZu } from '../api/fehler.ts';

/** The application cannot start: no network, no login, or no account here. */
export function Startfehler({ fehler }: { readonly fehler: unknown }) {
  document.title = 'Start nicht möglich – Gremienweg';
  const unbekannt = fehler instanceof ApiFehler && fehler.status === 403;
  const satz =
    fehler instanceof TypeError
      ? 'Gremienweg ist gerade nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und laden Sie die Seite neu.'
      : satzZu(fehler);
  return (
    <main class="gw-inhalt">
      <h1 class="kern-heading-large">{unbekannt ? 'Kein Zugang' : 'Start nicht möglich'}</h1>
      <p class="kern-body">{satz}</p>
      <p>
        <button type="button" class="kern-btn kern-btn--primary" onClick={() => location.assign('/')}>
          <span class="kern-label">Noch einmal versuchen</span>
        </button>
      </p>
    </main>
  );
}
