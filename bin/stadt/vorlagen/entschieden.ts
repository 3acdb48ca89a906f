import type { Stadtvorlage } from '../vorlage.ts';

/** What the Gremien treated in their earlier Sitzungen. Everything is invented. */
export const entschieden = {
  wohngeld: {
    betreff: 'Wohngeld: Bearbeitungszeiten im ersten Halbjahr',
    az: '503210',
    weg: [{ in: 'sozialausschuss/1' }],
    text: [
      '# Anlass',
      'Der Ausschuss hat um einen Bericht gebeten, wie lange Anträge auf Wohngeld derzeit brauchen.',
      '# Sachstand',
      'Von Januar bis Juni gingen 612 Anträge ein, 74 mehr als im Vorjahreszeitraum. Die mittlere Bearbeitungszeit sank von elf auf sieben Wochen.',
      '- Erstanträge: neun Wochen',
      '- Weiterleistung: fünf Wochen',
      '- eilige Fälle bei drohendem Wohnungsverlust: drei Arbeitstage',
      '# Ausblick',
      'Seit Mai berät eine zweite Kraft vormittags ohne Termin. Über die Wirkung wird im Frühjahr berichtet.',
    ],
    anlagen: [
      {
        titel: 'Anträge und Bearbeitungszeiten nach Monaten',
        zeilen: [
          'Januar: 98 Anträge, 11 Wochen',
          'Februar: 104 Anträge, 10 Wochen',
          'März: 112 Anträge, 9 Wochen',
          'April: 96 Anträge, 8 Wochen',
          'Mai: 101 Anträge, 7 Wochen',
          'Juni: 101 Anträge, 7 Wochen',
        ],
      },
    ],
  },
  schuldnerberatung: {
    betreff: 'Schuldnerberatung: Jahresbericht und Wartezeiten',
    az: '504400',
    weg: [{ in: 'sozialausschuss/1' }],
    text: [
      '# Bericht der Beratungsstelle',
      'Im vergangenen Jahr suchten 389 Haushalte Rat, jeder dritte zum ersten Mal. Die Wartezeit auf ein Erstgespräch beträgt sieben Wochen.',
      '# Vorschlag der Beratungsstelle',
      'Eine offene Sprechstunde am Donnerstagnachmittag könnte die Wartezeit halbieren. Räume stehen im Bürgerhaus zur Verfügung.',
    ],
  },
  seniorenbeirat: {
    betreff: 'Seniorenbeirat: Bericht über das erste Jahr der neuen Wahlzeit',
    az: '501120',
    weg: [{ in: 'sozialausschuss/1' }],
    text: [
      '# Arbeit des Beirats',
      'Der Seniorenbeirat tagte sechsmal. Schwerpunkte waren sichere Wege, Sitzgelegenheiten in der Innenstadt und der digitale Alltag.',
      '- 23 Vorschläge für neue Bänke, elf sind aufgestellt',
      '- Sprechstunde „Handy und Tablet“ mit 180 Gästen',
    ],
  },
  teilhabe: {
    betreff: 'Bildung und Teilhabe: Wie viele Kinder die Leistungen erreichen',
    az: '502510',
    weg: [{ in: 'sozialausschuss/1' }],
    text: [
      '# Sachstand',
      'Rund 1.140 Kinder in Musterstadt haben Anspruch auf Leistungen für Bildung und Teilhabe; 63 Prozent nutzen mindestens eine davon.',
      '- Mittagessen in Kita und Schule: 512 Kinder',
      '- Lernförderung: 148 Kinder',
      '- Sport, Musik und Ferienangebote: 297 Kinder',
      '# Hindernisse',
      'Familien berichten von zu vielen Formularen. Das Sozialamt erprobt deshalb einen gemeinsamen Antrag.',
    ],
  },
  mittagstisch: {
    betreff: 'Mittagstisch in der Altstadt: Erfahrungen nach sechs Monaten',
    az: '501330',
    weg: [{ in: 'sozialausschuss/1' }],
    text: [
      'Seit einem halben Jahr kochen Ehrenamtliche dienstags und freitags im Gemeindehaus. Im Mittel kommen 42 Gäste; ein Essen kostet 3,50 Euro.',
      'Der Träger bittet, das Angebot im Winter um einen dritten Tag zu erweitern.',
    ],
  },
  obdachlosenunterkunft: {
    betreff: 'Obdachlosenunterkunft am Güterbahnhof: Belegung und Zustand',
    az: '503700',
    weg: [
      { in: 'sozialausschuss/1', rolle: 'Vorberatung' },
      { in: 'stadtrat/1', rolle: 'Entscheidung' },
    ],
    text: [
      '# Belegung',
      'Die Unterkunft mit 36 Plätzen war im vergangenen Winter an 61 Tagen voll belegt. Zwölf Menschen lebten länger als ein Jahr dort.',
      '# Zustand des Gebäudes',
      'Dach und Heizung sind 34 Jahre alt. Das Bauamt rechnet mit 420.000 Euro für eine Instandsetzung in zwei Abschnitten.',
      '# Betreuung',
      'Eine Sozialarbeiterin ist an vier Tagen in der Woche im Haus. 19 Menschen zogen im Berichtsjahr in eine eigene Wohnung.',
    ],
    anlagen: [
      {
        titel: 'Belegung nach Monaten',
        zeilen: ['Oktober: 29 von 36', 'November: 34 von 36', 'Dezember: 36 von 36', 'Januar: 36 von 36'],
      },
      {
        titel: 'Kostenschätzung der Instandsetzung',
        zeilen: ['Abschnitt 1, Dach: 260.000 Euro', 'Abschnitt 2, Heizung: 160.000 Euro'],
      },
    ],
  },
  kitaBedarfsplan: {
    betreff: 'Kita-Bedarfsplan: Sozialdaten der Stadtteile als Grundlage der Fortschreibung',
    az: '502200',
    weg: [{ in: 'jugendhilfeausschuss/1' }],
    text: [
      '# Zweck',
      'Für die Fortschreibung des Kita-Bedarfsplans stellt das Sozialamt die Sozialdaten der acht Stadtteile zusammen.',
      '# Ergebnis',
      'Im Norden und am Hafen wachsen die Jahrgänge der Unter-Dreijährigen, in der Altstadt gehen sie zurück. In 31 Prozent der Haushalte mit kleinen Kindern lebt nur ein Elternteil.',
    ],
  },
} as const satisfies Record<string, Stadtvorlage>;
