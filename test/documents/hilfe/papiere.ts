import type { UnterrichtungsvorlageAngaben } from '../../../documents/papiere/unterrichtungsvorlage.ts';
import type { Formularsicht } from '../../../domain/ergebnis/schema.ts';
import { hausstil } from '../../../templates/hausstil.ts';

export const ohneErgebnis: Formularsicht = {
  einstimmig: false,
  mehrheitlich: false,
  abgelehnt: false,
  kenntnis: false,
  verwiesen: false,
  vertagt: false,
  ohneBE: false,
  abgesetzt: false,
  geaendert: false,
  enthaltungen: null,
  gegenstimmen: null,
};

export type Angaben = UnterrichtungsvorlageAngaben;
type Beratung = Angaben['beratungen'][number];

export function beratung(angaben: Partial<Beratung> = {}): Beratung {
  return {
    datum: '2026-04-22',
    gremium: 'Sozialausschuss',
    top: null,
    oeffentlich: true,
    formularsicht: null,
    vermerk: null,
    ...angaben,
  };
}

/** An invented Vorlage with a formatted body. */
export function angaben(ersatz: Partial<Angaben> = {}): Angaben {
  return {
    hausstil,
    nummer: 'UV/0012/2026',
    datum: '2026-03-24',
    dezernat: 'Dezernat 2',
    verfasser: '50-Sozialamt',
    az: '500417',
    betreff: 'Begegnungsstätte am Lindenplatz: Erfahrungen aus dem Probebetrieb',
    beratungen: [beratung()],
    modell: {
      schemaVersion: 1,
      bloecke: [
        { art: 'ueberschrift', ebene: 1, laeufe: [{ text: 'Anlass' }] },
        {
          art: 'absatz',
          laeufe: [
            { text: 'Die Begegnungsstätte ist seit Januar an ' },
            { text: 'drei Tagen', fett: true },
            { text: ' geöffnet. Mehr auf der ' },
            { text: 'Seite der Stadt', verweis: 'https://musterstadt.example/begegnung?seite=1' },
            { text: '.' },
          ],
        },
        { art: 'listenpunkt', ebene: 0, nummeriert: false, liste: 0, laeufe: [{ text: 'Sprachcafé' }] },
        { art: 'listenpunkt', ebene: 0, nummeriert: true, liste: 1, beginn: 3, laeufe: [{ text: 'Umbau' }] },
        {
          art: 'tabelle',
          kopfzeilen: 1,
          zeilen: [
            [{ absaetze: [[{ text: 'Monat' }]] }, { absaetze: [[{ text: 'Besuche' }]] }],
            [{ absaetze: [[{ text: 'Januar' }]] }, { absaetze: [[{ text: '412' }]] }],
          ],
        },
      ],
    },
    anlagen: [
      { titel: 'Besuchszahlen', oeffentlich: true },
      { titel: 'Mietvertrag', oeffentlich: false },
    ],
    fassung: 2,
    ereignisHash: 'ab'.repeat(32),
    stand: '2026-03-24T09:15:00Z',
    ...ersatz,
  };
}
