import { afterAll, beforeAll, expect, it } from 'vitest';
import { nutzeBrowser } from './hilfen/browser.ts';
import { messe } from './hilfen/messen.ts';
import { pruefeAnsichtswechsel } from './hilfen/pruefungen/ansichtswechsel.ts';
import { starteWebsystem, type Websystem } from './hilfen/system.ts';

const browser = nutzeBrowser();
let system: Websystem;

beforeAll(async () => {
  system = await starteWebsystem();
});
afterAll(() => system.beende());

it('a link from a mail survives the login, and a second page needs none', async () => {
  const seite = await system.oeffne(browser, 'wolframm', '/suche?q=Mittagstisch');
  expect(seite.url()).toBe(`${system.basis}/suche?q=Mittagstisch`);
  const zweite = await browser.seite({ person: 'wolframm' });
  await zweite.goto(`${system.basis}/kalender`);
  await zweite.waitForSelector('main h1');
  expect(new URL(zweite.url()).pathname).toBe('/kalender');
});

it('the pages keep the time of the system', async () => {
  const seite = await system.oeffne(browser, 'feldkamp', '/');
  await system.stelleUhr('2026-03-25T09:00:00.000Z');
  expect(await seite.evaluate(() => new Date().toISOString())).toBe('2026-03-25T09:00:00.000Z');
  await system.gehe(seite, 'feldkamp', '/nachrichten');
  expect(await seite.evaluate(() => new Date().toISOString())).toBe('2026-03-25T09:00:00.000Z');
});

it('a change of view is told once and takes the focus along', async () => {
  const seite = await system.oeffne(browser, 'feldkamp', '/');
  const wechsle = () => seite.locator('header a[href="/kalender"]').click();
  expect(await pruefeAnsichtswechsel(seite, wechsle)).toEqual([]);
});

it('the first view comes packed, from one origin, and stays in place', async () => {
  const seite = await system.oeffne(browser, 'feldkamp', '/');
  const { dateien, gesamt, urspruenge, verschiebung } = await messe(seite, () =>
    system.gehe(seite, 'feldkamp', '/'),
  );
  expect(urspruenge).toEqual([system.basis]);
  expect(dateien.filter(({ art, bytes }) => art === 'Stylesheet' && bytes > 0)).toEqual([
    expect.objectContaining({ kodierung: 'br' }),
  ]);
  expect(gesamt).toBeLessThan(200_000);
  expect(verschiebung).toBeLessThan(0.05);
});
