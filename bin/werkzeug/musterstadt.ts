import type { Stelle } from '../../domain/rollen/stelle.ts';

/** The invented town of the samples: its Gremien and one person per role. Nobody here is real. */
export interface Demoperson {
  readonly id: string;
  readonly name: string;
  readonly aufgabe: string;
  readonly stellen: readonly Stelle[];
}

export const demokennwort = 'musterstadt';

export const demogremien = [
  { id: 'sozialausschuss', name: 'Sozialausschuss', gesetzlicheZahl: 15 },
  { id: 'jugendhilfeausschuss', name: 'Jugendhilfeausschuss', gesetzlicheZahl: 15 },
  { id: 'stadtrat', name: 'Stadtrat', gesetzlicheZahl: 45 },
] as const;

export const demopersonen = [
  {
    id: 'feldkamp',
    name: 'Jana Feldkamp',
    aufgabe: 'Sachbearbeitung im Sozialamt',
    stellen: [{ rolle: 'Sachbearbeitung', bereich: '50' }],
  },
  {
    id: 'ohlsen',
    name: 'Martin Ohlsen',
    aufgabe: 'Amtsleitung des Sozialamts',
    stellen: [{ rolle: 'Amtsleitung', bereich: '50' }],
  },
  {
    id: 'reinicke',
    name: 'Almut Reinicke',
    aufgabe: 'Dezernat 2, Dezernentin',
    stellen: [{ rolle: 'Dezernat', bereich: '2' }],
  },
  {
    id: 'brandner',
    name: 'Tilo Brandner',
    aufgabe: 'Dezernat 2, Büro',
    stellen: [{ rolle: 'Dezernat', bereich: '2' }],
  },
  {
    id: 'wolframm',
    name: 'Ines Wolframm',
    aufgabe: 'Sitzungsdienst des Sozialausschusses und des Stadtrats',
    stellen: [
      { rolle: 'Sitzungsdienst', bereich: 'sozialausschuss' },
      { rolle: 'Sitzungsdienst', bereich: 'stadtrat' },
    ],
  },
  {
    id: 'kestner',
    name: 'Paul Kestner',
    aufgabe: 'Sitzungsdienst des Jugendhilfeausschusses',
    stellen: [{ rolle: 'Sitzungsdienst', bereich: 'jugendhilfeausschuss' }],
  },
  {
    id: 'strothmann',
    name: 'Helga Strothmann',
    aufgabe: 'Vorsitz des Sozialausschusses',
    stellen: [{ rolle: 'Vorsitz', bereich: 'sozialausschuss' }],
  },
  {
    id: 'aydemir',
    name: 'Cem Aydemir',
    aufgabe: 'Mitglied des Sozialausschusses',
    stellen: [{ rolle: 'Gremienmitglied', bereich: 'sozialausschuss' }],
  },
  {
    id: 'tesch',
    name: 'Rolf Tesch',
    aufgabe: 'Systembetreuung',
    stellen: [{ rolle: 'Systembetreuung', bereich: '*' }],
  },
  {
    id: 'sommerlad',
    name: 'Britta Sommerlad',
    aufgabe: 'Revision',
    stellen: [{ rolle: 'Revision', bereich: '*' }],
  },
] as const satisfies readonly Demoperson[];

export type Demoname = (typeof demopersonen)[number]['id'];

export function mailadresse(id: string): string {
  return `${id}@musterstadt.example`;
}
