import type { Page } from 'playwright-core';
import { kleinesPdf } from '../../../bin/demo/kleinesPdf.ts';
import { kleinerEntwurf } from '../../hilfen/entwuerfe.ts';
import { type Gruppe, zelle } from './zelle.ts';

/** The form of a new Vorlage as it fills, and of one that is written on. */
export const neueVorlage: Gruppe = {
  name: 'Neue Vorlage und Bearbeiten',
  person: 'feldkamp',
  zellen: ({ zeige, lage }) => [
    zelle('Neue Vorlage', 'leer', (seite) => zeige(seite, '/neu')),
    zelle('Neue Vorlage', 'Gremienweg mit drei Beratungen', fuelleAus),
    zelle('Neue Vorlage', 'Datei abgelehnt', async (seite) => {
      await waehleDatei(seite, 'entwurf', 'entwurf.docx', Buffer.from('Das ist kein Word-Dokument.'));
      await seite.getByText('Diese Datei können wir so nicht annehmen').waitFor();
    }),
    zelle('Neue Vorlage', 'Datei und Anlage geprüft', async (seite) => {
      await waehleDatei(seite, 'entwurf', 'entwurf.docx', Buffer.from(await kleinerEntwurf()));
      const pdf = kleinesPdf('Jahresbericht');
      await waehleDatei(seite, 'anlagen', 'Jahresbericht 2025.pdf', Buffer.from(pdf));
      await seite.waitForFunction(() => document.querySelectorAll('.gw-datei').length === 2);
      await seite.waitForFunction(
        () => document.querySelector('.gw-datei__schritt--offen, .gw-datei__schritt--laeuft') === null,
      );
    }),
    zelle('Neue Vorlage', 'mit Fehlern', async (seite) => {
      await zeige(seite, '/neu');
      await seite.getByRole('button', { name: 'Vorlage einreichen' }).click();
      await seite.getByRole('alert').getByRole('heading').waitFor();
    }),
    zelle('Vorlage bearbeiten', 'Entwurf', (seite) => zeige(seite, `/vorlagen/${lage.entwurf}/bearbeiten`)),
    zelle('Neue Fassung', 'mit dem Grund der Rückgabe', (seite) =>
      zeige(seite, `/vorlagen/${lage.zurueckgegeben}/bearbeiten`),
    ),
    zelle('Vorlage bearbeiten', 'schon eingereicht', (seite) =>
      zeige(seite, `/vorlagen/${lage.wartend}/bearbeiten`),
    ),
  ],
};

async function fuelleAus(seite: Page): Promise<void> {
  await seite.getByLabel('Betreff').fill('Bericht zur Schuldnerberatung 2026');
  await seite.getByLabel('Aktenzeichen').fill('503001');
  const gremien = ['sozialausschuss', 'jugendhilfeausschuss', 'stadtrat'];
  for (const [i, gremium] of gremien.entries()) {
    if (i > 0) await seite.getByRole('button', { name: 'Weitere Beratung hinzufügen' }).click();
    await seite.locator(`select[name="gremienweg.${i}.gremium"]`).selectOption(gremium);
  }
}

async function waehleDatei(seite: Page, feld: string, name: string, buffer: Buffer): Promise<void> {
  const wahl = seite.locator(`[data-feld="${feld}"] input[type=file]`);
  await wahl.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}
