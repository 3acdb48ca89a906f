import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { holeChromium } from './chromium.ts';
import { installiereSeitenhilfen } from './seitenhilfen.ts';
import { type Meldung, ueberwache, type Wache } from './wache.ts';

/** How a person sees the page. */
export interface Ansicht {
  /** CSS pixels; default 1280 x 800. */
  readonly breite?: number;
  readonly hoehe?: number;
  /** Default light. */
  readonly farbschema?: 'light' | 'dark';
  readonly kontrast?: 'more' | 'no-preference';
  /** Default reduce: a test never waits for an animation. */
  readonly bewegung?: 'reduce' | 'no-preference';
  readonly erzwungeneFarben?: boolean;
}

export interface Seitenoptionen extends Ansicht {
  /** Pages of one person share cookies, so a second page needs no second login. Default: nobody's. */
  readonly person?: string;
  /** Origins that may be asked beside the one of the first address. */
  readonly erlaubt?: readonly string[];
}

/** The browser of a test file. */
export interface Testbrowser {
  seite(optionen?: Seitenoptionen): Promise<Page>;
  /** Takes the messages so far, which then fail nothing. */
  nimmMeldungen(seite: Page): Promise<Meldung[]>;
  /** Takes the messages that match, and throws when there are none: a test says what it expects. */
  erwarteMeldung(seite: Page, muster: RegExp): Promise<void>;
  /** Forgets a person's cookies. */
  vergiss(person: string): Promise<void>;
}

/**
 * One Chromium for the test file that calls this at its top. A test fails by any error in the console, in a
 * script or of the Content Security Policy, and by any request to a foreign origin. Pages opened in a test are
 * closed after it; pages opened in `beforeAll` stay.
 *
 *     const browser = nutzeBrowser();
 *     it('…', async () => { const seite = await browser.seite({ breite: 320, farbschema: 'dark' }); … });
 */
export function nutzeBrowser(): Testbrowser {
  let browser: Browser | undefined;
  const personen = new Map<string, Promise<Kontext>>();
  const offen = new Set<Kontext>();
  let imTest: Page[] | undefined;

  beforeAll(async () => {
    const { programm, umgebung } = await holeChromium();
    browser = await chromium.launch({
      executablePath: programm,
      env: { ...process.env, ...umgebung },
      // No name is resolved but this machine's: nothing that a page asks for can leave it.
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(() => {
    imTest = [];
  });
  afterEach(async () => {
    const meldungen = (await Promise.all([...offen].map(({ wache }) => wache.nimm()))).flat();
    for (const seite of imTest ?? []) {
      const kontext = await kontextVon(seite);
      await (kontext.person === undefined ? schliesse(kontext) : seite.close());
    }
    imTest = undefined;
    if (meldungen.length > 0) {
      const zeilen = meldungen.map((m) => `  ${m.art}: ${m.text}\n      ${m.adresse}`);
      throw new Error(`Die Seite meldete Fehler:\n${zeilen.join('\n')}`);
    }
  });

  async function oeffneKontext(person?: string): Promise<Kontext> {
    if (!browser) throw new Error('The browser starts in beforeAll.');
    const kontext = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
    await kontext.addInitScript(`{ const __name = (f) => f; (${installiereSeitenhilfen})(); }`);
    const eintrag = { kontext, wache: ueberwache(kontext), person };
    offen.add(eintrag);
    return eintrag;
  }
  async function schliesse(eintrag: Kontext): Promise<void> {
    offen.delete(eintrag);
    await eintrag.kontext.close();
  }
  async function kontextVon(seite: Page): Promise<Kontext> {
    const eintrag = [...offen].find(({ kontext }) => kontext === seite.context());
    if (!eintrag) throw new Error('This page is of no context of this browser.');
    return eintrag;
  }
  async function kontextFuer(person: string | undefined): Promise<Kontext> {
    if (person === undefined) return oeffneKontext();
    const bekannt = personen.get(person) ?? oeffneKontext(person);
    personen.set(person, bekannt);
    return bekannt;
  }

  return {
    async seite({ person, erlaubt = [], ...ansicht } = {}) {
      const { kontext, wache } = await kontextFuer(person);
      wache.erlaube(erlaubt);
      const seite = await kontext.newPage();
      await seite.setViewportSize({ width: ansicht.breite ?? 1280, height: ansicht.hoehe ?? 800 });
      await seite.emulateMedia({
        colorScheme: ansicht.farbschema ?? 'light',
        contrast: ansicht.kontrast ?? 'no-preference',
        reducedMotion: ansicht.bewegung ?? 'reduce',
        forcedColors: ansicht.erzwungeneFarben ? 'active' : 'none',
      });
      imTest?.push(seite);
      return seite;
    },
    nimmMeldungen: async (seite) => (await kontextVon(seite)).wache.nimm(),
    async erwarteMeldung(seite, muster) {
      const { wache } = await kontextVon(seite);
      const gekommen = await wache.nimm(muster);
      if (gekommen.length === 0) throw new Error(`Keine Meldung passt auf ${muster}.`);
    },
    async vergiss(person) {
      const eintrag = await personen.get(person);
      personen.delete(person);
      if (eintrag) await schliesse(eintrag);
    },
  };
}

interface Kontext {
  readonly kontext: BrowserContext;
  readonly wache: Wache;
  readonly person: string | undefined;
}
