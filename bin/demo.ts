import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { Ordnerablage } from './demo/ablage.ts';
import { schliesseAb } from './demo/abschluss.ts';
import { reise } from './demo/reise.ts';
import { beende, starteServer } from './demo/serverprozess.ts';
import { Enttaeuschung, Welt } from './demo/welt.ts';
import { Klient } from './werkzeug/klient.ts';
import { demopersonen } from './werkzeug/musterstadt.ts';
import { wurzel } from './werkzeug/system.ts';

/**
 * `npm run demo [-- --out DIR] [--url URL --tokens DATEI]`: the whole way, over HTTP only, logged in as the
 * people of the route. Exit code 0 only if every expectation held. With --url it drives a deployed system;
 * DATEI is JSON `{"feldkamp": "<access token>", ...}` with a token per demo person.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: resolve(wurzel, 'demo-out') },
    url: { type: 'string' },
    tokens: { type: 'string' },
  },
});

const anfang = performance.now();
const zeilen: string[] = [];
const sage = (zeile: string) => {
  zeilen.push(zeile);
  console.log(zeile);
};

async function fuehreVor(welt: Welt): Promise<void> {
  const ablage = new Ordnerablage(values.out);
  rmSync(values.out, { recursive: true, force: true });
  try {
    await schliesseAb(welt, await reise(welt), ablage);
    sage(
      `\n${welt.erwartungen} Erwartungen erfüllt in ${((performance.now() - anfang) / 1000).toFixed(1)} s.`,
    );
    sage(`${ablage.pfade.length} Dateien in ${values.out}`);
  } finally {
    ablage.lege('protokoll.txt', `${zeilen.join('\n')}\n`);
  }
}

async function einstellungen(basis: string): Promise<{ login: { clientId: string } }> {
  return (await (await fetch(`${basis}/api/einstellungen`)).json()) as { login: { clientId: string } };
}

try {
  if (values.url) {
    const basis = values.url.replace(/\/$/, '');
    const tokens = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(values.tokens ?? '', 'utf8')));
    const fehlend = demopersonen.filter((p) => !tokens[p.id]).map((p) => p.id);
    if (fehlend.length > 0)
      throw new Enttaeuschung(`In ${values.tokens} fehlen Zugangsmarken für: ${fehlend.join(', ')}`);
    const saat = String(Date.now());
    await fuehreVor(
      new Welt({
        basis,
        clientId: (await einstellungen(basis)).login.clientId,
        saat,
        stellbareUhr: false,
        geduld: 0,
        anmeldung: (id) =>
          new Klient({ basis, saat: `${saat}|${id}`, anmelden: async () => tokens[id] ?? '' }),
        sage,
      }),
    );
  } else {
    const daten = mkdtempSync(join(tmpdir(), 'gremienweg-demo-'));
    const server = await starteServer({ daten, uhr: '2026-03-24T08:00:00.000Z' });
    try {
      sage(
        `Gremienweg läuft unter ${server.adresse} (bereit nach ${((performance.now() - anfang) / 1000).toFixed(1)} s)\n`,
      );
      const { login } = await einstellungen(server.adresse);
      await fuehreVor(
        new Welt({
          basis: server.adresse,
          clientId: login.clientId,
          saat: 'demo',
          stellbareUhr: true,
          geduld: 0,
          sage,
        }),
      );
    } finally {
      await beende(server, 'SIGINT');
      rmSync(daten, { recursive: true, force: true });
    }
  }
} catch (fehler) {
  if (!(fehler instanceof Enttaeuschung)) throw fehler;
  console.error(`\nNicht erfüllt: ${fehler.message}`);
  process.exitCode = 1;
}
