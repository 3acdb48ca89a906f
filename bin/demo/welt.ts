import { setTimeout as warte } from 'node:timers/promises';
import { demoklient } from '../werkzeug/einrichten.ts';
import type { Antwort, Klient } from '../werkzeug/klient.ts';
import type { Demoname } from '../werkzeug/musterstadt.ts';

/** An expectation did not hold. */
export class Enttaeuschung extends Error {}

export interface Weltoptionen {
  readonly basis: string;
  readonly clientId: string;
  /** Same seed, same idempotency keys, same ids. */
  readonly saat: string;
  /** Whether the clock can be set over HTTP (embedded system with a standing clock). */
  readonly stellbareUhr: boolean;
  /** Whether the system keeps its mails in an inbox of its own; every one with a standing clock does. */
  readonly postfach?: boolean;
  /** How long an unreachable server is waited for, ms. */
  readonly geduld: number;
  /** Access tokens by person, for a deployed system whose login is not ours. */
  readonly anmeldung?: (person: Demoname) => Klient;
  readonly sage: (zeile: string) => void;
}

/** How long background work may take before it counts as lost, ms of real time. */
const hoechstwarten = 30_000;

/** The world of a journey: the people of the route at the API, the clock, and expectations. */
export class Welt {
  readonly o: Weltoptionen;
  readonly #klienten = new Map<Demoname, Klient>();
  #erwartungen = 0;

  constructor(optionen: Weltoptionen) {
    this.o = optionen;
  }

  get erwartungen(): number {
    return this.#erwartungen;
  }

  als(person: Demoname): Klient {
    let klient = this.#klienten.get(person);
    if (!klient) {
      const { basis, clientId, saat, geduld } = this.o;
      klient = this.o.anmeldung?.(person) ?? demoklient({ basis, clientId }, person, saat, geduld);
      this.#klienten.set(person, klient);
    }
    return klient;
  }

  erwarte(bedingung: boolean, satz: string, gesehen?: unknown): void {
    this.#erwartungen += 1;
    if (!bedingung)
      throw new Enttaeuschung(
        `${satz}${gesehen === undefined ? '' : ` – gesehen: ${JSON.stringify(gesehen)}`}`,
      );
  }

  /** The JSON of a successful answer. */
  gelungen<T = Record<string, unknown>>(antwort: Antwort, wobei: string): T {
    this.erwarte(antwort.status < 300, `${wobei} gelingt`, {
      status: antwort.status,
      ...(antwort.json as object),
    });
    return antwort.json as T;
  }

  /** A refusal with this status and code. */
  abgelehnt(
    antwort: Antwort,
    status: number,
    code: string,
    wobei: string,
  ): { satz: string; einzelheiten?: unknown } {
    const json = antwort.json as { code?: string; satz?: string; einzelheiten?: unknown };
    this.erwarte(antwort.status === status && json.code === code, `${wobei}: ${status} ${code}`, {
      status: antwort.status,
      json,
    });
    return { satz: json.satz ?? '', einzelheiten: json.einzelheiten };
  }

  /** Repeats until the answer is there. */
  async bis<T>(satz: string, versuche: () => Promise<T | null | undefined | false>): Promise<T> {
    const ende = Date.now() + hoechstwarten + this.o.geduld;
    for (;;) {
      const ergebnis = await versuche();
      if (ergebnis !== null && ergebnis !== undefined && ergebnis !== false) {
        this.#erwartungen += 1;
        return ergebnis;
      }
      if (Date.now() > ende) throw new Enttaeuschung(`${satz}: nicht eingetreten`);
      await warte(50);
    }
  }

  /** Sets the standing clock of the embedded system; a deployed system keeps its own. */
  async stelleUhr(zeitpunkt: string): Promise<void> {
    if (!this.o.stellbareUhr) return;
    // What belongs to the old time is finished in it, so that runs can be compared.
    await this.#steuere('ruhe', {});
    await this.#steuere('uhr', { set: zeitpunkt });
    await this.#steuere('ruhe', {});
  }

  async #steuere(was: 'ruhe' | 'uhr', koerper: unknown): Promise<void> {
    await this.bis(`Die Steuerung (${was}) antwortet`, async () => {
      try {
        const antwort = await fetch(`${this.o.basis}/_steuerung/${was}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(koerper),
        });
        return antwort.ok;
      } catch {
        return false;
      }
    });
  }

  /** The system's time, ISO. */
  async jetzt(): Promise<string> {
    if (!this.o.stellbareUhr) return new Date().toISOString();
    return this.bis('Die Uhr lässt sich lesen', async () => {
      try {
        const { jetzt } = (await (await fetch(`${this.o.basis}/_steuerung/uhr`)).json()) as { jetzt: number };
        return new Date(jetzt).toISOString();
      } catch {
        return null;
      }
    });
  }

  sage(zeile: string): void {
    this.o.sage(zeile);
  }
}
