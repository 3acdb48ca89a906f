import { anmeldestand } from '../anmeldung/tokens.ts';
import { verbindung } from '../api/verbindung.ts';
import { legeAblage, liesJson, raeumeAblage } from './ablage.ts';
import { type Ich, ich } from './ich.ts';

const ablage = 'gw:ich';

/** Remembers who works here, so that a Sitzung that was taken along opens without network. */
export function merkeIch(wer: Ich): void {
  legeAblage(ablage, JSON.stringify(wer));
}

export function vergissIch(): void {
  raeumeAblage(ablage);
}

/** Starts with what this browser holds; false where nobody took a Sitzung along. */
export async function starteOhneNetz(): Promise<boolean> {
  const gemerkt = liesJson<Ich>(ablage);
  if (gemerkt === null) return false;
  ich.setze(gemerkt);
  anmeldestand.setze('offline');
  warteAufNetz();
  return true;
}

/** Milliseconds between looks whether the server is back. */
const abstand = 15_000;

/** Once the server answers again, the page asks for the login; until then it works with what it holds. */
function warteAufNetz(): void {
  const sieh = async () => {
    if (anmeldestand.lies() !== 'offline' || !(await istErreichbar())) return;
    clearInterval(uhr);
    removeEventListener('online', sieh);
    verbindung.setze('da');
    anmeldestand.setze('abgelaufen');
  };
  const uhr = setInterval(sieh, abstand);
  addEventListener('online', sieh);
}

async function istErreichbar(): Promise<boolean> {
  try {
    return (await fetch('/api/einstellungen')).ok;
  } catch {
    return false;
  }
}
