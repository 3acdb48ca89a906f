import { einstellungen } from '../api/einstellungen.ts';
import { vergissGemerktes } from '../speicher/gemerkt.ts';
import { machePkce, zufall } from './pkce.ts';
import { tausche, vergissTokens } from './tokens.ts';

/** What this tab remembers while the login page is shown. */
interface Unterwegs {
  readonly geheimnis: string;
  /** Where the person wanted to go: a link from a mail survives the login. */
  readonly ziel: string;
}

const ablage = (state: string) => `gw:anmeldung:${state}`;
/** A login in a second window begins its state so, and reports to the window that waits. */
const zweitesFenster = 'f.';
const kanal = 'gw:anmeldung';
const rueckweg = () => `${location.origin}/`;

function adresse(state: string, aufgabe: string, wer?: string): string {
  const { endpunkte, clientId } = einstellungen().login;
  return `${endpunkte.authorization_endpoint}?${new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: rueckweg(),
    scope: 'openid email profile',
    state,
    code_challenge: aufgabe,
    code_challenge_method: 'S256',
    ...(wer === undefined ? {} : { prompt: 'login', ...(wer ? { login_hint: wer } : {}) }),
  })}`;
}

/** Leaves for the login page. `wer`: another demo person is chosen there. */
export async function geheZurAnmeldung(
  ziel = location.pathname + location.search,
  wer?: string,
): Promise<void> {
  const { geheimnis, aufgabe } = await machePkce();
  const state = zufall(16);
  const unterwegs: Unterwegs = { geheimnis, ziel };
  sessionStorage.setItem(ablage(state), JSON.stringify(unterwegs));
  location.assign(adresse(state, aufgabe, wer));
}

/** Logs in again in a second window, while this one keeps what was typed. */
export async function meldeErneutAn(): Promise<void> {
  const { geheimnis, aufgabe } = await machePkce();
  const state = zweitesFenster + zufall(16);
  const fenster = window.open('', 'gremienweg-anmeldung', 'popup,width=520,height=720');
  const post = new BroadcastChannel(kanal);
  const code = new Promise<string>((weiter) => {
    post.onmessage = ({ data }) => data.state === state && weiter(data.code);
  });
  const ziel = adresse(state, aufgabe);
  if (fenster) fenster.location.href = ziel;
  else location.assign(ziel);
  await tausche({
    grant_type: 'authorization_code',
    code: await code,
    redirect_uri: rueckweg(),
    code_verifier: geheimnis,
  });
  post.close();
}

/**
 * Takes what the login page sent back in the address. Returns the address to go on with; null where this is
 * no return, or only the second window, which closes itself.
 */
export async function nimmRueckkehr(): Promise<string | null> {
  const antwort = new URLSearchParams(location.search);
  const [code, state] = [antwort.get('code'), antwort.get('state')];
  if (!state || location.pathname !== '/') return null;
  if (state.startsWith(zweitesFenster)) {
    new BroadcastChannel(kanal).postMessage({ code, state });
    window.close();
    return '/';
  }
  const gemerkt = sessionStorage.getItem(ablage(state));
  sessionStorage.removeItem(ablage(state));
  // Back button onto an old return: the state is used up, so log in anew (RFC 6749, 10.12).
  if (!code || !gemerkt) return '/';
  const { geheimnis, ziel } = JSON.parse(gemerkt) as Unterwegs;
  await tausche({
    grant_type: 'authorization_code',
    code,
    redirect_uri: rueckweg(),
    code_verifier: geheimnis,
  });
  return ziel;
}

/** Ends the login here and at the provider; what was typed and not sent goes with it. */
export function meldeAb(): void {
  vergissTokens();
  vergissGemerktes();
  location.assign(einstellungen().login.abmelden);
}
