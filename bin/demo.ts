import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Ordnerablage } from './demo/ablage.ts';
import { schliesseAb } from './demo/abschluss.ts';
import { Aufruffehler, leereAusgabeordner, pruefeAusgabeordner, schreibeProtokoll } from './demo/aufruf.ts';
import { oeffneFremdsystem } from './demo/fremdsystem.ts';
import { reise } from './demo/reise.ts';
import { beende, starteServer } from './demo/serverprozess.ts';
import { Enttaeuschung, Welt } from './demo/welt.ts';
import { wurzel } from './werkzeug/system.ts';

/**
 * `npm run demo [-- --out DIR] [--url URL [--tokens DATEI]]`: the whole way, over HTTP only, logged in as the
 * people of the route. Exit code 0 only if every expectation held, 1 if one did not, 2 if the call is wrong.
 * With --url it drives a running system: an embedded one as it is, a deployed one with DATEI, which is JSON
 * `{"feldkamp": "<access token>", ...}` with a token per demo person.
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
  leereAusgabeordner(values.out);
  try {
    await schliesseAb(welt, await reise(welt), ablage);
    sage(
      `\n${welt.erwartungen} Erwartungen erfüllt in ${((performance.now() - anfang) / 1000).toFixed(1)} s.`,
    );
    sage(`${ablage.pfade.length} Dateien in ${values.out}`);
  } finally {
    schreibeProtokoll(values.out, zeilen);
  }
}

async function einstellungen(basis: string): Promise<{ login: { clientId: string } }> {
  return (await (await fetch(`${basis}/api/einstellungen`)).json()) as { login: { clientId: string } };
}

try {
  pruefeAusgabeordner(values.out);
  if (values.url === undefined && values.tokens !== undefined) {
    throw new Aufruffehler('--tokens gilt nur zusammen mit --url.');
  }
  if (values.url !== undefined) {
    const system = await oeffneFremdsystem(values.url, values.tokens, String(Date.now()));
    sage(`Gremienweg unter ${system.basis}\n`);
    await fuehreVor(new Welt({ ...system, sage }));
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
  if (fehler instanceof Aufruffehler) {
    console.error(fehler.message);
    process.exitCode = 2;
  } else if (fehler instanceof Enttaeuschung) {
    console.error(`\nNicht erfüllt: ${fehler.message}`);
    process.exitCode = 1;
  } else throw fehler;
}
