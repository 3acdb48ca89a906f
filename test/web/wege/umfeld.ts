import type { Page } from 'playwright-core';
import type { Demoname } from '../../../bin/werkzeug/musterstadt.ts';
import { type Kurz, reicheEinesEin } from '../../hilfen/entwuerfe.ts';
import { testbeginn } from '../../hilfen/system.ts';
import type { Ansicht, Testbrowser } from '../hilfen/browser.ts';
import type { Websystem } from '../hilfen/system.ts';
import type { Bediener } from './bediener.ts';
import { ereignisse } from './kette.ts';
import { bedieneMitMaus } from './maus.ts';

/** What the journeys of a file share: the browser, the system, and short ways to a state. */
export interface Umfeld {
  readonly browser: Testbrowser;
  readonly system: () => Websystem;
  readonly seiteFuer: (person: Demoname, pfad: string) => Promise<Page>;
  readonly mausFuer: (person: Demoname, pfad: string) => Promise<Bediener>;
  /** A page of somebody who is not logged in. */
  readonly oeffneFremd: (ansicht?: Ansicht) => Promise<Page>;
  /** The clerk has this draft open. */
  readonly bearbeite: (entwurf: Kurz) => Promise<Bediener>;
  /** A Vorlage that waits at the Dezernat. */
  readonly eine: (betreff: string) => Promise<Kurz>;
  /** How many events of this kind its chain holds. */
  readonly zahl: (id: string, art: string) => Promise<number>;
}

export function macheUmfeld(browser: Testbrowser, system: () => Websystem): Umfeld {
  const seiteFuer = (person: Demoname, pfad: string) => system().oeffne(browser, person, pfad);
  const mausFuer = async (person: Demoname, pfad: string) => bedieneMitMaus(await seiteFuer(person, pfad));
  return {
    browser,
    system,
    seiteFuer,
    mausFuer,
    async oeffneFremd(ansicht = {}) {
      const seite = await browser.seite({ ...ansicht, erlaubt: [system().emulator.urls.files] });
      await seite.clock.setFixedTime(testbeginn);
      return seite;
    },
    bearbeite: ({ id }) => mausFuer('feldkamp', `/vorlagen/${id}/bearbeiten`),
    eine: (betreff) => reicheEinesEin(system(), betreff),
    zahl: async (id, art) => (await ereignisse(system(), id)).filter((a) => a === art).length,
  };
}
