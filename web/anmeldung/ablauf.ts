import { gehe } from '../app/ort.ts';
import { anmeldeadresse, loeseEin } from './anfrage.ts';
import { machePkce, zufall } from './pkce.ts';
import { AnmeldungAbgelehnt, uebernimm } from './tokens.ts';
import { istAusZweitemFenster, meldeZurueck, type Rueckmeldung } from './zweitesFenster.ts';

/** What this tab remembers while the login page is shown. */
interface Unterwegs {
  /** null: used up. */
  readonly geheimnis: string | null;
  /** Where the person wanted to go: a link from a mail survives the login. */
  readonly ziel: string;
}

/** The browser keeps nothing at all, so nobody could come back from the login page. */
export class SpeicherGesperrt extends Error {
  override readonly name = 'SpeicherGesperrt';
}

const ablage = (state: string) => `gw:anmeldung:${state}`;

function lege(state: string, unterwegs: Unterwegs): void {
  try {
    sessionStorage.setItem(ablage(state), JSON.stringify(unterwegs));
  } catch {
    throw new SpeicherGesperrt();
  }
}

function nimm(state: string): Unterwegs | null {
  const text = sessionStorage.getItem(ablage(state));
  return text === null ? null : (JSON.parse(text) as Unterwegs);
}

/** Leaves for the login page. `wer`: another person logs in; not empty: who is suggested there. */
export async function geheZurAnmeldung(
  ziel = location.pathname + location.search + location.hash,
  wer?: string,
): Promise<void> {
  const { geheimnis, aufgabe } = await machePkce();
  const state = zufall(16);
  lege(state, { geheimnis, ziel });
  verlasse(anmeldeadresse(state, aufgabe, wer));
}

/** Leaves the page for good: whoever comes back to it by the back button gets it anew, not as it was. */
export function verlasse(adresse: string): void {
  addEventListener('pageshow', (ereignis) => ereignis.persisted && location.reload());
  location.assign(adresse);
}

/** What the address brought: nothing, a login, or the answer for the window that waits. */
export type Rueckkehr = { readonly art: 'keine' | 'angemeldet' } | Rueckmeldung;

/**
 * Takes what the login page sent back in the address, and goes on where the person wanted to go.
 * @throws AnmeldungAbgelehnt where the provider refused: to ask again at once would go round in circles
 */
export async function nimmRueckkehr(): Promise<Rueckkehr> {
  const antwort = new URLSearchParams(location.search);
  const [code, state, fehler] = [antwort.get('code'), antwort.get('state'), antwort.get('error')];
  if (location.pathname !== '/' || !(fehler || (code && state))) return { art: 'keine' };
  if (state && istAusZweitemFenster(state)) {
    gehe('/', { ersetze: true });
    return meldeZurueck(state, code);
  }
  const gemerkt = state ? nimm(state) : null;
  // The code leaves the address before anything can fail: no reload, no back button meets it again.
  gehe((gemerkt?.ziel ?? '/').replace(/^\/+/, '/'), { ersetze: true });
  if (state && gemerkt) lege(state, { geheimnis: null, ziel: gemerkt.ziel });
  if (fehler) throw new AnmeldungAbgelehnt(fehler);
  // Back button onto an old login page: its state is used up or foreign, so log in anew (RFC 6749, 10.12).
  if (!code || !gemerkt?.geheimnis) return { art: 'keine' };
  uebernimm(await loeseEin(code, gemerkt.geheimnis));
  return { art: 'angemeldet' };
}
