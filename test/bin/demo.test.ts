import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Aufruffehler, leereAusgabeordner, schreibeProtokoll } from '../../bin/demo/aufruf.ts';
import { oeffneFremdsystem } from '../../bin/demo/fremdsystem.ts';
import { demopersonen } from '../../bin/werkzeug/musterstadt.ts';
import { wurzel } from '../../bin/werkzeug/system.ts';

const ordner = mkdtempSync(join(tmpdir(), 'gremienweg-aufruf-'));
const datei = (name: string, text: string) => {
  writeFileSync(join(ordner, name), text);
  return join(ordner, name);
};
afterAll(() => rmSync(ordner, { recursive: true, force: true }));

describe('npm run demo -- --out', () => {
  const neu = (name: string, dateien: Record<string, string> = {}) => {
    const pfad = join(ordner, name);
    mkdirSync(pfad);
    for (const [datei, text] of Object.entries(dateien)) writeFileSync(join(pfad, datei), text);
    return pfad;
  };

  it('leert einen Ordner, den es nicht gibt, der leer ist oder den ein früherer Lauf gefüllt hat', () => {
    for (const pfad of [join(ordner, 'gibt', 'es', 'nicht'), neu('leer')]) {
      leereAusgabeordner(pfad);
      // Broken off here, it is still ours.
      writeFileSync(join(pfad, 'papier.docx'), 'x');
      leereAusgabeordner(pfad);
      expect(readdirSync(pfad)).toEqual(['protokoll.txt']);
      schreibeProtokoll(pfad, ['1  Die Sachbearbeiterin …']);
      leereAusgabeordner(pfad);
    }
  });

  test.each([
    ['fremde Dateien', { 'brief.txt': 'wichtig' }],
    ['ein fremdes Protokoll', { 'protokoll.txt': 'Niederschrift der Sitzung', 'brief.txt': 'wichtig' }],
  ])('rührt einen Ordner nicht an, der %s enthält', (name, dateien) => {
    const pfad = neu(name, dateien);
    expect(() => leereAusgabeordner(pfad)).toThrow(/nicht von einem früheren Lauf/);
    expect(readdirSync(pfad).toSorted()).toEqual(Object.keys(dateien).toSorted());
  });

  it('endet mit einem Satz und Rückgabewert 2', () => {
    const pfad = neu('befehl', { 'brief.txt': 'wichtig' });
    const argumente = ['--import', 'tsx', join(wurzel, 'bin/demo.ts'), '--out', pfad];
    const { status, stderr } = spawnSync(process.execPath, argumente, { cwd: wurzel, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain(`${pfad} enthält Dateien`);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(join(pfad, 'brief.txt'))).toBe(true);
  });
});

describe('npm run demo -- --url', () => {
  /** Answers as a deployed system does: settings, and nothing at the login's paths. */
  let seiten: Record<string, unknown> = {};
  const gefragt: string[] = [];
  let server: Server;
  let basis: string;
  beforeAll(async () => {
    server = createServer((req, res) => {
      gefragt.push(`${req.method} ${req.url}`);
      const seite = seiten[req.url ?? ''];
      res.writeHead(seite ? 200 : 404, { 'content-type': 'application/json' });
      res.end(JSON.stringify(seite ?? { message: 'Not Found' }));
    });
    await new Promise<void>((fertig) => server.listen(0, '127.0.0.1', fertig));
    basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const einstellungen = { '/api/einstellungen': { login: { clientId: 'c' } } };
  const verweigert = async (url: string, tokens: string | undefined, satz: RegExp) => {
    const fehler = await oeffneFremdsystem(url, tokens, 's').catch((f: unknown) => f);
    expect(fehler).toBeInstanceOf(Aufruffehler);
    expect((fehler as Error).message).toMatch(satz);
  };

  it('nennt eine unbrauchbare Adresse, eine stumme und eine, unter der etwas anderes läuft', async () => {
    seiten = {};
    await verweigert('musterstadt', undefined, /ist keine Adresse/);
    await verweigert('file:///etc', undefined, /ist keine Adresse/);
    await verweigert('http://127.0.0.1:1', undefined, /antwortet niemand/);
    await verweigert(basis, undefined, /läuft kein Gremienweg/);
  });

  it('verlangt Token, wo die Anmeldung anderswo liegt, und schickt das Demo-Kennwort dort nicht hin', async () => {
    seiten = einstellungen;
    await verweigert(basis, undefined, /--tokens/);
    const fremd = { authorization_endpoint: 'https://anmeldung.example/oauth2/authorize' };
    seiten = { ...einstellungen, '/.well-known/openid-configuration': fremd };
    gefragt.length = 0;
    await verweigert(basis, undefined, /--tokens/);
    expect(gefragt).toEqual(['GET /api/einstellungen', 'GET /.well-known/openid-configuration']);
  });

  it('nennt, was einer Datei mit Token fehlt', async () => {
    await verweigert(basis, join(ordner, 'keine.json'), /lässt sich nicht lesen/);
    await verweigert(basis, datei('a.json', 'nichts'), /ist kein JSON der Form/);
    await verweigert(basis, datei('b.json', '{"feldkamp": 1}'), /ist kein JSON der Form/);
    await verweigert(basis, datei('c.json', '{"feldkamp": "t"}'), /fehlen Zugangstoken für ohlsen, /);
  });

  it('nimmt die Token; ein ausgerolltes System hat kein Postfach zum Nachsehen', async () => {
    seiten = einstellungen;
    const alle = Object.fromEntries(demopersonen.map((p) => [p.id, 't']));
    const system = await oeffneFremdsystem(`${basis}/`, datei('d.json', JSON.stringify(alle)), 's');
    expect(system).toMatchObject({ basis, clientId: 'c', stellbareUhr: false, postfach: false });
    expect(system.anmeldung).toBeDefined();
  });
});
