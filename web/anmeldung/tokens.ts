import { einstellungen } from '../api/einstellungen.ts';
import { macheSpeicher } from '../app/speicher.ts';

interface Tokens {
  readonly zugang: string;
  readonly erneuern: string | null;
  /** Instant in ms at which the access token ends. */
  readonly bis: number;
}

/** Tokens live in memory only: what is not stored cannot be read from a disk (RFC 9700, 2.2; OAuth for browsers). */
let tokens: Tokens | null = null;

/** angemeldet; abgelaufen: the login must be repeated, what was typed stays; offline: started without network. */
export type Anmeldestand = 'offen' | 'angemeldet' | 'abgelaufen' | 'offline';
export const anmeldestand = macheSpeicher<Anmeldestand>('offen');

/** A token is renewed this long before its end, in ms, so that no request meets the end. */
const vorsprung = 30_000;

/** Exchanges code or refresh token. Throws where the provider refuses or is not reachable. */
export async function tausche(felder: Record<string, string>): Promise<void> {
  const { endpunkte, clientId } = einstellungen().login;
  const antwort = await fetch(endpunkte.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...felder }),
  });
  if (!antwort.ok) throw new TokenAbgelehnt();
  const neu = (await antwort.json()) as { access_token: string; refresh_token?: string; expires_in: number };
  tokens = {
    zugang: neu.access_token,
    erneuern: neu.refresh_token ?? tokens?.erneuern ?? null,
    bis: Date.now() + neu.expires_in * 1000,
  };
  anmeldestand.setze('angemeldet');
}

class TokenAbgelehnt extends Error {
  override readonly name = 'TokenAbgelehnt';
}

let laeuft: Promise<void> | null = null;

/** An access token that still holds, renewed where needed; null where nobody is logged in. */
export async function gueltigesToken(): Promise<string | null> {
  if (tokens && Date.now() < tokens.bis - vorsprung) return tokens.zugang;
  if (tokens?.erneuern) {
    const { erneuern } = tokens;
    laeuft ??= tausche({ grant_type: 'refresh_token', refresh_token: erneuern }).finally(() => {
      laeuft = null;
    });
    try {
      await laeuft;
    } catch (fehler) {
      if (fehler instanceof TokenAbgelehnt) return warteAufAnmeldung();
      // Not reachable: the request itself will tell.
    }
    return tokens?.zugang ?? null;
  }
  if (tokens || anmeldestand.lies() === 'abgelaufen') return warteAufAnmeldung();
  return null;
}

/** The request waits until the person has logged in again in the second window; so nothing typed is lost. */
function warteAufAnmeldung(): Promise<string | null> {
  tokens = null;
  anmeldestand.setze('abgelaufen');
  return new Promise((weiter) => {
    const ende = anmeldestand.lausche((stand) => {
      if (stand !== 'angemeldet') return;
      ende();
      weiter(tokens?.zugang ?? null);
    });
  });
}

/** The server did not take the token: the next request renews it first. */
export function verwirfToken(): void {
  if (tokens) tokens = { ...tokens, bis: 0 };
}

export function vergissTokens(): void {
  tokens = null;
}
