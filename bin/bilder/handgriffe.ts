import type { Page } from 'playwright-core';
import { schreibeEntwurf } from '../../documents/papiere/entwurf.ts';
import { hausstil } from '../../templates/hausstil.ts';
import { modellAus } from '../stadt/text.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Fills the form of a new Vorlage down to the Gremienweg. */
export async function fuelleNeueVorlage(seite: Page): Promise<void> {
  await seite.getByLabel('Betreff').fill('Wohnberatung im Stadtteil: Bericht nach dem ersten Jahr');
  await seite.getByLabel('Aktenzeichen').fill('504012');
  await seite.getByLabel('Gremium', { exact: true }).selectOption({ label: 'Sozialausschuss' });
  await seite.evaluate('document.activeElement?.blur()');
}

/** Chooses a Word file with this text and waits for its check. */
export async function waehleEntwurf(
  seite: Page,
  az: string,
  text: readonly string[],
  anlagen: string[] = [],
) {
  const buffer = await schreibeEntwurf(
    {
      nummer: null,
      datum: null,
      dezernat: '2',
      verfasser: '50-Sozialamt',
      az,
      betreff: 'Nachbarschaftshilfe: Erstattung von Fahrtkosten',
    },
    modellAus(text),
    anlagen,
    hausstil,
  );
  await seite
    .locator('input[type=file][accept=".docx"]')
    .setInputFiles({ name: 'Nachbarschaftshilfe.docx', mimeType: word, buffer: Buffer.from(buffer) });
  await seite.getByText(/^(Angenommen|Nicht angenommen)/).waitFor();
}

export async function klicke(seite: Page, name: string | RegExp): Promise<void> {
  await seite.getByRole('button', { name, exact: true }).last().click();
}

/** Takes the Sitzung along, leaves the network and records an outcome. */
export async function bearbeiteErgebnis(seite: Page): Promise<void> {
  await klicke(seite, 'Sitzung mitnehmen');
  await seite.getByText('Mitgenommen', { exact: true }).waitFor();
  // What is needed without network comes a moment after the Vorlagen.
  await seite.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await seite.context().setOffline(true);
  await seite.getByText('Kenntnis genommen').click();
  await seite.getByText('Nur auf diesem Gerät gespeichert').waitFor();
}

/** Verifies all chains. */
export async function pruefeKetten(seite: Page): Promise<void> {
  await klicke(seite, /Ketten prüfen$/);
  await seite.getByText('unversehrt').first().waitFor({ timeout: 60_000 });
}

/** Waits until each outcome of a Sitzung is there. */
export async function wartetAufErgebnisse(seite: Page): Promise<void> {
  await seite.getByText('wird geladen').first().waitFor({ state: 'detached' });
}

/** Chooses every task and asks for their common release. */
export async function waehleAlle(seite: Page): Promise<void> {
  for (const kaestchen of await seite.getByRole('checkbox').all()) await kaestchen.check();
  await klicke(seite, /ausgewählte freigeben/);
  await seite.getByText('Diese Vorlagen gehen mit Ihrer Freigabe').waitFor();
}

export async function fuelleNeueSitzung(seite: Page): Promise<void> {
  await klicke(seite, 'Sitzung ansetzen');
  await seite.getByLabel('Tag', { exact: true }).fill('2026-11-12');
  await seite.getByLabel('Ort').fill('Rathaus, Großer Saal');
}
