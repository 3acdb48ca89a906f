import { verlasse } from '../anmeldung/ablauf.ts';
import { vergissTokens } from '../anmeldung/tokens.ts';
import { vergissAbschiede } from '../api/abschied.ts';
import { einstellungen } from '../api/einstellungen.ts';
import { vergissGemerktes } from '../speicher/gemerkt.ts';
import { mitgenommene } from '../speicher/mitgenommene.ts';
import { meldeGescheitert, sendeAlles } from './rueckholen.ts';

const kanal = 'gw:abmeldung';

/**
 * Ends the login here, in the other tabs and at the provider. What was decided and still waits is sent before,
 * and where that fails the person stays and reads it; what was typed and not sent goes with the login.
 */
export async function meldeAb(): Promise<void> {
  // Told as not carried out, so no later start may send it after all.
  if (!(await sendeAlles())) return vergissAbschiede();
  if (!(await gibGeraetFrei())) return;
  vergissTokens();
  vergissGemerktes();
  vergissAbschiede();
  new BroadcastChannel(kanal).postMessage('abgemeldet');
  verlasse(einstellungen().login.abmelden);
}

/** Where the part that asks cannot be loaded, nobody leaves while a Sitzung still lies on this device. */
async function gibGeraetFrei(): Promise<boolean> {
  try {
    const { gibGeraetFrei } = await import('../speicher/abmelden.tsx');
    return await gibGeraetFrei();
  } catch (fehler) {
    if (mitgenommene().length === 0) return true;
    meldeGescheitert('Nicht abgemeldet, denn auf diesem Gerät liegt noch eine mitgenommene Sitzung', fehler);
    return false;
  }
}

/** Another tab logged out: what this one shows is for nobody's eyes any more. */
export function folgeAbmeldung(): void {
  new BroadcastChannel(kanal).onmessage = () => {
    // As long as there is a token to send it with.
    void sendeAlles();
    vergissTokens();
    verlasse('/');
  };
}
