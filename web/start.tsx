import './app/ohneEval.ts';
import { render } from 'preact';
import { geheZurAnmeldung, nimmRueckkehr } from './anmeldung/ablauf.ts';
import { AnmeldungAbgelehnt, anmeldestand } from './anmeldung/tokens.ts';
import { ladeEinstellungen } from './api/einstellungen.ts';
import { NetzFehler } from './api/fehler.ts';
import { beobachteNetz } from './api/verbindung.ts';
import { App } from './app/App.tsx';
import { folgeAbmeldung } from './app/abmelden.ts';
import { registriereSpaeter } from './app/dienst.ts';
import { ladeGremien } from './app/gremien.ts';
import { ladeIch } from './app/ladeIch.ts';
import { reicheNach } from './app/nachreichen.ts';
import { starteOhneNetz } from './app/ohneNetz.ts';
import { folgeVerweisen } from './app/ort.ts';
import { sendeBeimVerlassen } from './app/rueckholen.ts';
import { Startfehler } from './app/Startfehler.tsx';
import { hoereTasten } from './app/tastatur.ts';
import { wendeThemaAn } from './app/thema.ts';
import { ZweitesFenster } from './app/ZweitesFenster.tsx';
import { Laedt } from './bausteine/Laedt.tsx';

/** A start takes this long, in ms, before the page says that it is loading. */
const unbemerkt = 800;

/** Settings, login, who I am, then the application; each failure says what it is. */
async function starte(): Promise<void> {
  const flaeche = document.getElementById('app');
  if (!flaeche) throw new Error('index.html hat kein Element #app');
  const zeige = (was: preact.ComponentChild) => render(was, flaeche);
  wendeThemaAn();
  const uhr = setTimeout(() => zeige(<Laedt was="Gremienweg" />), unbemerkt);
  try {
    const erreichbar = await ladeEinstellungen();
    const rueckkehr = await nimmRueckkehr();
    if (rueckkehr.art === 'zweitesFenster')
      return zeige(<ZweitesFenster angekommen={rueckkehr.angekommen} />);
    if (!erreichbar) throw new NetzFehler();
    if (rueckkehr.art !== 'angemeldet') return await geheZurAnmeldung();
    await Promise.race([Promise.all([ladeIch(), ladeGremien()]), anmeldungEndet()]);
    void reicheNach();
  } catch (fehler) {
    const ohneNetz = fehler instanceof NetzFehler && (await starteOhneNetz());
    if (!ohneNetz) return zeige(<Startfehler fehler={fehler} />);
  } finally {
    clearTimeout(uhr);
  }
  beobachteNetz();
  folgeVerweisen();
  folgeAbmeldung();
  sendeBeimVerlassen();
  hoereTasten();
  zeige(<App />);
  registriereSpaeter();
}

/** Without a page around it nobody could log in again: the start ends there. */
function anmeldungEndet(): Promise<never> {
  return new Promise((_, ab) => {
    anmeldestand.lausche((stand) => stand === 'abgelaufen' && ab(new AnmeldungAbgelehnt()));
  });
}

void starte();
