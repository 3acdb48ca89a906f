import type { Locator } from 'playwright-core';
import { frage } from '../hilfen/pruefung.ts';
import { type Arbeitsweise, macheBediener } from './bediener.ts';

/** Smallest side of a target (WCAG 2.2, 2.5.8), in CSS pixels; links within sentences are excepted there. */
const kleinstes = 24;

/** Fingers on a small screen: real touches, and the page must neither scroll sideways nor ask for fine aim. */
export const mitFinger: Arbeitsweise = {
  name: 'mit dem Finger bei 320 px',
  ansicht: { breite: 320, hoehe: 640 },
  async bediene(seite) {
    const cdp = await seite.context().newCDPSession(seite);
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    const maengel = new Set<string>();

    async function tippe(ziel: Locator): Promise<void> {
      // Waits until it is there, at rest, in sight and not covered, as for a click.
      await ziel.click({ trial: true });
      const kasten = await ziel.boundingBox();
      if (!kasten) throw new Error(`Nicht zu sehen: ${ziel}`);
      const { x, y, width, height } = kasten;
      const imSatz = await ziel.evaluate((e) => e.matches('p a, li a, td a, th a, input[type=checkbox]'));
      if (!imSatz && Math.min(width, height) < kleinstes) {
        maengel.add(`${await ziel.innerText()}: nur ${Math.round(width)} x ${Math.round(height)} px`);
      }
      await pruefeBreite();
      const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }

    async function pruefeBreite(): Promise<void> {
      const breite = await frage(seite, () => document.documentElement.scrollWidth, null);
      const fenster = await frage(seite, () => window.innerWidth, null);
      if (breite > fenster) maengel.add(`${new URL(seite.url()).pathname}: ${breite} px breit`);
    }

    return macheBediener(seite, {
      maengel,
      druecke: tippe,
      async schreibe(feld, text) {
        await tippe(feld);
        await feld.and(seite.locator(':focus')).waitFor();
        await seite.keyboard.press('ControlOrMeta+A');
        await seite.keyboard.insertText(text);
      },
      async waehle(feld, eintrag) {
        await pruefeBreite();
        await feld.selectOption({ label: eintrag });
      },
    });
  },
};
