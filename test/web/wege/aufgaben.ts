import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demokennwort } from '../../../bin/werkzeug/musterstadt.ts';
import { leseEntwurf } from '../../../documents/lesen/entwurf.ts';
import type { Bediener } from './bediener.ts';
import { anlage, az, entwurf, neueFassung } from './papiere.ts';
import {
  beschreibung,
  feld,
  idVon,
  knopf,
  schritt,
  sendeJetzt,
  verweis,
  warteAufText,
} from './seitenteile.ts';

/** Logs in at the login page that is open. */
export async function meldeSichAn(b: Bediener, benutzername: string): Promise<void> {
  await b.schreibe(feld(b.seite, 'Benutzername oder E-Mail-Adresse'), benutzername);
  await b.schreibe(feld(b.seite, 'Kennwort'), demokennwort);
  await b.druecke(knopf(b.seite, 'Anmelden'));
}

/** From the work list to a new form with its head and one Beratung. */
export async function beginneVorlage(b: Bediener, betreff: string): Promise<void> {
  const { seite } = b;
  await b.druecke(verweis(seite.getByRole('main'), 'Neue Vorlage'));
  await b.schreibe(feld(seite, 'Betreff'), betreff);
  await b.schreibe(seite.getByLabel('Aktenzeichen (Az.)'), az);
  await b.waehle(feld(seite, 'Gremium'), 'Sozialausschuss');
  await warteAufText(schritt(seite, 'weg'), 'Einreichen bis Di., 07.04.2026 – noch 8 Arbeitstage.');
  expect(await feld(seite, 'Sitzung').inputValue()).toBe('2026-04-22');
}

/** Fetches the Word template and looks whether it knows what was typed. */
export async function holeWordVorlage(b: Bediener, betreff: string): Promise<void> {
  const [geladen] = await Promise.all([
    b.seite.waitForEvent('download'),
    b.druecke(knopf(b.seite, 'Word-Vorlage herunterladen')),
  ]);
  expect(geladen.suggestedFilename()).toMatch(/\.docx$/);
  const { felder } = await leseEntwurf(await readFile(await geladen.path()));
  expect(felder).toMatchObject({ betreff, az });
}

/** Uploads the draft and waits for the result of every check. @returns what each check said, over time */
export async function ladeEntwurfHoch(b: Bediener, betreff: string): Promise<readonly string[][]> {
  const { seite } = b;
  await merkePruefungen(seite);
  await b.waehleDatei(knopf(seite, 'Word-Datei auswählen'), await entwurf(betreff));
  await schritt(seite, 'papier').getByText('Angenommen').waitFor();
  return seite.evaluate(() => (window as unknown as { gesehen: string[][] }).gesehen);
}

export async function ladeAnlageHoch(b: Bediener): Promise<void> {
  const { seite } = b;
  await b.waehleDatei(knopf(seite, 'Anlagen auswählen'), anlage.datei);
  await schritt(seite, 'anlagen').getByText('Angenommen').waitFor();
  expect(await feld(seite, 'Titel der Anlage 1').inputValue()).toBe(anlage.titel);
}

/** @returns the id of the Vorlage */
export async function reicheEin(b: Bediener): Promise<string> {
  await b.druecke(knopf(b.seite, 'Vorlage einreichen'));
  await sendeJetzt(b);
  await warteAufText(b.seite.getByRole('main'), /Eingereicht als UV\/\d{4}\/2026\./);
  return idVon(b.seite);
}

/** From the Vorlage that was sent back to its next Fassung, with another paper. */
export async function reicheNeueFassungEin(b: Bediener, betreff: string): Promise<void> {
  const { seite } = b;
  await b.druecke(verweis(seite, 'Neue Fassung einreichen'));
  await b.waehleDatei(knopf(seite, 'Word-Datei auswählen'), await neueFassung(betreff));
  await schritt(seite, 'papier').getByText('Angenommen').waitFor();
  await b.druecke(knopf(seite, 'Neue Fassung einreichen'));
  await sendeJetzt(b);
}

export const begruendung = (seite: Page) => feld(seite, 'Warum geben Sie die Vorlage zurück?');

/** The Dezernat means to send back and gives no reason: nothing goes out, and the field says why. */
export async function vergissGrund(b: Bediener): Promise<void> {
  const { seite } = b;
  await b.druecke(knopf(seite, 'Zurückgeben …'));
  await b.druecke(knopf(seite, 'Zurückgeben'));
  await begruendung(seite).and(seite.locator('[aria-invalid=true]')).waitFor();
  expect(await beschreibung(begruendung(seite))).toContain('Bitte begründen Sie die Rückgabe');
  expect(await knopf(seite, 'Jetzt senden').count()).toBe(0);
}

export async function gibZurueck(b: Bediener, grund: string): Promise<void> {
  const { seite } = b;
  await b.schreibe(begruendung(seite), grund);
  await b.druecke(knopf(seite, 'Zurückgeben'));
  await sendeJetzt(b);
  await warteAufText(seite.getByRole('main'), 'Liegt zur Überarbeitung bei');
}

/** Ticks these Vorlagen in the work list and opens the preview. */
export async function waehleZurFreigabe(b: Bediener, betreffe: readonly string[]): Promise<void> {
  const { seite } = b;
  for (const betreff of betreffe) {
    await b.druecke(seite.getByRole('checkbox', { name: new RegExp(`${betreff} auswählen$`) }));
  }
  await b.druecke(knopf(seite, `${betreffe.length} ausgewählte freigeben …`));
  const vorschau = seite.getByRole('dialog', { name: 'Mehrere Vorlagen freigeben' });
  for (const betreff of betreffe) await vorschau.getByText(betreff).waitFor();
}

/** Keeps every state that the list of checks goes through: what is quick would be missed by looking. */
async function merkePruefungen(seite: Page): Promise<void> {
  await seite.evaluate(() => {
    const gesehen: string[][] = [];
    Object.assign(window, { gesehen });
    new MutationObserver(() => {
      const zeilen = [...document.querySelectorAll('#papier .gw-pruefung > li > div')];
      const jetzt = zeilen.map((z) => (z.textContent ?? '').trim());
      if (jetzt.length > 0 && jetzt.join() !== gesehen.at(-1)?.join()) gesehen.push(jetzt);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
