import { type Gruppe, lassScheitern, wiederEcht, zelle } from './zelle.ts';

/** News, search and calendar. */
export const nachschlagen: Gruppe = {
  name: 'Nachrichten, Suche, Kalender',
  person: 'feldkamp',
  meldungen: [/status of 500/],
  zellen: ({ zeige }) => [
    zelle('Nachrichten', 'Grundzustand', (seite) => zeige(seite, '/nachrichten')),
    zelle('Suche', 'alles', (seite) => zeige(seite, '/suche')),
    zelle('Suche', 'Treffer', (seite) => zeige(seite, '/suche?q=sprach')),
    zelle('Suche', 'eingegrenzt', (seite) => zeige(seite, '/suche?phase=zurueckgezogen&amt=50')),
    zelle('Suche', 'nichts gefunden', (seite) => zeige(seite, '/suche?q=gibtesnicht')),
    zelle('Suche', 'gescheitert', async (seite) => {
      await lassScheitern(seite, '**/api/suche*');
      await zeige(seite, '/suche?q=sprach');
    }),
    zelle('Kalender', 'mit Sitzungen', async (seite) => {
      await wiederEcht(seite);
      await zeige(seite, '/kalender');
    }),
    zelle('Kalender', 'ohne Sitzungen', (seite) => zeige(seite, '/kalender?ab=2027-01')),
  ],
};

/** Nobody wrote to the head of the youth committee's office yet. */
export const nichtsNeues: Gruppe = {
  name: 'Nachrichten, leer',
  person: 'kestner',
  zellen: ({ zeige }) => [zelle('Nachrichten', 'leer', (seite) => zeige(seite, '/nachrichten'))],
};
