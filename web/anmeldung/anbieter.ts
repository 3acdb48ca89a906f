import { ladeEinstellungen } from '../api/einstellungen.ts';

/** Addresses of the login, as its discovery document names them (OpenID Connect Discovery 1.0). */
export interface Anbieter {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
}

let anbieter: Promise<Anbieter> | null = null;

/** Loads the addresses once; a failure is tried again at the next call. */
export function ladeAnbieter(): Promise<Anbieter> {
  anbieter ??= ladeEinstellungen()
    .then(({ login }) => fetch(`${login.issuer}/.well-known/openid-configuration`))
    .then((antwort) => {
      if (!antwort.ok) throw new Error(`Anmeldung: ${antwort.status}`);
      return antwort.json() as Promise<Anbieter>;
    });
  anbieter.catch(() => {
    anbieter = null;
  });
  return anbieter;
}
