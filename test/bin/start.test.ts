import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ferienpass } from '../../bin/demo/entwuerfe.ts';
import { beende, starteServer } from '../../bin/demo/serverprozess.ts';
import { reicheEin } from '../../bin/demo/vorlagenweg.ts';
import { Welt } from '../../bin/demo/welt.ts';
import { demopersonen } from '../../bin/werkzeug/musterstadt.ts';
import { wurzel } from '../../bin/werkzeug/system.ts';

const daten = mkdtempSync(join(tmpdir(), 'gremienweg-start-'));
const optionen = {
  daten,
  uhr: '2026-03-24T08:00:00.000Z',
  buendel: join(tmpdir(), 'gremienweg-test-buendel'),
};
const rufe = (skript: string) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(wurzel, skript), '--data', daten], {
    cwd: wurzel,
    encoding: 'utf8',
  });

async function weltVon(adresse: string): Promise<Welt> {
  const { login } = (await (await fetch(`${adresse}/api/einstellungen`)).json()) as {
    login: { clientId: string };
  };
  const mehr = { saat: 'start', stellbareUhr: true, geduld: 0, sage: () => {} };
  return new Welt({ basis: adresse, clientId: login.clientId, ...mehr });
}

describe('npm start', () => {
  afterAll(() => rmSync(daten, { recursive: true, force: true }));

  it('nennt Adresse, Postfach, Konten und Zeit, lässt keinen zweiten Prozess zu, endet sauber und setzt fort', async () => {
    const erster = await starteServer(optionen);
    const ausgabe = erster.ausgabe();
    expect(ausgabe).toMatch(/bereit nach \d+\.\d s/);
    expect(ausgabe).toContain(`${erster.adresse}/api/openapi.json`);
    expect(ausgabe).toContain(`${erster.adresse}/_postfach`);
    for (const p of demopersonen) expect(ausgabe).toContain(p.id);

    const zweiter = rufe('bin/local.ts');
    expect(zweiter.status).toBe(1);
    expect(zweiter.stderr).toMatch(/^Der Datenordner .+ wird schon von Prozess \d+ benutzt\./m);
    expect(zweiter.stderr).not.toContain('    at ');
    expect(rufe('bin/reset.ts').status).toBe(1);

    const { nummer } = await reicheEin(await weltVon(erster.adresse), ferienpass, null);
    await beende(erster, 'SIGINT');
    expect(erster.prozess.exitCode).toBe(0);

    const wieder = await starteServer(optionen);
    expect(wieder.adresse).toBe(erster.adresse);
    const welt = await weltVon(wieder.adresse);
    const { eintraege } = (await welt.als('reinicke').get('/aufgaben')).json as {
      eintraege: { nummer: string }[];
    };
    expect(eintraege.map((e) => e.nummer)).toEqual([nummer]);
    await beende(wieder, 'SIGKILL');

    expect(rufe('bin/reset.ts').stdout).toContain('ist geleert');
  }, 120_000);
});
