import { useEffect } from 'preact/hooks';
import { geheZurAnmeldung, SpeicherGesperrt } from '../anmeldung/ablauf.ts';
import { AnmeldungAbgelehnt } from '../anmeldung/tokens.ts';
import { ApiFehler, NetzFehler, satzZu } from '../api/fehler.ts';
import { meldeStoerung, verbindung } from '../api/verbindung.ts';
import { Knopf } from '../bausteine/Knopf.tsx';

/** The application cannot start: no network, no login, or no account here. */
export function Startfehler({ fehler }: { readonly fehler: unknown }) {
  const { titel, satz } = erklaere(fehler);
  const andere = fehler instanceof ApiFehler && fehler.status === 403;
  document.title = `${titel} – Gremienweg`;
  useEffect(() => {
    if (!(fehler instanceof NetzFehler)) return;
    meldeStoerung();
    return verbindung.lausche((stand) => stand === 'da' && location.reload());
  }, [fehler]);
  return (
    <main class="gw-inhalt gw-startseite">
      <h1 class="kern-heading-large">{titel}</h1>
      <p class="kern-body">{satz}</p>
      <div class="gw-knoepfe">
        {andere && <Knopf onClick={() => geheZurAnmeldung(undefined, '')}>Als andere Person anmelden</Knopf>}
        <Knopf art={andere ? 'secondary' : 'primary'} onClick={() => location.reload()}>
          Noch einmal versuchen
        </Knopf>
      </div>
    </main>
  );
}

function erklaere(fehler: unknown): { readonly titel: string; readonly satz: string } {
  if (fehler instanceof NetzFehler) {
    return {
      titel: 'Gremienweg ist nicht erreichbar',
      satz: 'Bitte prüfen Sie Ihre Verbindung. Sobald Gremienweg antwortet, geht es von selbst weiter.',
    };
  }
  if (fehler instanceof AnmeldungAbgelehnt || (fehler instanceof ApiFehler && fehler.status === 401)) {
    return {
      titel: 'Die Anmeldung hat nicht geklappt',
      satz: 'Die Anmeldung wurde abgebrochen oder abgelehnt. Bitte versuchen Sie es noch einmal. Klappt es wieder nicht, wenden Sie sich bitte an Ihre Systembetreuung.',
    };
  }
  if (fehler instanceof SpeicherGesperrt) {
    return {
      titel: 'Ihr Browser merkt sich nichts',
      satz: 'Für die Anmeldung muss sich der Browser kurz etwas merken. Bitte erlauben Sie dieser Seite, Daten zu speichern, und versuchen Sie es noch einmal.',
    };
  }
  const keinZugang = fehler instanceof ApiFehler && fehler.status === 403;
  return { titel: keinZugang ? 'Kein Zugang' : 'Start nicht möglich', satz: satzZu(fehler) };
}
