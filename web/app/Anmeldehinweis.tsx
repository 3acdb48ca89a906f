import { type Ausgang, anmeldeausgang } from '../anmeldung/zweitesFenster.ts';
import { Knopf } from '../bausteine/Knopf.tsx';
import { Meldung } from '../bausteine/Meldung.tsx';
import { Anmeldeverweis } from './Anmeldeverweis.tsx';
import { ich } from './ich.ts';
import { nutzeSpeicher } from './speicher.ts';

/** The login has ended while someone works: what was typed stays, and what was being sent waits. */
export function Anmeldehinweis() {
  const ausgang = nutzeSpeicher(anmeldeausgang);
  return (
    <div class="gw-rand gw-anmeldehinweis" role="alert">
      <Meldung art="warning" titel="Ihre Anmeldung ist abgelaufen">
        <p>Ihre Eingaben bleiben hier stehen. {satz(ausgang)}</p>
        <div class="gw-knoepfe">
          <Anmeldeverweis text="Erneut anmelden" />
          {ausgang?.art === 'anderePerson' && (
            <Knopf art="secondary" onClick={() => location.assign('/')}>
              Als {ausgang.name} neu beginnen
            </Knopf>
          )}
        </div>
      </Meldung>
    </div>
  );
}

function satz(ausgang: Ausgang | null): string {
  switch (ausgang?.art) {
    case 'anderePerson':
      return `Im zweiten Fenster hat sich ${ausgang.name} angemeldet. Bitte melden Sie sich als ${ich.lies()?.name} an, damit nichts unter falschem Namen gesendet wird.`;
    case 'gescheitert':
      return 'Die Anmeldung im zweiten Fenster hat nicht geklappt. Bitte versuchen Sie es noch einmal.';
    case 'nichtErreichbar':
      return 'Der Server war gerade nicht erreichbar. Bitte melden Sie sich noch einmal an.';
    default:
      return 'Melden Sie sich in einem zweiten Fenster erneut an, dann geht es an dieser Stelle weiter.';
  }
}
