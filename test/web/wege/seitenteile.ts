import type { Locator, Page } from 'playwright-core';
import type { Bediener } from './bediener.ts';

/** A control by what it is and is called. */
export const knopf = (ort: Page | Locator, name: string | RegExp) =>
  ort.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
export const verweis = (ort: Page | Locator, name: string | RegExp) =>
  ort.getByRole('link', typeof name === 'string' ? { name, exact: true } : { name });
export const feld = (ort: Page | Locator, label: string) => ort.getByLabel(label, { exact: true });

/** The act that is announced goes out now; otherwise it would after six seconds. */
export async function sendeJetzt(b: Bediener): Promise<void> {
  const leiste = b.seite.getByRole('region', { name: 'Laufende Vorgänge' });
  await b.druecke(knopf(leiste, 'Jetzt senden'));
  await leiste.waitFor({ state: 'hidden' });
}

export const schritt = (seite: Page, id: 'worum' | 'weg' | 'papier' | 'anlagen' | 'pruefen') =>
  seite.locator(`section#${id}`);

/** Waits for a text and says what stood there instead. */
export async function warteAufText(ort: Locator, text: string | RegExp): Promise<void> {
  try {
    await ort.getByText(text).first().waitFor();
  } catch (fehler) {
    throw new Error(`${text} steht nicht da. Zu lesen ist:\n${(await ort.innerText()).slice(0, 1_500)}`, {
      cause: fehler,
    });
  }
}

export function idVon(seite: Page): string {
  const id = /\/vorlagen\/([^/?]+)/.exec(seite.url())?.[1];
  if (!id) throw new Error(`Keine Vorlage: ${seite.url()}`);
  return id;
}

/** What a screen reader reads out beside the field. */
export function beschreibung(f: Locator): Promise<string> {
  return f.evaluate((e) =>
    (e.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}
