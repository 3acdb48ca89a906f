import { einstellungen } from '../api/einstellungen.ts';
import { NetzFehler } from '../api/fehler.ts';
import { macheSpeicher } from '../app/speicher.ts';

export interface Tokens {
  readonly zugang: string;
  readonly erneuern: string | null;
  /** Instant in ms, by this device's clock, at which the access token ends. */
  readonly bis: number;
  /** It is renewed this long before its end, in ms, so that no request meets the end. */
  readonly vorsprung: number;
}

/** Tokens live in memory only: what is not stored cannot be read from a disk (RFC 9700, 2.2; OAuth for browsers). */
let tokens: Tokens | null = null;

/** angemeldet; abgelaufen: the login must be repeated, what was typed stays; offline: started without network. */
export type Anmeldestand = 'offen' | 'angemeldet' | 'abgelaufen' | 'offline';
export const anmeldestand = macheSpeicher<Anmeldestand>('offen');

/** The provider says no: the code or the login is used up. A person has to log in. */
export class AnmeldungAbgelehnt extends Error {
  override readonly name = 'AnmeldungAbgelehnt';
}

/**
 * Exchanges a code or a refresh token. `expires_in` counts from the question on, by this device's clock: a
 * clock that is wrong matters to nobody.
 * @throws AnmeldungAbgelehnt where the provider refuses, NetzFehler where it is away or overloaded
 */
export async function holeTokens(felder: Readonly<Record<string, string>>): Promise<Tokens> {
  const { endpunkte, clientId } = einstellungen().login;
  const gefragt = Date.now();
  const antwort = await fetch(endpunkte.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...felder }),
  }).catch(() => null);
  // RFC 6749, 5.2: only these two say something about code or token; all others about the provider's health.
  if (antwort?.status === 400 || antwort?.status === 401) throw new AnmeldungAbgelehnt();
  if (!antwort?.ok) throw new NetzFehler();
  const neu = (await antwort.json()) as { access_token: string; refresh_token?: string; expires_in: number };
  const dauer = neu.expires_in * 1000;
  return {
    zugang: neu.access_token,
    erneuern: neu.refresh_token ?? null,
    bis: gefragt + dauer,
    vorsprung: Math.min(30_000, dauer / 2),
  };
}

/** From now on requests carry these; those that wait for a login go on. */
export function uebernimm(neu: Tokens): void {
  tokens = neu;
  anmeldestand.setze('angemeldet');
}

let laeuft: Promise<void> | null = null;

/** Renews once, however many requests ask; a login that ended or began anew meanwhile is left alone. */
function erneuere(erneuern: string): Promise<void> {
  laeuft ??= holeTokens({ grant_type: 'refresh_token', refresh_token: erneuern })
    .then((neu) => {
      if (tokens?.erneuern === erneuern) uebernimm({ ...neu, erneuern: neu.erneuern ?? erneuern });
    })
    .finally(() => {
      laeuft = null;
    });
  return laeuft;
}

/**
 * An access token that still holds, renewed where needed; null where nobody is logged in. Waits while the
 * login has ended, until the person has logged in again.
 * @param eilig the page is being left: what still holds is taken, there is no time to renew
 * @throws NetzFehler where it must be renewed and the provider is not reachable
 */
export async function gueltigesToken(eilig = false): Promise<string | null> {
  if (tokens && Date.now() < tokens.bis - (eilig ? 0 : tokens.vorsprung)) return tokens.zugang;
  const erneuern = tokens?.erneuern;
  if (!erneuern) return tokens || anmeldestand.lies() === 'abgelaufen' ? warteAufAnmeldung() : null;
  try {
    await erneuere(erneuern);
  } catch (fehler) {
    if (tokens?.erneuern === erneuern) {
      if (fehler instanceof AnmeldungAbgelehnt) return warteAufAnmeldung();
      if (Date.now() >= tokens.bis) throw fehler;
    }
  }
  // Of several that asked together, the first has found out that the login has ended.
  if (!tokens && anmeldestand.lies() === 'abgelaufen') return warteAufAnmeldung();
  return tokens?.zugang ?? null;
}

/** The request waits until the person has logged in again in the second window; so nothing typed is lost. */
function warteAufAnmeldung(): Promise<string | null> {
  beendeAnmeldung();
  return new Promise((weiter) => {
    const ende = anmeldestand.lausche((stand) => {
      if (stand !== 'angemeldet') return;
      ende();
      weiter(tokens?.zugang ?? null);
    });
  });
}

/** The server did not take this token: the next request renews it first, unless that has happened already. */
export function verwirfToken(zugang: string): void {
  if (tokens?.zugang === zugang) tokens = { ...tokens, bis: 0 };
}

/** The login counts no more, and the page asks for another one. */
export function beendeAnmeldung(): void {
  tokens = null;
  anmeldestand.setze('abgelaufen');
}

/** Nobody is logged in here any more. */
export function vergissTokens(): void {
  tokens = null;
  anmeldestand.setze('offen');
}
