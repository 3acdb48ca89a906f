import type { Locator } from 'playwright-core';
import type { Arbeitsweise, Bediener } from './bediener.ts';
import { mitTastatur } from './tastatur.ts';

/** Chooses one of a group of radio buttons, by its label or by the arrow keys. */
export type Ankreuzen = (radio: Locator) => Promise<void>;

export function ankreuzenMit(weise: Arbeitsweise, b: Bediener): Ankreuzen {
  if (weise !== mitTastatur) {
    return (radio) => b.druecke(radio.locator('xpath=(ancestor::label | following-sibling::label)[1]'));
  }
  return async (radio) => {
    const gruppe = radio.locator('xpath=ancestor::fieldset[1]').getByRole('radio');
    const anzahl = await gruppe.count();
    // Tab reaches the chosen one, and the first where none is.
    const gewaehlt = gruppe.and(b.seite.locator(':checked'));
    await b.druecke((await gewaehlt.count()) > 0 ? gewaehlt : gruppe.first());
    for (let schritt = 0; schritt < anzahl; schritt += 1) {
      if (await radio.isChecked()) return;
      await b.seite.keyboard.press('ArrowDown');
    }
    throw new Error(`Mit den Pfeiltasten nicht zu erreichen: ${radio}`);
  };
}
