import { gueltigesToken, verwirfToken } from '../anmeldung/tokens.ts';
import { ApiFehler, NetzFehler } from './fehler.ts';
import { verbindung } from './verbindung.ts';

export interface Sendeoptionen {
  readonly koerper?: unknown;
  /** Version that the person saw (If-Match). */
  readonly version?: number | undefined;
  /** Names the intention; repeating it gives the same answer and changes nothing twice. */
  readonly schluessel?: string;
  /** How long an unreachable server is waited for, in ms. Default: a minute and a half. */
  readonly geduld?: number;
  /** Lets the request outlive the page. */
  readonly ueberlebt?: boolean;
}

const geduldBeimLesen = 8_000;
const geduldBeimSchreiben = 90_000;
/** Answers of what stands before the API while it is away or overloaded; nothing was carried out for good. */
const voruebergehend = new Set([429, 502, 503, 504]);

/** Reads from the API. `pfad` begins with "/" below /api. Throws ApiFehler or NetzFehler. */
export function hole<T>(pfad: string, signal?: AbortSignal): Promise<T> {
  return anfrage<T>('GET', pfad, { geduld: geduldBeimLesen }, signal);
}

/** Changes something. The same idempotency key goes with every repetition, so that nothing happens twice. */
export function sende<T>(methode: 'POST' | 'PUT', pfad: string, optionen: Sendeoptionen = {}): Promise<T> {
  return anfrage<T>(methode, pfad, {
    schluessel: crypto.randomUUID(),
    geduld: geduldBeimSchreiben,
    ...optionen,
  });
}

async function anfrage<T>(methode: string, pfad: string, o: Sendeoptionen, signal?: AbortSignal): Promise<T> {
  const ende = Date.now() + (o.geduld ?? 0);
  for (let versuch = 0, erneuert = false; ; versuch++) {
    const antwort = await versuche(methode, pfad, o, signal);
    if (antwort && !voruebergehend.has(antwort.status)) {
      verbindung.setze('da');
      if (antwort.status === 401 && !erneuert) {
        erneuert = true;
        verwirfToken();
        continue;
      }
      return await lies<T>(antwort);
    }
    const warte = Math.min(500 * 2 ** versuch, 8_000);
    // Reading without network: there is nothing to wait for; the page says so and reads again later.
    if (Date.now() + warte > ende || (methode === 'GET' && !navigator.onLine)) throw new NetzFehler();
    verbindung.setze(navigator.onLine ? 'gestoert' : 'weg');
    await pause(warte, signal);
  }
}

async function versuche(
  methode: string,
  pfad: string,
  o: Sendeoptionen,
  signal: AbortSignal | undefined,
): Promise<Response | null> {
  const token = await gueltigesToken();
  try {
    return await fetch(`/api${pfad}`, {
      method: methode,
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(o.schluessel ? { 'idempotency-key': o.schluessel, 'content-type': 'application/json' } : {}),
        ...(o.version === undefined ? {} : { 'if-match': `"${o.version}"` }),
      },
      ...(methode === 'GET' ? {} : { body: JSON.stringify(o.koerper ?? {}) }),
      ...(signal ? { signal } : {}),
      ...(o.ueberlebt ? { keepalive: true } : {}),
    });
  } catch (fehler) {
    if (signal?.aborted) throw fehler;
    return null;
  }
}

async function lies<T>(antwort: Response): Promise<T> {
  const istJson = antwort.headers.get('content-type')?.includes('json') ?? false;
  if (antwort.ok) return (istJson ? await antwort.json() : await antwort.blob()) as T;
  const koerper = istJson ? await antwort.json() : {};
  const satz =
    koerper.satz ??
    (antwort.status === 401
      ? 'Ihre Anmeldung gilt nicht mehr. Bitte melden Sie sich noch einmal an.'
      : 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.');
  throw new ApiFehler(
    antwort.status,
    koerper.code ?? `HTTP_${antwort.status}`,
    satz,
    koerper.paragraf ?? null,
    koerper.einzelheiten,
  );
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((weiter, ab) => {
    const uhr = setTimeout(weiter, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(uhr);
      ab(signal.reason);
    });
    // Back online: no reason to wait for the rest of the pause.
    addEventListener('online', () => weiter(), { once: true });
  });
}
