import { type Gruppe, wechsle, wiederEcht, zelle } from './zelle.ts';

/** What everybody may see, and what concerns every screen. */
export const allgemein: Gruppe = {
  name: 'Allgemeines',
  person: 'wolframm',
  meldungen: [/status of 401/, /status of 400/, /status of 403/, /ERR_FAILED/],
  zellen: ({ zeige, system }) => [
    zelle('Tastatur', 'Grundzustand', (seite) => zeige(seite, '/tastatur')),
    zelle('Lizenzen', 'Grundzustand', (seite) => zeige(seite, '/lizenzen')),
    zelle('Barrierefreiheit', 'Grundzustand', (seite) => zeige(seite, '/barrierefreiheit')),
    zelle('Datenschutz', 'Grundzustand', (seite) => zeige(seite, '/datenschutz')),
    zelle('Rundgang', 'Grundzustand', (seite) => zeige(seite, '/rundgang')),
    zelle('Meine Einstellungen', 'Grundzustand', (seite) => zeige(seite, '/ich')),
    zelle('Meine Einstellungen', 'mit Fehlern', async (seite) => {
      await seite.getByRole('button', { name: 'Vertretung einrichten' }).click();
      await seite.getByRole('alert').getByRole('heading').waitFor();
    }),
    zelle('Nicht gefunden', 'Grundzustand', (seite) => zeige(seite, '/gibt/es/nicht')),
    zelle('Anmeldung abgelaufen', 'Hinweis', async (seite) => {
      await zeige(seite, '/tastatur');
      await seite.route('**/api/**', (anfrage) => anfrage.fulfill({ status: 401, json: {} }));
      await seite.route('**/oauth2/token', (anfrage) => anfrage.fulfill({ status: 400, json: {} }));
      await wechsle(seite, '/kalender');
      await seite.getByText('Ihre Anmeldung ist abgelaufen').waitFor();
    }),
    zelle('Start', 'kein Zugang', async (seite) => {
      await wiederEcht(seite);
      await seite.route('**/api/ich', (anfrage) =>
        anfrage.fulfill({
          status: 403,
          json: { code: 'NICHT_EINGERICHTET', satz: 'Für Ihre Anmeldung gibt es hier noch kein Konto.' },
        }),
      );
      await zeige(seite, '/');
    }),
    zelle('Start', 'Server nicht erreichbar', async (seite) => {
      await wiederEcht(seite);
      await seite.goto(`${system.basis}/zeichen.svg`);
      await seite.evaluate(() => localStorage.clear());
      await seite.route('**/api/einstellungen', (anfrage) => anfrage.abort());
      await zeige(seite, '/');
    }),
  ],
  danach: wiederEcht,
};
