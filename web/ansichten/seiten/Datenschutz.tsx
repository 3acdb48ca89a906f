import { Seite } from '../../bausteine/Seite.tsx';

export default function Datenschutz() {
  return (
    <Seite titel="Datenschutz">
      <p>Diese Seite sagt, was Gremienweg über Sie speichert. Verantwortlich ist Ihre Verwaltung.</p>
      <h2 class="kern-heading-small">Auf dem Server</h2>
      <ul class="kern-list">
        <li>Ihr Name, Ihre dienstliche E-Mail-Adresse, Ihre Stellen und Vertretungen.</li>
        <li>
          Was Sie an Vorlagen und Sitzungen getan haben, mit Zeitpunkt. Diese Ereignisse sind verkettet und
          lassen sich nicht ändern. Sie enthalten Ihre Kennung, nicht Ihren Namen; Name und freie Texte liegen
          getrennt und können gelöscht werden.
        </li>
        <li>Wann Ihnen welche Nachricht geschickt wurde.</li>
      </ul>
      <h2 class="kern-heading-small">In diesem Browser</h2>
      <ul class="kern-list">
        <li>
          Was Sie eingeben und noch nicht gesendet haben, damit nichts verloren geht. Beim Abmelden wird es
          gelöscht.
        </li>
        <li>
          Eine Sitzung, die Sie ausdrücklich mitgenommen haben, bis Sie sie zurückgeben oder sich abmelden.
        </li>
        <li>Ihre Wahl der Darstellung und der Tasten.</li>
      </ul>
      <p>
        Ihre Anmeldung liegt nur im Arbeitsspeicher. Es gibt keine Zählung von Besuchen und keine Verbindung
        zu fremden Servern.
      </p>
    </Seite>
  );
}
