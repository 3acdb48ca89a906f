import { setTimeout as warte } from 'node:timers/promises';
import { uuidAus } from './kennwerte.ts';

export interface Antwort {
  readonly status: number;
  /** Parsed JSON, or the bytes of a file. */
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

export interface Anfrageoptionen {
  readonly koerper?: unknown;
  /** Version seen, for If-Match. */
  readonly version?: number;
  /** Reason of the idempotency key; the same reason gives the same key. */
  readonly absicht?: string;
}

export interface KlientOptionen {
  readonly basis: string;
  /** Seed of the idempotency keys. */
  readonly saat: string;
  /** Fetches an access token; called again when the old one has expired. */
  readonly anmelden: () => Promise<string>;
  /** How long an unreachable server is waited for, in ms (it may be restarting). */
  readonly geduld?: number;
}

/**
 * One person at the API, over HTTP only. A request whose answer was lost is sent again with the same
 * idempotency key, as every good client does; an expired login is renewed.
 */
export class Klient {
  readonly #o: KlientOptionen;
  #token: string | null = null;
  #anfragen = 0;

  constructor(optionen: KlientOptionen) {
    this.#o = optionen;
  }

  get(pfad: string): Promise<Antwort> {
    return this.#sende('GET', pfad, {});
  }
  post(pfad: string, optionen: Anfrageoptionen = {}): Promise<Antwort> {
    return this.#sende('POST', pfad, optionen);
  }
  put(pfad: string, optionen: Anfrageoptionen = {}): Promise<Antwort> {
    return this.#sende('PUT', pfad, optionen);
  }

  async #sende(methode: string, pfad: string, o: Anfrageoptionen): Promise<Antwort> {
    this.#anfragen += 1;
    const schluessel = uuidAus(`${this.#o.saat}|${o.absicht ?? `${methode} ${pfad} ${this.#anfragen}`}`);
    const ende = Date.now() + (this.#o.geduld ?? 0);
    for (let erneuert = false; ; ) {
      try {
        this.#token ??= await this.#o.anmelden();
        const antwort = await fetch(`${this.#o.basis}/api${pfad}`, {
          method: methode,
          headers: {
            authorization: `Bearer ${this.#token}`,
            ...(methode === 'GET'
              ? {}
              : { 'idempotency-key': schluessel, 'content-type': 'application/json' }),
            ...(o.version === undefined ? {} : { 'if-match': `"${o.version}"` }),
          },
          ...(methode === 'GET' ? {} : { body: JSON.stringify(o.koerper ?? {}) }),
        });
        const bytes = new Uint8Array(await antwort.arrayBuffer());
        if (antwort.status === 401 && !erneuert) {
          erneuert = true;
          this.#token = null;
          continue;
        }
        if (antwort.status >= 500 && Date.now() < ende) {
          await warte(100);
          continue;
        }
        const istJson = antwort.headers.get('content-type')?.includes('json') ?? false;
        return {
          status: antwort.status,
          json: istJson ? JSON.parse(new TextDecoder().decode(bytes)) : null,
          bytes,
        };
      } catch (fehler) {
        if (Date.now() >= ende) throw fehler;
        await warte(100);
      }
    }
  }
}
