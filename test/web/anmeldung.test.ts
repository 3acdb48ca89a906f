import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demoname, demokennwort } from '../../bin/werkzeug/musterstadt.ts';
import { testbeginn } from '../hilfen/system.ts';
import { nutzeBrowser } from './hilfen/browser.ts';
import { bereit, starteWebsystem, type Websystem } from './hilfen/system.ts';

const browser = nutzeBrowser();
let system: Websystem;

beforeAll(async () => {
  system = await starteWebsystem();
});
afterAll(() => system.beende());

/** A page of nobody: each test has its own login. */
async function neueSeite(pfad: string): Promise<Page> {
  const seite = await browser.seite();
  await seite.clock.setFixedTime(testbeginn);
  await seite.goto(`${system.basis}${pfad}`);
  await seite.waitForSelector('#password, main h1');
  return seite;
}

async function meldeAn(seite: Page, person: string): Promise<void> {
  await seite.fill('#username', person);
  await seite.fill('#password', demokennwort);
  await seite.click('form:has(#password) button');
}

async function angemeldet(pfad: string, person: Demoname = 'feldkamp'): Promise<Page> {
  const seite = await neueSeite(pfad);
  await meldeAn(seite, person);
  await bereit(seite);
  return seite;
}

const titel = (seite: Page) => seite.locator('main h1').textContent();

describe('coming in', () => {
  it('a link from a mail survives the login, with its query, and the code leaves the address', async () => {
    const seite = await angemeldet('/suche?q=Kita&amt=50#treffer');
    expect(seite.url()).toBe(`${system.basis}/suche?q=Kita&amt=50#treffer`);
    await seite.reload();
    await bereit(seite);
    expect(seite.url()).toBe(`${system.basis}/suche?q=Kita&amt=50#treffer`);
  });

  it('the back button onto the login page leads in again', async () => {
    const seite = await angemeldet('/kalender');
    await seite.goBack();
    await meldeAn(seite, 'feldkamp');
    await bereit(seite);
    expect(new URL(seite.url()).pathname).toBe('/kalender');
  });

  it('an old code in the address is no way in, and no way to be stuck', async () => {
    const seite = await angemeldet('/');
    await seite.goto(`${system.basis}/?code=alt&state=alt`);
    await bereit(seite);
    expect(seite.url()).toBe(`${system.basis}/`);
  });

  it('a refusal of the provider is told once and not asked again', async () => {
    const seite = await neueSeite('/?error=access_denied&state=x');
    expect(await titel(seite)).toBe('Die Anmeldung hat nicht geklappt');
    expect(seite.url()).toBe(`${system.basis}/`);
    await seite.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await seite.waitForSelector('#password');
  });

  it('who has a login but no account here learns it, and somebody else can log in', async () => {
    await system.emulator.login.putUser({
      sub: '00000000-0000-4000-8000-000000000001',
      username: 'fremd',
      name: 'Franka Fremd',
      email: 'fremd@stadt.example',
      password: demokennwort,
    });
    const seite = await neueSeite('/kalender');
    await meldeAn(seite, 'fremd');
    await seite.waitForSelector('main h1');
    expect(await titel(seite)).toBe('Kein Zugang');
    await browser.erwarteMeldung(seite, /403/);
    await seite.getByRole('button', { name: 'Als andere Person anmelden' }).click();
    await meldeAn(seite, 'feldkamp');
    await bereit(seite);
    expect(new URL(seite.url()).pathname).toBe('/kalender');
  });

  it('without a server it says so, and goes on by itself when it answers', async () => {
    const seite = await browser.seite();
    await seite.route('**/api/einstellungen', (weg) => weg.fulfill({ status: 503 }));
    await seite.goto(`${system.basis}/kalender`);
    await seite.getByRole('heading', { name: 'Gremienweg ist nicht erreichbar' }).waitFor();
    await browser.erwarteMeldung(seite, /503/);
    await seite.unroute('**/api/einstellungen');
    await seite.waitForSelector('#password');
  });

  it('works in a browser that keeps nothing', async () => {
    const seite = await browser.seite();
    await seite.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await seite.goto(`${system.basis}/tastatur`);
    await meldeAn(seite, 'feldkamp');
    await bereit(seite);
    await seite.getByLabel('Einzelne Tasten verwenden').uncheck();
    await seite.keyboard.press('Tab');
    await seite.keyboard.press('/');
    expect(new URL(seite.url()).pathname).toBe('/tastatur');
  });
});
