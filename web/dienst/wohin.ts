/**
 * What the service worker does with a request. seite: the newest page from the network, without network the
 * one it holds; datei: what it holds, else the network; null: not its business (the API, other origins,
 * writing, the server's own pages).
 */
export function wohin(anfrage: {
  readonly methode: string;
  readonly adresse: URL;
  readonly seite: boolean;
  readonly eigeneHerkunft: string;
  readonly gehalten: (pfad: string) => boolean;
}): 'seite' | 'datei' | null {
  const { methode, adresse, seite, eigeneHerkunft, gehalten } = anfrage;
  if (methode !== 'GET' || adresse.origin !== eigeneHerkunft) return null;
  if (vomServer.test(adresse.pathname)) return null;
  // As at the edge: a name with an ending is a file, every other address is the one page.
  const name = adresse.pathname.slice(adresse.pathname.lastIndexOf('/') + 1);
  if (seite && !/\.[A-Za-z0-9]+$/.test(name)) return 'seite';
  return gehalten(adresse.pathname) ? 'datei' : null;
}

const vomServer = /^\/((api|oauth2|lizenzen)\/|_)/;
