import type { Page } from 'playwright-core';
import { bereit } from '../hilfen/system.ts';
import { type Gruppe, lassScheitern, wiederEcht, zeigeWartend, zelle } from './zelle.ts';

const schirm = 'Aufgaben';

/** The work list of somebody for whom much waits. */
export const aufgaben: Gruppe = {
  name: 'Aufgaben',
  person: 'reinicke',
  meldungen: [/status of 500/],
  zellen: (umfeld) => {
    const { zeige } = umfeld;
    return [
      zelle(schirm, 'mit überfälligen und langem Betreff', (seite) => zeige(seite, '/')),
      zelle(schirm, 'Mein Dezernat', (seite) => zeige(seite, '/?blatt=dezernat')),
      zelle(schirm, 'nichts zum Filter', (seite) => zeige(seite, '/?wort=gibtesnicht')),
      zelle(schirm, 'wird geladen', (seite) => zeigeWartend(seite, '**/api/aufgaben*', '/', umfeld)),
      zelle(schirm, 'gescheitert', async (seite) => {
        await wiederEcht(seite);
        await lassScheitern(seite, '**/api/aufgaben*');
        await zeige(seite, '/');
      }),
      zelle(schirm, 'ausgewählt', async (seite) => {
        await wiederEcht(seite);
        await zeige(seite, '/');
        for (const kaestchen of await seite.getByRole('checkbox').all()) await kaestchen.check();
      }),
      zelle(schirm, 'Vorschau der Sammelfreigabe', async (seite) => {
        await seite.getByRole('button', { name: /ausgewählte freigeben/ }).click();
        await seite.getByRole('dialog').waitFor();
        await bereit(seite);
      }),
      zelle(schirm, 'Rückgängig ist möglich', async (seite) => {
        await halteFensterOffen(seite);
        await seite.getByRole('button', { name: /^\d+ freigeben$/ }).click();
        await seite.getByRole('button', { name: 'Rückgängig' }).waitFor();
      }),
      zelle(schirm, 'ohne Netz', async (seite) => {
        await nimmZurueck(seite);
        await seite.context().setOffline(true);
        await seite.getByText('Keine Netzverbindung').waitFor();
      }),
    ];
  },
  danach: (seite) => seite.context().setOffline(false),
};

/** The act is not carried out while the page is looked at. */
async function halteFensterOffen(seite: Page): Promise<void> {
  await seite.evaluate(() => {
    const echt = window.setTimeout.bind(window);
    const nie = (tat: TimerHandler, ms?: number) => (ms === 6_000 ? 0 : echt(tat, ms));
    window.setTimeout = nie as typeof window.setTimeout;
  });
}

async function nimmZurueck(seite: Page): Promise<void> {
  await seite.getByRole('button', { name: 'Rückgängig' }).click();
}

/** Those for whom nothing waits. */
export const ohneAufgaben: Gruppe = {
  name: 'Aufgaben, leer',
  person: 'kestner',
  zellen: ({ zeige }) => [zelle(schirm, 'leer', (seite) => zeige(seite, '/'))],
};

/** A member of a Gremium has no work list at all. */
export const mitglied: Gruppe = {
  name: 'Aufgaben eines Mitglieds',
  person: 'aydemir',
  zellen: ({ zeige }) => [zelle(schirm, 'ohne eigene Listen', (seite) => zeige(seite, '/'))],
};
