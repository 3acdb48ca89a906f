import { erfasse, kenntnis } from '../../../bin/demo/ergebnisse.ts';
import { type Gruppe, vergissVerschiebung, zelle } from './zelle.ts';

/** A Sitzung from the first date to the last correction. */
export const sitzung: Gruppe = {
  name: 'Sitzung',
  person: 'wolframm',
  meldungen: [/status of 404/, /status of 409/, /ERR_INTERNET_DISCONNECTED/],
  zellen: ({ zeige, lage, system }) => {
    const beim = (phase: string, mehr = '') => `/sitzungen/${lage.sitzung}?phase=${phase}${mehr}`;
    const top = (nummer: string) => beim('durchfuehren', `&top=${encodeURIComponent(nummer)}`);
    return [
      zelle('Sitzungen', 'Liste', (seite) => zeige(seite, '/sitzungen')),
      zelle('Sitzungen', 'neue ansetzen', async (seite) => {
        await seite.getByRole('button', { name: 'Sitzung ansetzen' }).click();
        await seite.getByLabel('Tag').fill('2026-05-27');
      }),
      zelle('Sitzungen', 'neue ansetzen, mit Fehlern', async (seite) => {
        await seite.getByLabel('Tag').fill('');
        await seite.getByRole('dialog').getByRole('button', { name: 'Sitzung ansetzen' }).click();
        await seite.getByRole('alert').waitFor();
      }),
      zelle('Sitzung', 'gibt es nicht', (seite) => zeige(seite, '/sitzungen/gibt-es-nicht')),
      zelle('Sitzung', 'vorbereiten', (seite) =>
        zeige(seite, `/sitzungen/${lage.kommende}?phase=vorbereiten`),
      ),
      zelle('Sitzung', 'vorbereiten, ungespeichert', (seite) =>
        seite
          .getByRole('button', { name: /nach unten$/ })
          .first()
          .click(),
      ),
      zelle('Sitzung', 'vorbereiten, herunternehmen', async (seite) => {
        await seite.getByRole('button', { name: 'Verwerfen' }).click();
        await seite
          .getByRole('button', { name: /von der Tagesordnung nehmen$/ })
          .first()
          .click();
        await seite.getByRole('dialog').waitFor();
      }),
      zelle('Sitzung', 'vorbereiten, leer', (seite) => zeige(seite, `/sitzungen/${lage.leere}`)),
      zelle('Sitzung', 'durchführen, leeres Formular', (seite) => zeige(seite, top('Ö 6'))),
      zelle('Sitzung', 'durchführen, Widerspruch', (seite) => zeige(seite, top('Ö 3'))),
      zelle('Sitzung', 'durchführen, Hinweise', (seite) => zeige(seite, top('Ö 4'))),
      zelle('Sitzung', 'durchführen, mehrere Abstimmungen', (seite) => zeige(seite, top('Ö 5'))),
      zelle('Sitzung', 'durchführen, freigegeben', (seite) => zeige(seite, top('Ö 1'))),
      zelle('Sitzung', 'durchführen, Konflikt', async (seite) => {
        await zeige(seite, top('Ö 6'));
        await erfasse(system.welt, 'wolframm', lage.offen, 1, kenntnis);
        await seite.getByRole('radio', { name: 'Vertagt' }).check();
        await seite.getByText('Zwei Eingaben zu diesem Punkt').waitFor();
        await vergissVerschiebung(seite);
      }),
      zelle('Sitzung', 'durchführen, ohne Netz', async (seite) => {
        await seite.getByRole('button', { name: 'Gespeichertes behalten' }).click();
        await zeige(seite, top('N 1'));
        await seite.getByRole('radio', { name: 'Einstimmig' }).waitFor();
        await seite.context().setOffline(true);
        await seite.getByRole('radio', { name: 'Einstimmig' }).check();
        await seite.getByText('Nur auf diesem Gerät gespeichert').waitFor();
      }),
      zelle('Sitzung', 'mitgenommen', async (seite) => {
        await seite.context().setOffline(false);
        await seite.getByText('Gespeichert um').waitFor();
        await seite.getByRole('button', { name: 'Sitzung mitnehmen' }).click();
        await seite.getByRole('button', { name: 'Sitzung zurückgeben' }).waitFor();
      }),
      zelle('Sitzung', 'nachbereiten', async (seite) => {
        await seite.getByRole('button', { name: 'Sitzung zurückgeben' }).click();
        await zeige(seite, beim('nachbereiten'));
      }),
      zelle('Sitzung', 'berichtigen', (seite) =>
        zeige(seite, beim('nachbereiten', `&berichtigen=${encodeURIComponent('Ö 1')}`)),
      ),
      zelle('Sitzung', 'berichtigen, mit Fehlern', async (seite) => {
        await seite.getByRole('button', { name: 'Berichtigung festhalten' }).click();
        await seite.getByRole('alert').getByRole('heading').waitFor();
      }),
    ];
  },
};

/** A Gremium without a Sitzung. */
export const ohneSitzung: Gruppe = {
  name: 'Sitzungen, leer',
  person: 'kestner',
  zellen: ({ zeige }) => [zelle('Sitzungen', 'leer', (seite) => zeige(seite, '/sitzungen'))],
};

/** What a member sees of it: the agenda. */
export const sitzungDesMitglieds: Gruppe = {
  name: 'Sitzung, Mitglied',
  person: 'aydemir',
  zellen: ({ zeige, lage }) => [
    zelle('Sitzung', 'Tagesordnung', (seite) => zeige(seite, `/sitzungen/${lage.sitzung}`)),
  ],
};
