import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { baueOberflaeche } from '../../bin/werkzeug/oberflaeche.ts';
import { wurzel } from '../../bin/werkzeug/system.ts';
import { reicheKurzEin } from '../hilfen/entwuerfe.ts';
import { nutzeBrowser } from './hilfen/browser.ts';
import { messe } from './hilfen/messen.ts';
import { messeVerschiebung } from './hilfen/pruefungen/verschiebung.ts';
import { bereit, meldeAn, starteWebsystem, type Websystem } from './hilfen/system.ts';

/** What the first view may weigh, in bytes. */
const hoechstens = { skriptGzip: 30_000, gesamt: 200_000 };

/** How long the API of a slow network takes to answer, in ms. */
const langsam = 600;

const browser = nutzeBrowser();
let system: Websystem;
let ordner: string;

beforeAll(async () => {
  system = await starteWebsystem();
  ordner = await baueOberflaeche(wurzel);
  await reicheKurzEin(system, ['Mobile Wohnberatung', 'Sprachpatenschaften', 'Ferienpass']);
});
afterAll(() => system?.beende());

it('the first view weighs at most 30 kB of script and 200 kB in all, fonts included', async () => {
  // Nobody's page: nothing of an earlier visit is in its cache.
  const seite = await browser.seite();
  const { bytes, gesamt, dateien } = await messe(seite, async () => {
    await seite.goto(`${system.basis}/`);
    await seite.waitForSelector('#password');
    await meldeAn(seite, 'reinicke');
    await seite.waitForSelector('main h1');
    await bereit(seite);
    await seite.waitForSelector('[data-zeile]');
  });
  const skripte = [...new Set(dateien.filter((d) => d.art === 'Script').map((d) => d.adresse))];
  const gzip = skripte.reduce((summe, adresse) => summe + gepackt(new URL(adresse).pathname), 0);
  const arten = Object.entries(bytes).map(([art, zahl]) => `${art} ${zahl}`);
  console.log(`Erste Ansicht: ${gesamt} B (${arten.join(', ')}); ${skripte.length} Skripte, ${gzip} B gzip`);
  expect(dateien.some((d) => d.art === 'Font' && d.bytes > 0)).toBe(true);
  expect(gzip).toBeGreaterThan(5_000);
  expect(gzip).toBeLessThanOrEqual(hoechstens.skriptGzip);
  expect(bytes.Script).toBeLessThanOrEqual(hoechstens.skriptGzip);
  expect(gesamt).toBeLessThanOrEqual(hoechstens.gesamt);
});

it('nothing on the work list moves while its data are on a slow way', async () => {
  const seite = await system.oeffne(browser, 'reinicke', '/lizenzen');
  await seite.route('**/api/**', async (anfrage) => {
    await new Promise((weiter) => setTimeout(weiter, langsam));
    await anfrage.continue();
  });
  await system.gehe(seite, 'reinicke', '/');
  expect(await seite.locator('[data-zeile]').count()).toBe(3);
  const { wert, was } = await messeVerschiebung(seite);
  console.log(`Verschiebung der Arbeitsliste: ${wert.toFixed(4)}`);
  expect(was).toEqual([]);
  expect(wert).toBe(0);
});

it('every screen asks this origin alone; files come from theirs', async () => {
  const seite = await system.oeffne(browser, 'tesch', '/');
  const urspruenge = new Set<string>();
  seite.on('request', (anfrage) => urspruenge.add(new URL(anfrage.url()).origin));
  const orte = ['/', '/suche', '/kalender', '/sitzungen', '/nachrichten', '/nachweis', '/betrieb'];
  for (const ort of [...orte, '/betrieb/personen', '/betrieb/gremien', '/ich', '/rundgang', '/lizenzen'])
    await system.gehe(seite, 'tesch', ort);
  await browser.erwarteMeldung(seite, /status of 403/);
  expect([...urspruenge]).toEqual([system.basis]);
});

it('what is shipped keeps the licences, and carries no source map and no eval', () => {
  const dateien = readdirSync(ordner, { recursive: true, encoding: 'utf8' });
  const mit = (endung: string) => dateien.filter((name) => extname(name) === endung);
  const text = (name: string) => readFileSync(join(ordner, name), 'utf8');
  expect(mit('.map')).toEqual([]);
  expect(mit('.js').length).toBeGreaterThan(20);
  for (const name of [...mit('.js'), ...mit('.css')]) {
    expect(text(name), name).not.toMatch(/sourceMappingURL/);
    expect(text(name), name).not.toMatch(/\beval\(|\bnew Function\(/);
  }
  const kern = mit('.css').filter((name) => text(name).includes('.kern-btn'));
  expect(kern.length).toBeGreaterThan(0);
  for (const name of kern) expect(text(name), name).toContain('EUPL-1.2');
  const verwiesen = dateien
    .filter((name) => extname(name) === '.js')
    .flatMap((name) => text(name).match(/\/lizenzen\/[\w.-]+/g) ?? []);
  expect(verwiesen.length).toBeGreaterThan(3);
  for (const pfad of verwiesen) expect(dateien).toContain(pfad.slice(1));
});

/** Bytes of a shipped file as gzip packs it. */
function gepackt(pfad: string): number {
  return gzipSync(readFileSync(join(ordner, pfad.slice(1))), { level: 9 }).length;
}
