import { einstellungen } from '../api/einstellungen.ts';
import { holeTokens, type Tokens } from './tokens.ts';

/** Where the provider sends the browser back to. */
const rueckweg = () => `${location.origin}/`;

/** Address of the login page. `wer`: it asks for the password anew; not empty: who is suggested there. */
export function anmeldeadresse(state: string, aufgabe: string, wer?: string): string {
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

/** Exchanges the code that came back. Throws as `holeTokens` does. */
export function loeseEin(code: string, geheimnis: string): Promise<Tokens> {
  return holeTokens({
    grant_type: 'authorization_code',
    code,
    redirect_uri: rueckweg(),
    code_verifier: geheimnis,
  });
}
