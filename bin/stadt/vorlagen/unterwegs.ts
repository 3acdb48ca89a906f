import type { Stadtvorlage } from '../vorlage.ts';

/** What is on its way through the administration, or left it. All invented. */
export const unterwegs = {
  nachbarschaftshilfe: {
    betreff: 'Nachbarschaftshilfe: Erstattung von Fahrtkosten',
    az: '501640',
    weg: [{ in: 'sozialausschuss/3' }],
    text: ['Ehrenamtliche der Nachbarschaftshilfe legten im letzten Jahr rund 9.400 Kilometer zurück.'],
  },
  wohnraum: {
    betreff: 'Wohnraum für Geflüchtete: Belegung der städtischen Wohnungen',
    az: '503810',
    weg: [{ in: 'sozialausschuss/3' }],
    text: [
      '# Belegung',
      'In 74 städtischen Wohnungen leben 291 Menschen. 22 Haushalte fanden im Berichtszeitraum eine eigene Wohnung.',
      '# Bedarf',
      'Bis zum Sommer werden voraussichtlich 15 weitere Wohnungen gebraucht, vor allem für Familien.',
    ],
  },
  betreuungsbehoerde: {
    betreff: 'Betreuungsbehörde: Zahl der Verfahren und Gewinnung Ehrenamtlicher',
    az: '504700',
    weg: [{ in: 'sozialausschuss/3' }],
    text: [
      'Die Betreuungsbehörde wirkte an 318 Verfahren mit. Drei von vier Betreuungen führen Angehörige oder Ehrenamtliche.',
      'Ein Einführungsabend im Frühjahr soll weitere Ehrenamtliche gewinnen.',
    ],
  },
  grundsicherung: {
    betreff: 'Grundsicherung im Alter: Entwicklung der Fallzahlen',
    az: '503300',
    weg: [{ in: 'sozialausschuss/3' }],
    text: [
      '1.026 Menschen erhalten Grundsicherung im Alter, sechs Prozent mehr als vor einem Jahr. Zwei Drittel sind Frauen.',
      'Das Sozialamt schreibt künftig alle Haushalte mit geringer Rente an, die Wohngeld beantragen.',
    ],
    anlagen: [
      {
        titel: 'Fallzahlen der letzten fünf Jahre',
        zeilen: ['vor fünf Jahren: 822', 'vor vier Jahren: 861', 'vor drei Jahren: 908', 'zuletzt: 1.026'],
      },
    ],
  },
  suchtberatung: {
    betreff: 'Suchtberatung: Vertrag mit dem Träger läuft aus',
    az: '504520',
    weg: [{ in: 'sozialausschuss/3' }],
    text: [
      'Der Vertrag mit dem Träger der Suchtberatung endet zum Jahresende des kommenden Jahres. Der Ausschuss wird über den Zeitplan der neuen Ausschreibung unterrichtet.',
    ],
  },
  frauenhaus: {
    betreff: 'Frauenhaus: Auslastung und Nachsorge',
    az: '504610',
    weg: [{ in: 'sozialausschuss/3' }],
    text: [
      'Das Frauenhaus war zu 94 Prozent belegt; 31 Anfragen mussten an andere Häuser verwiesen werden.',
      'Eine halbe Stelle begleitet seit dem Frühjahr Frauen und Kinder nach dem Auszug.',
    ],
  },
  reparaturcafe: {
    betreff: 'Reparaturcafé: Zuschuss für Werkzeug',
    az: '501650',
    weg: [{ in: 'sozialausschuss/3' }],
    text: ['Das Reparaturcafé bittet um einen Zuschuss von 800 Euro für Messgeräte und Werkzeug.'],
  },
  kleiderkammer: {
    betreff: 'Kleiderkammer: Umzug in die alte Feuerwache',
    az: '501660',
    weg: [{ in: 'sozialausschuss/3' }],
    text: ['Die Kleiderkammer sucht neue Räume; im Gespräch ist die alte Feuerwache.'],
  },
} as const satisfies Record<string, Stadtvorlage>;
