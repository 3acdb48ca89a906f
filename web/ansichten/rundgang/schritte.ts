/** One step of the tour: who does it, and where. The people are those of the invented town. */
export interface Schritt {
  readonly titel: string;
  readonly text: string;
  readonly person: string;
  readonly name: string;
  readonly ziel: string;
  readonly zielname: string;
}

export const schritte: readonly Schritt[] = [
  {
    titel: 'Das Sozialamt schreibt eine Vorlage',
    text: 'Jana Feldkamp legt eine Unterrichtungsvorlage an, wählt den Gremienweg und lädt ihr Word-Dokument hoch. Die Prüfung sagt sofort, was fehlt, und bis wann was geschehen muss.',
    person: 'feldkamp',
    name: 'Jana Feldkamp',
    ziel: '/neu',
    zielname: 'Zur neuen Vorlage',
  },
  {
    titel: 'Das Dezernat gibt frei',
    text: 'Almut Reinicke sieht, was auf sie wartet, liest und gibt frei oder gibt mit Begründung zurück. Mehrere auf einmal gehen auch.',
    person: 'reinicke',
    name: 'Almut Reinicke',
    ziel: '/',
    zielname: 'Zu ihren Aufgaben',
  },
  {
    titel: 'Das Amt meldet zur Sitzung an',
    text: 'Martin Ohlsen leitet das Sozialamt. Mit seiner Freigabe ist die Vorlage zur Sitzung angemeldet.',
    person: 'ohlsen',
    name: 'Martin Ohlsen',
    ziel: '/',
    zielname: 'Zu seinen Aufgaben',
  },
  {
    titel: 'Der Sitzungsdienst setzt die Tagesordnung und hält Ergebnisse fest',
    text: 'Ines Wolframm ordnet die Tagesordnung, hält in der Sitzung je Punkt das Ergebnis fest, auch ohne Netz, und gibt die Ergebnisse frei. Widersprüche zeigt das Formular mit Paragraf, bevor sie jemand anderes liest.',
    person: 'wolframm',
    name: 'Ines Wolframm',
    ziel: '/sitzungen',
    zielname: 'Zu den Sitzungen',
  },
  {
    titel: 'Das Dezernat erfährt es von selbst',
    text: 'Tilo Brandner im Büro des Dezernats muss niemanden fragen: Das Ergebnis steht in seinen Nachrichten, in der E-Mail und in der Vorlage, überall gleich.',
    person: 'brandner',
    name: 'Tilo Brandner',
    ziel: '/nachrichten',
    zielname: 'Zu seinen Nachrichten',
  },
  {
    titel: 'Die Revision prüft nach',
    text: 'Britta Sommerlad sieht jede Entscheidung in der Reihenfolge, in der sie fiel, und prüft, dass nachträglich nichts geändert wurde.',
    person: 'sommerlad',
    name: 'Britta Sommerlad',
    ziel: '/nachweis',
    zielname: 'Zum Nachweis',
  },
];
