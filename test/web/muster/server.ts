import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Musterseite } from './seite.ts';

/** The policy of the real interface: scripts and styles of this origin, Trusted Types. */
const richtlinie =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http://fremd.example; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface Musterserver {
  readonly basis: string;
  /** What is served from now on. */
  zeige(seite: Musterseite): void;
  beende(): Promise<void>;
}

/** Serves one page of three files under every address, on a free port of this machine. */
export async function starteMusterserver(): Promise<Musterserver> {
  let jetzt: Musterseite = { html: '', css: '', js: '' };
  const server = createServer((anfrage, antwort) => {
    const arten = {
      '/seite.css': ['text/css', jetzt.css],
      '/seite.js': ['text/javascript', jetzt.js],
    } as const;
    const [art, text] = arten[anfrage.url as keyof typeof arten] ?? ['text/html', jetzt.html];
    antwort.writeHead(anfrage.method === 'GET' ? 200 : 404, {
      'content-type': `${art}; charset=utf-8`,
      'content-security-policy': richtlinie,
      'cache-control': 'no-store',
    });
    antwort.end(text);
  });
  await new Promise<void>((bereit) => server.listen(0, '127.0.0.1', bereit));
  return {
    basis: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    zeige: (seite) => {
      jetzt = seite;
    },
    beende: () =>
      new Promise((fertig) => {
        server.close(() => fertig());
        server.closeAllConnections();
      }),
  };
}
