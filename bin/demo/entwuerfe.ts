import type { Dokumentmodell } from '../../documents/modell/schema.ts';

/** Invented drafts of the invented town. */
export interface Musterentwurf {
  readonly betreff: string;
  readonly az: string;
  readonly modell: Dokumentmodell;
  readonly anlagen: readonly {
    readonly titel: string;
    readonly dateiname: string;
    /** What stands in it below its title. */
    readonly zeilen?: readonly string[];
  }[];
}

const absatz = (text: string) => ({ art: 'absatz' as const, laeufe: [{ text }] });
const ueberschrift = (text: string) => ({ art: 'ueberschrift' as const, ebene: 2, laeufe: [{ text }] });
const punkt = (text: string, liste = 1) => ({
  art: 'listenpunkt' as const,
  ebene: 0,
  nummeriert: false,
  liste,
  laeufe: [{ text }],
});

export const wohnberatung: Musterentwurf = {
  betreff: 'Mobile Wohnberatung für ältere Menschen – Bericht nach dem ersten Jahr',
  az: '504012',
  modell: {
    schemaVersion: 1,
    bloecke: [
      ueberschrift('Ausgangslage'),
      absatz(
        'Seit dem vergangenen Frühjahr fährt die mobile Wohnberatung jede Woche in einen anderen Stadtteil.',
      ),
      ueberschrift('Was bisher geschah'),
      absatz('Im ersten Jahr wurden 214 Haushalte besucht. Nachgefragt wurden vor allem:'),
      punkt('Umbau von Bad und Eingang'),
      punkt('Hilfsmittel und ihre Finanzierung'),
      punkt('Wege zu Nachbarschaftshilfen'),
      ueberschrift('Ausblick'),
      {
        art: 'absatz',
        laeufe: [
          { text: 'Die Fachstelle stellt ihre Arbeit in der Sitzung vor und ' },
          { text: 'beantwortet Fragen', fett: true },
          { text: '.' },
        ],
      },
    ],
  },
  anlagen: [
    { titel: 'Jahresbericht der Wohnberatung', dateiname: 'jahresbericht.pdf' },
    { titel: 'Karte der Haltepunkte', dateiname: 'haltepunkte.pdf' },
  ],
};

/** Version 2 after the Dezernat asked for the costs. */
export const wohnberatungMitKosten: Musterentwurf = {
  ...wohnberatung,
  modell: {
    schemaVersion: 1,
    bloecke: [
      ...wohnberatung.modell.bloecke,
      ueberschrift('Kosten'),
      absatz('Die Wohnberatung kostet im Jahr 48.000 €. Das Land trägt davon die Hälfte.'),
    ],
  },
};

export const sprachpatenschaften: Musterentwurf = {
  betreff: 'Sprachpatenschaften in den Stadtteiltreffs – Zwischenstand',
  az: '503118',
  modell: {
    schemaVersion: 1,
    bloecke: [
      absatz(
        '31 Patinnen und Paten treffen sich wöchentlich mit Neuzugezogenen. Der Bedarf ist doppelt so hoch.',
      ),
    ],
  },
  anlagen: [],
};

export const ferienpass: Musterentwurf = {
  betreff: 'Ferienpass: Ermäßigung für Familien mit geringem Einkommen',
  az: '502340',
  modell: {
    schemaVersion: 1,
    bloecke: [absatz('Der Ferienpass kann künftig mit dem Sozialpass vergünstigt erworben werden.')],
  },
  anlagen: [],
};
