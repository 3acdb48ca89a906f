import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { holeChromium } from '../../test/web/hilfen/chromium.ts';
import { type Demoname, demokennwort } from '../werkzeug/musterstadt.ts';
import type { Bild } from './bild.ts';
import type { Namensaufloesung } from './namen.ts';
import { verkleinere } from './verkleinere.ts';

const hoechstens = 1400;

function fensterhoehe({ hoehe, breite = 1280 }: Bild): number {
  return hoehe ?? (breite < 800 ? 844 : 860);
}

export interface Aufnahmeoptionen {
  readonly basis: string;
  /** The pages' clock stands here; null: it runs. */
  readonly uhr: Date | null;
  /** Where the pictures go. */
  readonly ordner: string;
  readonly loese: Namensaufloesung;
  /** Told the name of each picture that is there. */
  readonly sage: (zeile: string) => void;
}

/** Takes pictures one after the other; each person logs in once, by the real login page. */
export async function nimmAuf(bilder: readonly Bild[], o: Aufnahmeoptionen): Promise<void> {
  const { programm, umgebung } = await holeChromium();
  const browser = await chromium.launch({
    executablePath: programm,
    env: { ...process.env, ...umgebung },
    // No name is resolved but this machine's.
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
  });
  const misslungen: string[] = [];
  const kontexte = new Map<Demoname, BrowserContext>();
  try {
    for (const bild of bilder) {
      const { person } = bild;
      const kontext = (person && kontexte.get(person)) ?? (await neuerKontext(browser));
      if (person) kontexte.set(person, kontext);
      const seite = await kontext.newPage();
      try {
        await eines(seite, bild, o);
        o.sage(bild.datei);
      } catch (fehler) {
        misslungen.push(`${bild.datei}: ${fehler instanceof Error ? fehler.message : fehler}`);
      } finally {
        await kontext.setOffline(false);
        await seite.close();
        if (!person) await kontext.close();
      }
    }
  } finally {
    await browser.close();
  }
  if (misslungen.length > 0) throw new Error(`Ohne Bild:\n${misslungen.join('\n')}`);
}

function neuerKontext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', acceptDownloads: false });
}

async function eines(seite: Page, bild: Bild, o: Aufnahmeoptionen): Promise<void> {
  const width = bild.breite ?? 1280;
  await seite.setViewportSize({ width, height: fensterhoehe(bild) });
  await seite.emulateMedia({ colorScheme: bild.dunkel ? 'dark' : 'light', reducedMotion: 'reduce' });
  if (o.uhr) await seite.clock.setFixedTime(o.uhr);
  const merke = bild.ersterBesuch ? "removeItem('gw:willkommen')" : "setItem('gw:willkommen', 'gesehen')";
  await seite.addInitScript(`localStorage.${merke}`);
  await seite.goto(`${o.basis}${o.loese(bild.pfad)}`);
  await seite.waitForSelector('#password, main h1');
  if (bild.person !== null) {
    if (await seite.locator('#password').isVisible()) {
      await seite.fill('#username', bild.person);
      await seite.fill('#password', demokennwort);
      await seite.click('button[type=submit]:not([name])');
    }
    await seite.waitForSelector('main h1');
    // Each part of a view says for itself that it is being loaded.
    for (const laedt of await seite.locator('.gw-laedt').all()) await laedt.waitFor({ state: 'detached' });
    await seite.waitForLoadState('networkidle');
  }
  await bild.tue?.(seite);
  await seite.evaluate('document.fonts.ready.then(() => true)');
  await seite.evaluate(zeigeDeutscheFelder);
  writeFileSync(join(o.ordner, bild.datei), verkleinere(await ausschnitt(seite, bild)));
  await bild.danach?.(seite);
}

async function ausschnitt(seite: Page, bild: Bild): Promise<Uint8Array> {
  const bildart = { animations: 'disabled', caret: 'hide', scale: 'css' } as const;
  if (bild.teil) return seite.locator(bild.teil).first().screenshot(bildart);
  const { hoehe, width } = await seite.evaluate<{ hoehe: number; width: number }>(
    'scrollTo(0, 0), { hoehe: document.documentElement.scrollHeight, width: document.body.clientWidth }',
  );
  // Without the strip that is kept free for a scrollbar.
  const clip = { x: 0, y: 0, width };
  // What floats above the page belongs to the window.
  const imFenster = (await seite.locator('dialog[open], .gw-rueckholen:not([hidden])').count()) > 0;
  if (imFenster) return seite.screenshot({ ...bildart, clip: { ...clip, height: fensterhoehe(bild) } });
  const height = Math.min(hoehe, bild.hoehe ?? hoechstens);
  return seite.screenshot({ ...bildart, fullPage: true, clip: { ...clip, height } });
}

/**
 * Fields of day and time as a German browser writes them; the Chromium of the tests speaks English only. Text,
 * as is all that runs in a page here: this side is checked with Node's types.
 */
const zeigeDeutscheFelder = `for (const feld of document.querySelectorAll('input[type=date], input[type=time]')) {
  const { type, value } = feld;
  feld.type = 'text';
  if (type === 'date') feld.value = value === '' ? 'TT.MM.JJJJ' : value.split('-').reverse().join('.');
}`;
