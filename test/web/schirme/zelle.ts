import type { Page } from 'playwright-core';
import type { Demoname } from '../../../bin/werkzeug/musterstadt.ts';
import type { Testbrowser } from '../hilfen/browser.ts';
import { keineInMatrix, type Matrixergebnis, pruefeMatrix, type Schirm } from '../hilfen/matrix.ts';
import { frage } from '../hilfen/pruefung.ts';
import type { Websystem } from '../hilfen/system.ts';
import type { Lage } from './lage.ts';

/** What a cell has at hand to bring its state about. */
export interface Umfeld {
  readonly system: Websystem;
  readonly lage: Lage;
  /** Shows the path to the person of the group, as after a login. */
  readonly zeige: (seite: Page, pfad: string) => Promise<void>;
}

/** Screens that one person sees, one after the other in one page. */
export interface Gruppe {
  readonly name: string;
  readonly person: Demoname;
  /** What the console may say because a state is a refusal or an outage. */
  readonly meldungen?: readonly RegExp[];
  readonly zellen: (umfeld: Umfeld) => readonly Schirm[];
  /** Puts an end to what the last cell left open. */
  readonly danach?: (seite: Page) => Promise<unknown>;
}

/** One state of a screen; several states of a screen bear its name. */
export function zelle(schirm: string, zustand: string, stelleHer: (seite: Page) => Promise<unknown>): Schirm {
  return { name: schirm, oeffne: stelleHer, zustaende: { [zustand]: async () => {} } };
}

/** Looks at every cell of a group and throws one error with all faults. */
export async function pruefeGruppe(
  browser: Testbrowser,
  system: Websystem,
  lage: Lage,
  gruppe: Gruppe,
): Promise<Matrixergebnis> {
  const seite = await system.oeffne(browser, gruppe.person, '/tastatur');
  const zeige = (wo: Page, pfad: string) => system.gehe(wo, gruppe.person, pfad);
  try {
    const ergebnis = await pruefeMatrix(seite, gruppe.zellen({ system, lage, zeige }));
    keineInMatrix(ergebnis);
    return ergebnis;
  } finally {
    await gruppe.danach?.(seite);
    for (const muster of gruppe.meldungen ?? [])
      await browser.erwarteMeldung(seite, muster).catch(() => undefined);
  }
}

/** Answers these requests with a failure of the server until the page forgets its routes. */
export async function lassScheitern(seite: Page, adresse: string): Promise<void> {
  await seite.route(adresse, (anfrage) =>
    anfrage.fulfill({
      status: 500,
      json: {
        code: 'INTERNER_FEHLER',
        satz: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
      },
    }),
  );
}

/** Lets these requests wait for an answer that does not come, and shows the path. */
export async function zeigeWartend(
  seite: Page,
  adresse: string,
  pfad: string,
  { zeige }: Umfeld,
): Promise<void> {
  // The screen itself is there already; only its data are not.
  await zeige(seite, pfad);
  await wechsle(seite, '/lizenzen');
  await seite.getByRole('heading', { level: 1, name: 'Lizenzen' }).waitFor();
  await seite.route(adresse, () => {});
  await wechsle(seite, pfad);
  await seite.waitForSelector('.gw-laedt');
}

/** Follows a link inside the application, wherever it may lie. */
export async function wechsle(seite: Page, pfad: string): Promise<void> {
  await seite.evaluate((ziel) => {
    const verweis = document.createElement('a');
    verweis.href = ziel;
    document.body.append(verweis);
    verweis.click();
    verweis.remove();
  }, pfad);
}

/** The answer to what somebody did may move the page; how it came to be does not count then. */
export async function vergissVerschiebung(seite: Page): Promise<void> {
  await frage(seite, ({ verschiebungen }) => verschiebungen.splice(0), null);
}

/** Forgets all answers that were given in place of the server's. */
export async function wiederEcht(seite: Page): Promise<void> {
  await seite.unrouteAll({ behavior: 'ignoreErrors' });
}

/** Prints what the cells took, for those who want it shorter. */
export function berichte({ name }: Gruppe, { zeiten, unklar }: Matrixergebnis): void {
  const summe = zeiten.reduce((bisher, z) => bisher + z.axe + z.eigene, 0);
  const zellen = zeiten.filter((z) => z.axe > 0).length;
  const jeZelle = Math.round(summe / Math.max(1, zellen));
  const offen = unklar.length === 0 ? '' : `, ${unklar.length} Kontraste unklar`;
  console.log(`${name}: ${zellen} Zellen, ${Math.round(summe / 1000)} s, ${jeZelle} ms je Zelle${offen}`);
}
