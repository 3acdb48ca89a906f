import { Leer } from '../../bausteine/Leer.tsx';
import { Seite } from '../../bausteine/Seite.tsx';

export default function NichtGefunden() {
  return (
    <Seite titel="Diese Seite gibt es nicht">
      <Leer titel="Die Adresse führt zu keiner Seite." symbol="search">
        <p>Vielleicht ist sie unvollständig. Bitte prüfen Sie die Adresse, oder gehen Sie von hier weiter:</p>
        <a class="kern-link" href="/">
          Zu meinen Aufgaben
        </a>
        <a class="kern-link" href="/suche">
          Zur Suche nach Vorlagen
        </a>
      </Leer>
    </Seite>
  );
}
