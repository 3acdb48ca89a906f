import { vi } from 'vitest';

/** A request as it left. */
export interface Gesehen {
  readonly pfad: string;
  readonly methode: string;
  readonly kopf: Readonly<Record<string, string>>;
  readonly koerper: string;
  readonly keepalive: boolean;
}

/** null and 'keine': the network fails; 'haengt': nothing comes until the request is aborted. */
export type Gegeben = Response | null | 'keine' | 'haengt';
type Antworten = (anfrage: Gesehen) => Gegeben | Promise<Gegeben>;

/** The little of a browser that the modules below the screens use, in node. */
export interface Antwortender {
  antworte(pfad: string, wie: Antworten): void;
  /** One answer after the other. */
  folge(pfad: string, antworten: readonly Gegeben[]): void;
  anfragen(pfad: string): readonly Gesehen[];
  vergiss(): void;
  einstellungen(): Response;
  loese(ereignis: string): void;
  /** How many listen. */
  hoerer(ereignis: string): number;
  readonly ablage: Map<string, string>;
}

export function stelleBrowserNach(): Antwortender {
  const wege = new Map<string, Antworten>();
  let gesehen: Gesehen[] = [];
  const hoerer = new Map<string, Set<(ereignis: unknown) => void>>();
  const ablage = new Map<string, string>();

  vi.stubGlobal('addEventListener', (art: string, hoere: () => void) => {
    const alle = hoerer.get(art) ?? new Set();
    hoerer.set(art, alle.add(hoere));
  });
  vi.stubGlobal('removeEventListener', (art: string, hoere: () => void) => hoerer.get(art)?.delete(hoere));
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('location', new URL('http://stadt.example/vorlagen/1?blatt=weg'));
  vi.stubGlobal('localStorage', alsStorage(ablage));
  vi.stubGlobal('fetch', async (adresse: string, o: RequestInit = {}) => {
    const { pathname } = new URL(adresse, 'http://stadt.example');
    const anfrage = {
      pfad: pathname,
      methode: o.method ?? 'GET',
      kopf: (o.headers ?? {}) as Record<string, string>,
      koerper: String(o.body ?? ''),
      keepalive: o.keepalive === true,
    };
    gesehen.push(anfrage);
    const wie = wege.get(pathname);
    if (!wie) throw new Error(`Unerwartete Anfrage: ${pathname}`);
    const antwort = await wie(anfrage);
    if (antwort === 'haengt') return new Promise<never>((_, ab) => o.signal?.addEventListener('abort', ab));
    if (antwort === null || antwort === 'keine') throw new TypeError('Failed to fetch');
    return antwort;
  });

  return {
    antworte: (pfad, wie) => void wege.set(pfad, wie),
    folge(pfad, antworten) {
      const rest = [...antworten];
      wege.set(pfad, () => {
        const antwort = rest.shift();
        if (antwort === undefined) throw new Error(`Eine Anfrage zu viel: ${pfad}`);
        return antwort;
      });
    },
    anfragen: (pfad) => gesehen.filter((g) => g.pfad === pfad),
    vergiss: () => {
      gesehen = [];
    },
    einstellungen: () =>
      Response.json({
        name: 'Musterstadt',
        login: { clientId: 'c', endpunkte: { token_endpoint: 'http://stadt.example/token' } },
      }),
    loese(art) {
      for (const h of [...(hoerer.get(art) ?? [])]) h({});
    },
    hoerer: (art) => hoerer.get(art)?.size ?? 0,
    ablage,
  };
}

/** Storage whose keys can be listed, as those of a browser can. */
function alsStorage(inhalt: Map<string, string>) {
  const methoden = {
    getItem: (name: string) => inhalt.get(name) ?? null,
    setItem: (name: string, wert: string) => void inhalt.set(name, wert),
    removeItem: (name: string) => void inhalt.delete(name),
  };
  return new Proxy(methoden, {
    ownKeys: () => [...inhalt.keys()],
    getOwnPropertyDescriptor: (_, name) =>
      inhalt.has(String(name))
        ? { enumerable: true, configurable: true, value: inhalt.get(String(name)) }
        : undefined,
  });
}
