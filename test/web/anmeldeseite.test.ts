import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logindaten } from '../../bin/werkzeug/system.ts';
import { reicheKurzEin } from '../hilfen/entwuerfe.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';
import { nutzeBrowser } from './hilfen/browser.ts';
import { keineInMatrix, pruefeMatrix } from './hilfen/matrix.ts';

const browser = nutzeBrowser();
let system: Testsystem;
let basis: string;

beforeAll(async () => {
  system = await starteTestsystem();
  basis = system.emulator.urls.web;
});
afterAll(() => system.beende());

/** A request for a login as the interface makes it. */
function anfrage(zusatz: Record<string, string> = {}): string {
  const { clientId } = logindaten(system.emulator);
  return `${basis}/oauth2/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: `${basis}/`,
    scope: 'openid',
    state: 'zustand',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...zusatz,
  })}`;
}

const sende = (seite: Page) => seite.click('form:has(#password) button');

describe('the pages of the embedded host', () => {
  it('the login is for everyone', async () => {
    const seite = await browser.seite();
    const ergebnis = await pruefeMatrix(seite, [
      {
        name: 'Anmelden',
        oeffne: () => seite.goto(anfrage()),
        zustaende: {
          leer: async () => {},
          abgelehnt: async () => {
            await seite.fill('#username', 'feldkamp');
            await seite.fill('#password', 'falsch');
            await sende(seite);
            await browser.erwarteMeldung(seite, /status of 400/);
          },
        },
      },
      {
        name: 'Anmeldung nicht möglich',
        oeffne: async () => {
          await seite.goto(anfrage({ redirect_uri: 'https://fremd.example/' }));
          await browser.erwarteMeldung(seite, /status of 400/);
        },
      },
    ]);
    keineInMatrix(ergebnis);
    expect(ergebnis.unklar).toEqual([]);
  });

  it('the inbox is for everyone', async () => {
    const [mail] = await mails();
    const seite = await browser.seite();
    const ergebnis = await pruefeMatrix(
      seite,
      [
        { name: 'Postfach', oeffne: () => seite.goto(`${basis}/_postfach`) },
        { name: 'Nachricht', oeffne: () => seite.goto(`${basis}/_postfach/mails/${mail?.id}`) },
      ],
      'Postfach',
    );
    keineInMatrix(ergebnis);
    expect(ergebnis.unklar).toEqual([]);
  });

  /** What the Vorlage of a clerk sets off. */
  async function mails(): Promise<readonly { id: string }[]> {
    await reicheKurzEin(system, ['Mittagstisch in der Altstadt']);
    await system.ruhe();
    const antwort = await fetch(`${basis}/_postfach/api/mails`);
    return (await antwort.json()) as { id: string }[];
  }
});
