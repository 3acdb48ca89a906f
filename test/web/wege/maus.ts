import type { Locator, Page } from 'playwright-core';
import { type Arbeitsweise, type Bediener, macheBediener } from './bediener.ts';

export function bedieneMitMaus(seite: Page): Bediener {
  return bediene(seite, (ziel) => ziel.click());
}

/** Who learned to double click, and does it on everything but boxes. */
export function bedieneMitDoppelklick(seite: Page): Bediener {
  return bediene(seite, async (ziel) => {
    if (await ziel.evaluate((e) => e.matches('input'))) await ziel.click();
    else await ziel.dblclick();
  });
}

function bediene(seite: Page, druecke: (ziel: Locator) => Promise<void>): Bediener {
  return macheBediener(seite, {
    maengel: new Set(),
    druecke,
    async schreibe(feld, text) {
      await feld.click();
      await seite.keyboard.press('ControlOrMeta+A');
      await seite.keyboard.insertText(text);
    },
    // The list is drawn by the system, not by the page.
    waehle: async (feld, eintrag) => void (await feld.selectOption({ label: eintrag })),
  });
}

export const mitMaus: Arbeitsweise = {
  name: 'mit der Maus',
  ansicht: { breite: 1280, hoehe: 800 },
  bediene: bedieneMitMaus,
};
