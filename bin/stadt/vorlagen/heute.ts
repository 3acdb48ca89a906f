import type { Stadtvorlage } from '../vorlage.ts';

/** New items of the Sitzung whose outcomes are open. All invented. */
export const heutige = {
  pflegestuetzpunkt: {
    betreff: 'Pflegestützpunkt: Beratung im Stadtteil statt nur im Rathaus',
    az: '504100',
    weg: [{ in: 'sozialausschuss/2' }],
    text: [
      'Der Pflegestützpunkt berät seit März einmal im Monat in jedem Stadtteil. Von 266 Gesprächen fanden 118 außerhalb des Rathauses statt.',
      'Am häufigsten gefragt wurde nach Hilfen zu Hause, Entlastung für Angehörige und dem Weg zum Pflegegrad.',
    ],
  },
  sozialticket: {
    betreff: 'Sozialticket im Stadtbus: Nutzung und Kosten',
    az: '501450',
    weg: [{ in: 'sozialausschuss/2' }],
    text: [
      '# Nutzung',
      '914 Menschen fahren mit dem ermäßigten Ticket, doppelt so viele wie im Jahr der Einführung.',
      '# Kosten',
      'Die Stadt gleicht dem Busbetrieb 23 Euro je Ticket und Monat aus, im laufenden Jahr voraussichtlich 252.000 Euro.',
    ],
    anlagen: [
      {
        titel: 'Verkaufte Tickets nach Monaten',
        zeilen: ['Januar: 788', 'April: 841', 'Juli: 897', 'Oktober: 914'],
      },
    ],
  },
  stadtteiltreff: {
    betreff: 'Stadtteiltreff Nord: Öffnungszeiten am Wochenende',
    az: '501610',
    weg: [{ in: 'sozialausschuss/2' }],
    text: [
      'Der Stadtteiltreff Nord öffnet seit dem Sommer versuchsweise auch samstags. Im Mittel kommen 35 Menschen, vor allem Familien.',
      'Der Förderverein bittet, den Versuch fortzusetzen, und sucht weitere Ehrenamtliche.',
    ],
  },
  mietschulden: {
    betreff: 'Übernahme von Mietschulden in einem Härtefall',
    az: '503620',
    weg: [{ in: 'sozialausschuss/2', nichtoeffentlich: true }],
    text: [
      'Der Ausschuss wird über einen Härtefall unterrichtet, in dem zur Sicherung der Wohnung Mietschulden als Darlehen übernommen wurden.',
      'Die Einzelheiten werden in der nichtöffentlichen Sitzung mündlich vorgetragen.',
    ],
  },
  winternothilfe: {
    betreff: 'Winternothilfe: Vorbereitung auf die kalten Monate',
    az: '503720',
    weg: [{ in: 'sozialausschuss/2' }, { in: 'jugendhilfeausschuss/2' }, { in: 'stadtrat/2' }],
    text: [
      '# Angebote',
      '- Wärmestube im Gemeindehaus, täglich von 9 bis 19 Uhr',
      '- zwölf zusätzliche Schlafplätze in der Turnhalle West',
      '- Kältebus an fünf Abenden in der Woche',
      '# Zusammenarbeit',
      'Rettungsdienst, Polizei und Wohlfahrtsverbände melden Menschen in Not an eine gemeinsame Nummer.',
    ],
  },
  sprachkurse: {
    betreff: 'Sprachkurse für Zugewanderte: freie Plätze und Wartelisten',
    az: '503140',
    weg: [{ in: 'sozialausschuss/2' }],
    text: [
      'Fünf Träger bieten 38 Kurse an. 94 Menschen stehen auf einer Warteliste, weil am Abend Lehrkräfte und Kinderbetreuung fehlen.',
      'Die Volkshochschule richtet zum neuen Semester zwei Abendkurse mit Betreuung ein.',
    ],
  },
  barrierefreiheit: {
    betreff: 'Barrierefreie Haltestellen: Stand des Ausbaus aus sozialer Sicht',
    az: '501820',
    weg: [{ in: 'sozialausschuss/2' }],
    text: [
      'Von 86 Haltestellen sind 41 barrierefrei ausgebaut. Der Beirat für Menschen mit Behinderungen schlägt eine Reihenfolge für die nächsten zwölf vor.',
    ],
  },
} as const satisfies Record<string, Stadtvorlage>;
