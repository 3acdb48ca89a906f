import { beendeAnmeldung, verwirfToken } from '../anmeldung/tokens.ts';
import { imAbschied } from './abschied.ts';
import { deute } from './antwort.ts';
import { NetzFehler } from './fehler.ts';
import { pause } from './pause.ts';
import { meldeStoerung, verbindung } from './verbindung.ts';
import { type Anfrage, versuche } from './versuch.ts';

export interface Sendeoptionen {
  readonly koerper?: unknown;
  /** Version that the person saw (If-Match). */
  readonly version?: number | undefined;
  /** Names the intention; repeating it gives the same answer and changes nothing twice. */
  readonly schluessel?: string;
  /** How long an unreachable server is waited for, in ms. Default: a minute and a half. */
  readonly geduld?: number;
  /** The page is being left: the request outlives it, and is repeated at the next start if no answer came. */
  readonly ueberlebt?: boolean;
}

const geduldBeimLesen = 8_000;
const geduldBeimSchreiben = 90_000;
/**
 * Answers of what stands before the API while it is away or overloaded. Reading is repeated, and writing too:
 * the key goes with it, so that it does not matter whether the first try arrived.
 */
const voruebergehend = new Set([429, 502, 503, 504]);

/** Reads from the API. `pfad` begins with "/" below /api. Throws ApiFehler or NetzFehler. */
export function hole<T>(pfad: string, signal?: AbortSignal): Promise<T> {
  return frage<T>({ methode: 'GET', pfad }, geduldBeimLesen, signal);
}

/** Changes something. The same idempotency key goes with every repetition, so that nothing happens twice. */
export function sende<T>(methode: 'POST' | 'PUT', pfad: string, optionen: Sendeoptionen = {}): Promise<T> {
  const { geduld = geduldBeimSchreiben, schluessel = crypto.randomUUID(), ...rest } = optionen;
  const anfrage = { methode, pfad, schluessel, ...rest };
  return imAbschied(anfrage, () => frage<T>(anfrage, geduld));
}

async function frage<T>(a: Anfrage, geduld: number, signal?: AbortSignal): Promise<T> {
  let verbraucht = 0;
  let abgewiesen = 0;
  for (let mal = 0; ; mal++) {
    const { antwort, zugang, dauer } = await versuche(a, signal);
    if (antwort && !voruebergehend.has(antwort.status)) {
      verbindung.setze('da');
      if (antwort.status === 401 && weiseAb(zugang, ++abgewiesen)) continue;
      return await deute<T>(antwort);
    }
    const warte = Math.max(Math.min(500 * 2 ** mal, 8_000), antwort?.warte ?? 0);
    verbraucht += dauer + warte;
    meldeStoerung();
    // Reading without network: there is nothing to wait for; the page says so and reads again later.
    if (verbraucht > geduld || (a.methode === 'GET' && !navigator.onLine)) throw new NetzFehler();
    await pause(warte, signal);
  }
}

/** After 401: first a new token, then a new login, then no more. False: give up. */
function weiseAb(zugang: string | null, wievielt: number): boolean {
  if (wievielt > 2) return false;
  if (wievielt === 1 && zugang !== null) verwirfToken(zugang);
  else beendeAnmeldung();
  return true;
}
