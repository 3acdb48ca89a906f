import type { Freigabeweg } from './freigabeweg.ts';

/** Default route of the Unterrichtungsvorlage, as its users named it. */
export const unterrichtungsvorlage: Freigabeweg = {
  art: 'UV',
  bezeichnung: 'Unterrichtungsvorlage',
  stationen: [
    {
      art: 'verwaltung',
      name: 'Dezernat',
      rolle: 'Dezernat',
      bereich: 'dezernat',
      frist: 3,
      eskalation: ['Systembetreuung'],
      prueftNeueFassung: true,
    },
    {
      art: 'verwaltung',
      name: 'Sozialamt',
      rolle: 'Amtsleitung',
      bereich: 'amt',
      frist: 2,
      eskalation: ['Dezernat'],
      prueftNeueFassung: true,
    },
    {
      art: 'gremium',
      name: 'Sozialausschuss',
      rolle: 'Sitzungsdienst',
      bereich: 'gremium',
      frist: 3,
      eskalation: ['Vorsitz'],
    },
  ],
  ueberarbeitung: { frist: 5 },
};
