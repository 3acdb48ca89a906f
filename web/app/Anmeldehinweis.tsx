import { meldeErneutAn } from '../anmeldung/ablauf.ts';
import { Knopf } from '../bausteine/Knopf.tsx';
import { Meldung } from '../bausteine/Meldung.tsx';

/** The login has ended while someone works: what was typed stays, and what was being sent waits. */
export function Anmeldehinweis() {
  return (
    <div class="gw-rand" role="alert">
      <Meldung art="warning" titel="Ihre Anmeldung ist abgelaufen">
        <p>
          Ihre Eingaben bleiben hier stehen. Melden Sie sich in einem zweiten Fenster erneut an, dann geht es
          an dieser Stelle weiter.
        </p>
        <Knopf onClick={meldeErneutAn}>Erneut anmelden</Knopf>
      </Meldung>
    </div>
  );
}
