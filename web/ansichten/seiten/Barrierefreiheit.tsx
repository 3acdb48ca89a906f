import { einstellungen } from '../../api/einstellungen.ts';
import { Seite } from '../../bausteine/Seite.tsx';

export default function Barrierefreiheit() {
  return (
    <Seite titel="Barrierefreiheit">
      <p>
        {einstellungen().name} möchte, dass alle mit Gremienweg arbeiten können. Maßstab sind die BITV 2.0,
        die EN 301 549 und die Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA.
      </p>
      <h2 class="kern-heading-small">Was geprüft ist</h2>
      <p>
        Jede Ansicht wird bei jeder Änderung automatisch geprüft: mit axe, auf sichtbaren Fokus, auf Bedienung
        allein mit der Tastatur, bei 320 Pixeln Breite und 400 Prozent Vergrößerung, hell und dunkel, mit
        erzwungenen Farben, vergrößerten Textabständen und ohne Bewegung.
      </p>
      <h2 class="kern-heading-small">Was noch nicht geprüft ist</h2>
      <p>
        Eine Prüfung durch Menschen mit Screenreadern (NVDA, JAWS) und durch eine unabhängige Stelle steht
        aus. Word- und PDF-Dateien, die Ämter hochladen, prüft Gremienweg auf ihren Aufbau, nicht auf jede
        Barriere darin.
      </p>
      <h2 class="kern-heading-small">Barriere melden</h2>
      <p>
        Wenn Ihnen etwas im Weg steht, schreiben Sie bitte der Systembetreuung Ihrer Verwaltung. Bekommen Sie
        innerhalb von sechs Wochen keine befriedigende Antwort, können Sie sich an die Durchsetzungsstelle
        Ihres Landes wenden.
      </p>
    </Seite>
  );
}
