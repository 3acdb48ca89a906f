import { type Gruppe, lassScheitern, wiederEcht, zeigeWartend, zelle } from './zelle.ts';

/** What the Systembetreuung looks after. */
export const betrieb: Gruppe = {
  name: 'Systembetreuung',
  person: 'tesch',
  meldungen: [/status of 500/],
  zellen: (umfeld) => {
    const { zeige } = umfeld;
    return [
      zelle('Störungen', 'angehalten und gescheitert', (seite) => zeige(seite, '/betrieb')),
      zelle('Störungen', 'Fehler im Wortlaut', (seite) =>
        seite.getByText('Fehler im Wortlaut').first().click(),
      ),
      zelle('Störungen', 'Ablauf abbrechen?', async (seite) => {
        await seite
          .getByRole('button', { name: /abbrechen$/ })
          .first()
          .click();
        await seite.getByRole('dialog').waitFor();
      }),
      zelle('Störungen', 'nichts wartet', (seite) => zeige(seite, '/betrieb?status=offen')),
      zelle('Störungen', 'wird geladen', (seite) =>
        zeigeWartend(seite, '**/api/betrieb/**', '/betrieb', umfeld),
      ),
      zelle('Störungen', 'nicht ladbar', async (seite) => {
        await wiederEcht(seite);
        await lassScheitern(seite, '**/api/betrieb/**');
        await zeige(seite, '/betrieb');
      }),
      zelle('Personen', 'Liste', async (seite) => {
        await wiederEcht(seite);
        await zeige(seite, '/betrieb/personen');
      }),
      zelle('Personen', 'ändern', async (seite) => {
        await seite.getByRole('button', { name: 'Ines Wolframm ändern' }).click();
        await seite.getByRole('dialog').waitFor();
      }),
      zelle('Personen', 'anlegen, mit Fehlern', async (seite) => {
        await zeige(seite, '/betrieb/personen');
        await seite.getByRole('button', { name: 'Person anlegen' }).click();
        await seite.getByRole('button', { name: 'Speichern' }).click();
        await seite.getByRole('alert').waitFor();
      }),
      zelle('Gremien', 'Liste', (seite) => zeige(seite, '/betrieb/gremien')),
      zelle('Gremien', 'anlegen, mit Fehlern', async (seite) => {
        await seite.getByRole('button', { name: 'Gremium anlegen' }).click();
        await seite.getByRole('alert').waitFor();
      }),
    ];
  },
};

/** On a good day. */
export const ohneStoerung: Gruppe = {
  name: 'Systembetreuung, ohne Störung',
  person: 'tesch',
  zellen: ({ zeige }) => [zelle('Störungen', 'keine', (seite) => zeige(seite, '/betrieb'))],
};
