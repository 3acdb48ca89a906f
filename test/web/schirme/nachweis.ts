import { type Gruppe, wiederEcht, zelle } from './zelle.ts';

/** The chains of the record, whole and tampered with. */
export const nachweis: Gruppe = {
  name: 'Nachweis',
  person: 'sommerlad',
  zellen: ({ zeige, lage }) => [
    zelle('Nachweis', 'Liste', (seite) => zeige(seite, '/nachweis')),
    zelle('Nachweis', 'unversehrt', async (seite) => {
      await seite.getByRole('button', { name: /^Alle \d+ Ketten prüfen$/ }).click();
      await seite.getByText(/^Geprüft bis/).waitFor();
    }),
    zelle('Nachweis', 'beschädigt', async (seite) => {
      await seite.route(`**/api/ketten/*/${lage.freigegeben}`, async (anfrage) => {
        const antwort = await anfrage.fetch();
        const text = (await antwort.text()).replace('feldkamp', 'reinicke');
        await anfrage.fulfill({ response: antwort, body: text });
      });
      await seite.getByRole('button', { name: /^Alle \d+ Ketten prüfen$/ }).click();
      await seite.getByText(/(sind|ist) beschädigt$/).waitFor();
    }),
    zelle('Kette', 'beschädigt', (seite) => zeige(seite, `/nachweis/Vorlage/${lage.freigegeben}`)),
    zelle('Kette', 'unversehrt', async (seite) => {
      await wiederEcht(seite);
      await zeige(seite, `/nachweis/Vorlage/${lage.berichtigt}`);
    }),
  ],
};
