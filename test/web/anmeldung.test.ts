import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entscheide, sieh } from '../../bin/demo/vorlagenweg.ts';
import { type Demoname, demokennwort } from '../../bin/werkzeug/musterstadt.ts';
import { type Kurz, reicheKurzEin } from '../hilfen/entwuerfe.ts';
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

/** Requests that change something, as they leave the page. */
function zaehle(seite: Page, pfad: string): string[] {
  const gesehen: string[] = [];
  seite.on('request', (anfrage) => {
    const { pathname } = new URL(anfrage.url());
    if (anfrage.method() !== 'GET' && pathname === pfad) {
      gesehen.push(anfrage.headers()['idempotency-key'] ?? 'ohne');
    }
  });
  return gesehen;
}

const speichern = (seite: Page) => seite.getByRole('button', { name: 'Wunsch speichern' });
const gesagt = (seite: Page, satz: string) => seite.locator('[role=status]', { hasText: satz }).waitFor();
const hinweis = (seite: Page) => seite.locator('.gw-anmeldehinweis');
const mailwunsch = '/api/ich/mailwunsch';

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

describe('a login that ends while somebody works', () => {
  let stunden = 0;
  /** Later than every token and every session of the provider. */
  async function langePause(): Promise<string> {
    stunden += 13;
    const dann = new Date(Date.parse(testbeginn) + stunden * 3_600_000).toISOString();
    await system.stelleUhr(dann);
    return dann;
  }

  async function laesstEnden(seite: Page): Promise<void> {
    await seite.clock.setFixedTime(await langePause());
    await speichern(seite).click();
    await hinweis(seite).waitFor();
    await browser.erwarteMeldung(seite, /400/);
  }

  async function imZweitenFenster(seite: Page, person: string): Promise<void> {
    const [fenster] = await Promise.all([
      seite.waitForEvent('popup'),
      hinweis(seite).getByRole('link', { name: 'Erneut anmelden' }).click(),
    ]);
    const zu = fenster.waitForEvent('close');
    await meldeAn(fenster, person);
    await zu;
  }

  it('keeps what was typed, and what was being sent goes on after a second window', async () => {
    const seite = await angemeldet('/ich');
    const gesendet = zaehle(seite, mailwunsch);
    const kaestchen = seite.getByRole('checkbox').first();
    await kaestchen.click();
    const war = await kaestchen.isChecked();
    await laesstEnden(seite);
    expect(gesendet).toEqual([]);
    expect(await kaestchen.isChecked()).toBe(war);
    await imZweitenFenster(seite, 'feldkamp');
    await gesagt(seite, 'Ihr Wunsch ist gespeichert.');
    expect(gesendet).toHaveLength(1);
    expect(await hinweis(seite).count()).toBe(0);
  });

  it('a window that was closed without logging in can be opened again', async () => {
    const seite = await angemeldet('/ich');
    await laesstEnden(seite);
    const [fenster] = await Promise.all([
      seite.waitForEvent('popup'),
      hinweis(seite).getByRole('link', { name: 'Erneut anmelden' }).click(),
    ]);
    await fenster.waitForSelector('#password');
    await fenster.close();
    await imZweitenFenster(seite, 'feldkamp');
    await gesagt(seite, 'Ihr Wunsch ist gespeichert.');
  });

  it('where no window may open, a tab does', async () => {
    const seite = await angemeldet('/ich');
    await seite.evaluate(() => {
      window.open = () => null;
    });
    await laesstEnden(seite);
    const [reiter] = await Promise.all([
      seite.context().waitForEvent('page'),
      hinweis(seite).getByRole('link', { name: 'Erneut anmelden' }).click(),
    ]);
    await meldeAn(reiter, 'feldkamp');
    await gesagt(seite, 'Ihr Wunsch ist gespeichert.');
  });

  it('nothing goes out in the name of somebody else who logs in there', async () => {
    const seite = await angemeldet('/ich');
    const gesendet = zaehle(seite, mailwunsch);
    await laesstEnden(seite);
    await imZweitenFenster(seite, 'ohlsen');
    await hinweis(seite).getByText('hat sich Martin Ohlsen angemeldet').waitFor();
    expect(gesendet).toEqual([]);
    // The provider still knows the other one: it asks for the password all the same.
    await imZweitenFenster(seite, 'feldkamp');
    await gesagt(seite, 'Ihr Wunsch ist gespeichert.');
    expect(gesendet).toHaveLength(1);
  });
});

describe('leaving', () => {
  it('logging out ends every tab, and leaves nothing typed behind', async () => {
    const seite = await angemeldet('/ich');
    await seite.evaluate(() => localStorage.setItem('gw:getippt:feldkamp:probe', '"halb"'));
    const zweite = await seite.context().newPage();
    await zweite.goto(`${system.basis}/kalender`);
    await bereit(zweite);
    await seite.locator('header summary').click();
    await seite.getByRole('button', { name: 'Abmelden' }).click();
    await seite.waitForSelector('#password');
    await zweite.waitForSelector('#password');
    await seite.goBack();
    await seite.waitForSelector('#password');
    await meldeAn(seite, 'ohlsen');
    await bereit(seite);
    expect(
      await seite.evaluate(() => Object.keys(localStorage).filter((n) => n.includes('feldkamp'))),
    ).toEqual([]);
    expect(await seite.locator('header summary').textContent()).toContain('Martin Ohlsen');
  });

  it('somebody else in the same browser does not see what the first one typed', async () => {
    const seite = await angemeldet('/neu');
    await seite.getByLabel('Betreff').fill('Halber Gedanke');
    await seite.locator('header summary').click();
    await seite.getByRole('button', { name: 'Als andere Person anmelden' }).click();
    await meldeAn(seite, 'ohlsen');
    await bereit(seite);
    expect(await seite.locator('header summary').textContent()).toContain('Martin Ohlsen');
    const alles = () => seite.locator('body').innerText();
    expect(await alles()).not.toContain('Halber Gedanke');
  });
});

describe('sending', () => {
  it('a double click sends once', async () => {
    const seite = await angemeldet('/ich');
    const gesendet = zaehle(seite, mailwunsch);
    await speichern(seite).dblclick();
    await gesagt(seite, 'Ihr Wunsch ist gespeichert.');
    expect(gesendet).toHaveLength(1);
  });

  it('a server that is away is waited for, with the same key', async () => {
    const seite = await angemeldet('/ich');
    const gesendet = zaehle(seite, mailwunsch);
    await seite.context().route('**/api/**', (weg) => weg.abort('connectionrefused'));
    await speichern(seite).click();
    await seite.getByText('Der Server antwortet nicht.').waitFor();
    await expect.poll(() => gesendet.length).toBeGreaterThan(1);
    await seite.context().unroute('**/api/**');
    await gesagt(seite, 'Ihr Wunsch ist gespeichert.');
    await browser.erwarteMeldung(seite, /ERR_CONNECTION_REFUSED/);
    expect(new Set(gesendet).size).toBe(1);
    expect(await seite.getByText('Der Server antwortet nicht.').count()).toBe(0);
  });
});

describe('an act that can still be taken back', () => {
  let vorlagen: Kurz[];
  beforeAll(async () => {
    vorlagen = await reicheKurzEin(system, ['Erster Bericht', 'Zweiter Bericht']);
  });
  const freigeben = (seite: Page) => seite.locator('.gw-kasten').getByRole('button', { name: /^Freigeben/ });
  const zurueck = (seite: Page) => seite.getByRole('button', { name: 'Rückgängig' });
  /** The window stays open however slow this machine is. */
  const mitLangemFenster = (seite: Page) =>
    seite.evaluate((kurz) => {
      const stelle = window.setTimeout;
      Object.assign(window, {
        setTimeout: (tue: () => void, ms?: number) => stelle(tue, ms === kurz ? 600_000 : ms),
      });
    }, 6_000);
  const station = async (id: string) => (await sieh(system.welt, 'reinicke', id)).vorlage.halt?.station;

  it('is announced once, goes by keyboard, and gives the focus back', async () => {
    const id = vorlagen[0]?.id ?? '';
    const seite = await angemeldet(`/vorlagen/${id}`, 'reinicke');
    await mitLangemFenster(seite);
    const hier = await station(id);
    await freigeben(seite).focus();
    await seite.keyboard.press('Enter');
    await gesagt(seite, 'wird freigegeben. Sie können das');
    await zurueck(seite).focus();
    await seite.getByText('(wartet auf Sie)').waitFor();
    await seite.keyboard.press('Enter');
    await gesagt(seite, 'Zurückgenommen. Es wurde nichts gesendet.');
    expect(await freigeben(seite).evaluate((knopf) => knopf === document.activeElement)).toBe(true);
    await seite.keyboard.press('Enter');
    await zurueck(seite).waitFor();
    await seite.keyboard.press('Control+z');
    await zurueck(seite).waitFor({ state: 'detached' });
    expect(await station(id)).toBe(hier);
  });

  it('is carried out when the page is left', async () => {
    const id = vorlagen[1]?.id ?? '';
    const seite = await angemeldet(`/vorlagen/${id}`, 'reinicke');
    await mitLangemFenster(seite);
    const hier = await station(id);
    await freigeben(seite).click();
    await zurueck(seite).waitFor();
    await seite.goto(`${system.basis}/kalender`);
    await expect.poll(() => station(id)).not.toBe(hier);
  });

  it('and was refused after leaving, is told on the next page', async () => {
    const id = vorlagen[0]?.id ?? '';
    const seite = await angemeldet(`/vorlagen/${id}`, 'reinicke');
    await mitLangemFenster(seite);
    const hier = (await station(id)) ?? '';
    await entscheide(system.welt, 'reinicke', id, hier, 'zurueckgewiesen', 'Bitte den Anlass nennen.');
    await freigeben(seite).click();
    await zurueck(seite).waitFor();
    await seite.goto(`${system.basis}/kalender`);
    const bericht = seite.getByRole('region', { name: 'Laufende Vorgänge' }).getByRole('alert');
    await expect
      .poll(() => bericht.textContent())
      .toContain('Was Sie beim Verlassen der Seite gesendet haben');
    await browser.erwarteMeldung(seite, /409/);
    await seite.getByRole('button', { name: 'Schließen' }).click();
    await seite.reload();
    await bereit(seite);
    expect(await bericht.count()).toBe(0);
  });
});

describe('finding one’s way', () => {
  it('back leads to the link that was followed, and the page stays where it was', async () => {
    await reicheKurzEin(system, ['Eins', 'Zwei']);
    const seite = await angemeldet('/', 'reinicke');
    await seite.setViewportSize({ width: 1280, height: 300 });
    const verweis = seite.locator('main a[data-haupt]').last();
    await verweis.scrollIntoViewIfNeeded();
    const ziel = await verweis.getAttribute('href');
    const y = await seite.evaluate(() => scrollY);
    expect(y).toBeGreaterThan(0);
    await verweis.click();
    await bereit(seite);
    await expect.poll(() => seite.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await seite.goBack();
    await expect.poll(() => seite.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(ziel);
    expect(await seite.evaluate(() => scrollY)).toBe(y);
  });

  it('another query of the same screen takes no focus', async () => {
    const seite = await angemeldet('/suche');
    const feld = seite.getByRole('searchbox').or(seite.getByRole('textbox')).first();
    await feld.fill('Kita');
    await seite.keyboard.press('Enter');
    await seite.waitForURL(/q=Kita/);
    expect(await feld.evaluate((f) => f === document.activeElement)).toBe(true);
  });

  it('a part that a new release has replaced is told, and reloading helps', async () => {
    const seite = await angemeldet('/ich');
    await seite.context().route('**/assets/Kalender-*', (weg) => weg.fulfill({ status: 404 }));
    await seite.locator('nav a[href="/kalender"]').click();
    await seite.getByRole('heading', { name: 'Ansicht nicht geladen' }).waitFor();
    await browser.erwarteMeldung(seite, /404/);
    await seite.context().unroute('**/assets/Kalender-*');
    await seite.getByRole('button', { name: 'Seite neu laden' }).click();
    await seite.getByRole('heading', { name: 'Kalender', level: 1 }).waitFor();
  });
});
