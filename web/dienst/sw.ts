import { wohin } from './wohin.ts';

declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build: all files of this build, and the hash of the page that goes with them. */
declare const __BAU__: {
  readonly version: string;
  readonly dateien: readonly string[];
  readonly seite: string;
};

const bau = __BAU__;
const vorsilbe = 'gremienweg-';
const name = vorsilbe + bau.version;
const gehalten = new Set(bau.dateien);
const startseite = '/index.html';

/** So long the network may take for the page, in ms, before the one that is held is shown. */
const geduld = 4_000;

/**
 * The application for times without network. Every build has a cache of its own and is complete or not there:
 *
 *   install    fetches all files; a missing or foreign one (a release half uploaded) fails it, and the browser
 *              tries again at the next visit
 *   waiting    open tabs go on with the build they were opened with, whose files stay
 *   activate   when all of them are closed: the caches of earlier builds go
 *
 * It never holds an answer of the API.
 */
self.addEventListener('install', (ereignis) => {
  ereignis.waitUntil(lade());
});

self.addEventListener('activate', (ereignis) => {
  ereignis.waitUntil(
    (async () => {
      for (const alter of await caches.keys()) {
        if (alter.startsWith(vorsilbe) && alter !== name) await caches.delete(alter);
      }
      // The tab that registered it works without network at once, without being loaded again.
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (ereignis) => {
  const { request } = ereignis;
  const ziel = wohin({
    methode: request.method,
    adresse: new URL(request.url),
    seite: request.mode === 'navigate',
    eigeneHerkunft: self.location.origin,
    gehalten: (pfad) => gehalten.has(pfad),
  });
  if (ziel === 'seite') ereignis.respondWith(gibSeite(request));
  if (ziel === 'datei') ereignis.respondWith(gibDatei(request));
});

async function lade(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(bau.dateien.filter((d) => d !== startseite));
  const seite = await fetch(startseite, { cache: 'reload' });
  const bytes = await seite.clone().arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...hash].map((b) => b.toString(16).padStart(2, '0')).join('');
  if (!seite.ok || hex !== bau.seite) throw new Error('Die Seite gehört zu einem anderen Bau.');
  await cache.put(startseite, seite);
}

/** The newest page; where the network is away, slow or in trouble, the one that is held. */
async function gibSeite(anfrage: Request): Promise<Response> {
  const gehaltene = await caches.match(startseite, { cacheName: name });
  if (!gehaltene) return fetch(anfrage);
  const langsam = new Promise<Response>((gib) => setTimeout(() => gib(gehaltene), geduld));
  const ausDemNetz = fetch(anfrage).then(
    (antwort) => (antwort.status >= 500 ? gehaltene : antwort),
    () => gehaltene,
  );
  return Promise.race([ausDemNetz, langsam]);
}

async function gibDatei(anfrage: Request): Promise<Response> {
  return (await caches.match(anfrage, { cacheName: name })) ?? fetch(anfrage);
}
