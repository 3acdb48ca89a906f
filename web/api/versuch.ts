import { gueltigesToken } from '../anmeldung/tokens.ts';
import { type Antwort, liesAntwort } from './antwort.ts';
import { NetzFehler } from './fehler.ts';

export interface Anfrage {
  readonly methode: string;
  /** Below /api. */
  readonly pfad: string;
  readonly koerper?: unknown;
  readonly version?: number | undefined;
  readonly schluessel?: string | undefined;
  readonly ueberlebt?: boolean | undefined;
}

export interface Versuch {
  /** null: none came. */
  readonly antwort: Antwort | null;
  readonly zugang: string | null;
  /** Milliseconds that the request itself took; waiting for a login is not counted. */
  readonly dauer: number;
}

/** No answer after this time, in ms, is none; the gateway before the API gives up after 30 s. */
const geduld = 35_000;
/** A request that outlives its page may weigh 64 KiB with all others (Fetch, 4.6). */
const hoechstensUeberlebend = 60_000;

/** Asks once. Throws only when the signal aborts. */
export async function versuche(a: Anfrage, signal?: AbortSignal): Promise<Versuch> {
  signal?.throwIfAborted();
  let zugang: string | null;
  try {
    zugang = await gueltigesToken(a.ueberlebt);
  } catch (fehler) {
    if (fehler instanceof NetzFehler) return { antwort: null, zugang: null, dauer: 0 };
    throw fehler;
  }
  const beginn = performance.now();
  const abbruch = new AbortController();
  const brichAb = () => abbruch.abort();
  const uhr = setTimeout(brichAb, geduld);
  if (signal?.aborted) brichAb();
  signal?.addEventListener('abort', brichAb);
  try {
    const antwort = await liesAntwort(
      await fetch(`/api${a.pfad}`, { ...gestalt(a, zugang), signal: abbruch.signal }),
    );
    return { antwort, zugang, dauer: performance.now() - beginn };
  } catch {
    signal?.throwIfAborted();
    return { antwort: null, zugang, dauer: performance.now() - beginn };
  } finally {
    clearTimeout(uhr);
    signal?.removeEventListener('abort', brichAb);
  }
}

function gestalt(a: Anfrage, zugang: string | null): RequestInit {
  const body = a.methode === 'GET' ? null : JSON.stringify(a.koerper ?? {});
  return {
    method: a.methode,
    headers: {
      accept: 'application/json',
      ...(zugang ? { authorization: `Bearer ${zugang}` } : {}),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(a.schluessel ? { 'idempotency-key': a.schluessel } : {}),
      ...(a.version === undefined ? {} : { 'if-match': `"${a.version}"` }),
    },
    ...(body === null ? {} : { body }),
    ...(a.ueberlebt && (body?.length ?? 0) < hoechstensUeberlebend ? { keepalive: true } : {}),
  };
}
