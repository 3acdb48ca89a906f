import './app/ohneEval.ts';
import { render } from 'preact';
import { geheZurAnmeldung, nimmRueckkehr } from './anmeldung/ablauf.ts';
import { anmeldestand } from './anmeldung/tokens.ts';
import { ladeEinstellungen } from './api/einstellungen.ts';
import { NetzFehler } from './api/fehler.ts';
import { App } from './app/App.tsx';
import { registriereSpaeter } from './app/dienst.ts';
import { ladeGremien } from './app/gremien.ts';
import { ladeIch } from './app/ich.ts';
import { starteOhneNetz } from './app/ohneNetz.ts';
import { folgeVerweisen, gehe } from './app/ort.ts';
import { Startfehler } from './app/Startfehler.tsx';
import { hoereTasten } from './app/tastatur.ts';
import { wendeThemaAn } from './app/thema.ts';

/** Settings, login, who I am, then the application; each failure says what it is. */
async function starte(): Promise<void> {
  const flaeche = document.getElementById('app');
  if (!flaeche) throw new Error('index.html hat kein Element #app');
  wendeThemaAn();
  try {
    await ladeEinstellungen();
    const zurueck = await nimmRueckkehr();
    if (zurueck !== null) gehe(zurueck, { ersetze: true });
    if (anmeldestand.lies() !== 'angemeldet') return await geheZurAnmeldung();
    await Promise.all([ladeIch(), ladeGremien()]);
  } catch (fehler) {
    const ohneNetz = fehler instanceof NetzFehler || fehler instanceof TypeError;
    if (!(ohneNetz && (await starteOhneNetz()))) return render(<Startfehler fehler={fehler} />, flaeche);
  }
  folgeVerweisen();
  hoereTasten();
  render(<App />, flaeche);
  registriereSpaeter();
}

void starte();
