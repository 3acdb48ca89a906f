import { type Gruppe, lassScheitern, wiederEcht, zeigeWartend, zelle } from './zelle.ts';

const schirm = 'Vorlage';

/** A Vorlage as its author sees it on its way. */
export const vorlageDerSachbearbeitung: Gruppe = {
  name: 'Vorlage, Sachbearbeitung',
  person: 'feldkamp',
  meldungen: [/status of 404/, /status of 500/],
  zellen: (umfeld) => {
    const { zeige, lage } = umfeld;
    return [
      zelle(schirm, 'Entwurf', (seite) => zeige(seite, `/vorlagen/${lage.entwurf}`)),
      zelle(schirm, 'beim Dezernat', (seite) => zeige(seite, `/vorlagen/${lage.wartend}`)),
      zelle(schirm, 'zurückziehen', (seite) => zeige(seite, `/vorlagen/${lage.wartend}?tun=zurueckziehen`)),
      zelle(schirm, 'zurückgegeben', (seite) => zeige(seite, `/vorlagen/${lage.zurueckgegeben}`)),
      zelle(schirm, 'zurückgezogen', (seite) => zeige(seite, `/vorlagen/${lage.zurueckgezogen}`)),
      zelle(schirm, 'Ergebnis freigegeben', (seite) => zeige(seite, `/vorlagen/${lage.freigegeben}`)),
      zelle(schirm, 'Ergebnis berichtigt', (seite) => zeige(seite, `/vorlagen/${lage.berichtigt}`)),
      zelle(schirm, 'nichtöffentlich', (seite) => zeige(seite, `/vorlagen/${lage.geheim}`)),
      zelle(schirm, 'gibt es nicht', (seite) => zeige(seite, '/vorlagen/gibt-es-nicht')),
      zelle(schirm, 'wird geladen', (seite) => {
        const pfad = `/vorlagen/${lage.wartend}`;
        return zeigeWartend(seite, `**/api${pfad}`, pfad, umfeld);
      }),
      zelle(schirm, 'gescheitert', async (seite) => {
        await wiederEcht(seite);
        await lassScheitern(seite, `**/api/vorlagen/${lage.wartend}`);
        await zeige(seite, `/vorlagen/${lage.wartend}`);
      }),
    ];
  },
};

/** The same for the one whose turn it is. */
export const vorlageDesDezernats: Gruppe = {
  name: 'Vorlage, Dezernat',
  person: 'reinicke',
  zellen: ({ zeige, lage }) => [
    zelle(schirm, 'zu entscheiden', (seite) => zeige(seite, `/vorlagen/${lage.wartend}`)),
    zelle(schirm, 'zurückgeben', (seite) => zeige(seite, `/vorlagen/${lage.wartend}?tun=zurueckgeben`)),
    zelle(schirm, 'mit langem Betreff', (seite) => zeige(seite, `/vorlagen/${lage.lang}`)),
  ],
};

/** For a member of the Gremium. */
export const vorlageDesMitglieds: Gruppe = {
  name: 'Vorlage, Mitglied',
  person: 'aydemir',
  zellen: ({ zeige, lage }) => [
    zelle(schirm, 'mit Ergebnis', (seite) => zeige(seite, `/vorlagen/${lage.freigegeben}`)),
    zelle(schirm, 'nichtöffentlich', (seite) => zeige(seite, `/vorlagen/${lage.geheim}`)),
  ],
};

/** The Sitzungsdienst changes the way that still lies ahead. */
export const vorlageDesSitzungsdienstes: Gruppe = {
  name: 'Vorlage, Sitzungsdienst',
  person: 'wolframm',
  zellen: ({ zeige, lage }) => [
    zelle(schirm, 'sitzungsreif', (seite) => zeige(seite, `/vorlagen/${lage.sitzungsreif}`)),
    zelle(schirm, 'Gremienweg ändern', (seite) =>
      zeige(seite, `/vorlagen/${lage.sitzungsreif}?tun=gremienweg`),
    ),
  ],
};
