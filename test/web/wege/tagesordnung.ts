import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Bediener } from './bediener.ts';
import type { Vorlage } from './saal.ts';
import { feld, knopf, sendeJetzt, verweis, warteAufText } from './seitenteile.ts';

type Teilname = 'Öffentlicher Teil' | 'Nichtöffentlicher Teil';

const teil = (seite: Page, name: Teilname) =>
  seite
    .getByRole('main')
    .locator('section')
    .filter({ has: seite.getByRole('heading', { level: 2, name, exact: true }) });

export const zeile = (seite: Page, { betreff }: Pick<Vorlage, 'betreff'>) =>
  seite.locator('section:not([aria-labelledby=pool]) li.gw-top').filter({ hasText: betreff });

/** What stands in a part, as "Ö 1 Betreff", from top to bottom. */
export async function liesTeil(seite: Page, name: Teilname): Promise<readonly string[]> {
  const zeilen = await teil(seite, name).locator('li.gw-top').all();
  return Promise.all(
    zeilen.map(async (z) => {
      const [nummer, betreff] = await Promise.all([
        z.locator('.gw-top__nummer').innerText(),
        z.locator('a[data-haupt]').innerText(),
      ]);
      return `${nummer} ${betreff}`;
    }),
  );
}

/** Waits until the part stands like this. */
export const erwarteTeil = (seite: Page, name: Teilname, soll: readonly string[]) =>
  expect.poll(() => liesTeil(seite, name), { timeout: 15_000 }).toEqual(soll);

/** From the list of the Gremium to the preparation of its Sitzung. */
export async function oeffneVorbereitung(b: Bediener, wann: string, sitzung: string): Promise<void> {
  const dorthin = b.seite.locator(`[href="/sitzungen/${sitzung}"]`);
  await b.druecke(verweis(b.seite.getByRole('main'), new RegExp(wann)).and(dorthin));
  await b.seite.getByRole('heading', { level: 2, name: 'Sitzungsreif' }).waitFor();
}

/** Puts a Vorlage of the pool onto the agenda and waits until it stands there. */
export async function setzeAuf(b: Bediener, { nummer, betreff }: Vorlage, top: string): Promise<void> {
  await b.druecke(knopf(b.seite, `${nummer} ${betreff} auf die Tagesordnung`));
  await zeile(b.seite, { betreff }).getByText(top, { exact: true }).waitFor();
}

/** Uses one of the buttons of a row; `was` as the button is called without the row. */
export async function bewege(b: Bediener, vorlage: Vorlage, was: string): Promise<void> {
  await b.druecke(knopf(zeile(b.seite, vorlage), new RegExp(`: ${was}$`)));
}

export async function nummeriere(b: Bediener, name: Teilname, ab: string): Promise<void> {
  const kasten = teil(b.seite, name);
  await b.druecke(kasten.locator('summary'));
  await b.schreibe(feld(kasten, 'Erste Nummer'), ab);
  await b.druecke(knopf(kasten, 'Nummerieren'));
}

export async function speichereReihenfolge(b: Bediener): Promise<void> {
  await b.druecke(knopf(b.seite, 'Reihenfolge speichern'));
  await warteAufText(b.seite.locator('body'), 'Die Reihenfolge ist gespeichert.');
}

const herunter = 'Von der Tagesordnung nehmen';

async function begruende(b: Bediener, vorlage: Vorlage, grund: string): Promise<void> {
  await bewege(b, vorlage, 'von der Tagesordnung nehmen');
  const dialog = b.seite.getByRole('dialog');
  await b.schreibe(feld(dialog, 'Warum?'), grund);
  await b.druecke(knopf(dialog, herunter));
  await dialog.waitFor({ state: 'hidden' });
}

/** Forgets the reason: the question stays and says what is missing. */
export async function vergissBegruendung(b: Bediener, vorlage: Vorlage): Promise<void> {
  await bewege(b, vorlage, 'von der Tagesordnung nehmen');
  const dialog = b.seite.getByRole('dialog');
  await b.druecke(knopf(dialog, herunter));
  await warteAufText(dialog, 'Bitte begründen Sie, warum der Punkt heruntergenommen wird.');
  await b.druecke(knopf(dialog, 'Abbrechen'));
  await dialog.waitFor({ state: 'hidden' });
}

/** Takes an item off, and takes that back. */
export async function nimmBeinaheHerunter(b: Bediener, vorlage: Vorlage, grund: string): Promise<void> {
  await begruende(b, vorlage, grund);
  await b.druecke(knopf(b.seite, 'Rückgängig'));
  await warteAufText(b.seite.locator('body'), 'Zurückgenommen. Es wurde nichts gesendet.');
}

export async function nimmHerunter(b: Bediener, vorlage: Vorlage, grund: string): Promise<void> {
  await begruende(b, vorlage, grund);
  await sendeJetzt(b);
  await zeile(b.seite, vorlage).waitFor({ state: 'detached' });
}
