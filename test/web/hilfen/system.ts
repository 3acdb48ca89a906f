import type { Page } from 'playwright-core';
import { type Demoname, demokennwort } from '../../../bin/werkzeug/musterstadt.ts';
import { baueOberflaeche } from '../../../bin/werkzeug/oberflaeche.ts';
import { wurzel } from '../../../bin/werkzeug/system.ts';
import { starteTestsystem, type Testsystem, testbeginn } from '../../hilfen/system.ts';
import type { Ansicht, Testbrowser } from './browser.ts';

/** A running system with the interface at `basis`; states are prepared quickly by `welt` (the API). */
export interface Websystem extends Testsystem {
  readonly basis: string;
  /** A page that shows this path to this person, who logs in by the real login page where needed. */
  oeffne(browser: Testbrowser, person: Demoname, pfad: string, ansicht?: Ansicht): Promise<Page>;
  /** The same in a page that is open already. */
  gehe(seite: Page, person: Demoname, pfad: string): Promise<void>;
  /** Sets the clock of the system and of the pages. */
  stelleUhr(zeitpunkt: string): Promise<void>;
}

/** Builds the interface, unless the last build was of the same sources, and starts a system with it. */
export async function starteWebsystem(
  optionen: Parameters<typeof starteTestsystem>[0] = {},
): Promise<Websystem> {
  const system = await starteTestsystem({ oberflaeche: () => baueOberflaeche(wurzel), ...optionen });
  const basis = system.emulator.urls.web;
  const seiten = new Set<Page>();
  let jetzt = testbeginn;

  async function gehe(seite: Page, person: Demoname, pfad: string): Promise<void> {
    await seite.goto(`${basis}${pfad}`);
    await seite.waitForSelector('#password, main h1');
    if (await seite.locator('#password').isVisible()) await meldeAn(seite, person);
    await bereit(seite);
  }

  return {
    ...system,
    basis,
    gehe,
    async oeffne(browser, person, pfad, ansicht = {}) {
      const seite = await browser.seite({ ...ansicht, person, erlaubt: [system.emulator.urls.files] });
      seiten.add(seite);
      seite.on('close', () => seiten.delete(seite));
      await seite.clock.setFixedTime(jetzt);
      await gehe(seite, person, pfad);
      return seite;
    },
    async stelleUhr(zeitpunkt) {
      jetzt = zeitpunkt;
      await system.welt.stelleUhr(zeitpunkt);
      for (const seite of seiten) await seite.clock.setFixedTime(zeitpunkt);
    },
  };
}

/** Fills in the login page that is open, and sends it. */
export async function meldeAn(seite: Page, person: Demoname): Promise<void> {
  await seite.fill('#username', person);
  await seite.fill('#password', demokennwort);
  await seite.click('button[type=submit]:not([name])');
}

/** Waits until a view shows its heading and nothing is being loaded. */
export async function bereit(seite: Page): Promise<void> {
  await seite.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector('.gw-laedt') === null &&
      document.querySelector('#password') === null,
  );
}
