import type { Pruefstand } from './pruefstand.ts';

type Befund = Pruefstand['befunde'][number];

export const pruefgruppen = [
  'Dateiformat',
  'Größe und Umfang',
  'Virenprüfung',
  'Formular',
  'Änderungen und Kommentare',
  'Inhalt',
] as const;
export type Gruppenname = (typeof pruefgruppen)[number];

/** Where a finding belongs; what is not named here is about the content. */
const gruppen: Readonly<Partial<Record<Gruppenname, readonly string[]>>> = {
  Dateiformat: [
    'NICHT_ZU_OEFFNEN',
    'LEER',
    'KEIN_DOCX',
    'KENNWORT',
    'ALTES_FORMAT',
    'ODT',
    'FALSCHER_TYP',
    'MAKROS',
    'BESCHAEDIGT',
    'VERSCHLUESSELTER_EINTRAG',
    'DOPPELTER_EINTRAG',
    'UNERLAUBTER_PFAD',
    'TEIL_FEHLT',
    'XML_FEHLERHAFT',
    'XML_DOCTYPE',
    'KEIN_UTF8',
    'UNLESBAR',
    'FREMDES_PAPIER',
    'ANLAGE_ART',
    'ANLAGE_INHALT',
  ],
  'Größe und Umfang': [
    'ZU_GROSS',
    'ZU_VIELE_TEILE',
    'TEIL_ZU_GROSS',
    'GESAMT_ZU_GROSS',
    'VERDAECHTIG_VERDICHTET',
    'ZU_TIEF',
    'ZU_VIELE_ELEMENTE',
    'ZEIT_UEBERSCHRITTEN',
  ],
  Formular: [
    'KEIN_TEXT',
    'FELD_WIDERSPRUCH',
    'BETREFF_FEHLT',
    'DATUM_UNLESBAR',
    'ALTE_NUMMER',
    'ALTES_DATUM',
    'KAESTCHEN_WIDERSPRUCH',
  ],
  'Änderungen und Kommentare': [
    'EINFUEGUNG_OFFEN',
    'LOESCHUNG_OFFEN',
    'VERSCHIEBUNG_OFFEN',
    'FORMATAENDERUNG_OFFEN',
    'WEITERE_AENDERUNGEN',
    'KOMMENTAR',
    'WEITERE_KOMMENTARE',
    'VERBORGENER_TEXT',
  ],
};

export function gruppeVon(code: string): Gruppenname {
  return pruefgruppen.find((name) => gruppen[name]?.includes(code)) ?? 'Inhalt';
}

export interface Pruefgruppe {
  readonly name: Gruppenname;
  readonly zustand: 'laeuft' | 'gut' | 'hinweis' | 'fehler' | 'ungeprueft' | 'entfaellt';
  readonly worte: string;
  readonly befunde: readonly Befund[];
}

/** Findings after which the reader looks no further. */
const ende: readonly Gruppenname[] = ['Dateiformat', 'Größe und Umfang'];

const anlagengruppen: readonly Gruppenname[] = ['Dateiformat', 'Größe und Umfang', 'Virenprüfung'];

/** Each check with what the server said of it: nothing is called checked before it was. */
export function gruppiere(stand: Pruefstand | null, zweck: 'entwurf' | 'anlage'): readonly Pruefgruppe[] {
  const namen = zweck === 'entwurf' ? pruefgruppen : anlagengruppen;
  const befunde = stand?.befunde ?? [];
  const abgebrochen = befunde.some((b) => b.art === 'fehler' && ende.includes(gruppeVon(b.code)));
  return namen.map((name): Pruefgruppe => {
    const eigene = befunde.filter((b) => gruppeVon(b.code) === name);
    if (name === 'Virenprüfung') return virenpruefung(stand);
    if (eigene.some((b) => b.art === 'fehler')) return gruppe(name, 'fehler', 'nicht in Ordnung', eigene);
    if (!stand || stand.inhalt === 'offen') return offen(name, stand);
    if (abgebrochen) return gruppe(name, 'ungeprueft', 'nicht geprüft');
    if (eigene.length === 0) return gruppe(name, 'gut', 'in Ordnung');
    return gruppe(name, 'hinweis', eigene.length === 1 ? 'ein Hinweis' : `${eigene.length} Hinweise`, eigene);
  });
}

function gruppe(
  name: Gruppenname,
  zustand: Pruefgruppe['zustand'],
  worte: string,
  befunde: readonly Befund[] = [],
): Pruefgruppe {
  return { name, zustand, worte, befunde };
}

function offen(name: Gruppenname, stand: Pruefstand | null): Pruefgruppe {
  return stand?.zustand === 'abgelehnt'
    ? gruppe(name, 'ungeprueft', 'nicht geprüft')
    : gruppe(name, 'laeuft', 'wird geprüft');
}

function virenpruefung(stand: Pruefstand | null): Pruefgruppe {
  const name = 'Virenprüfung';
  switch (stand?.verdikt) {
    case 'sauber':
      return gruppe(name, 'gut', 'nichts gefunden');
    case 'schadhaft':
      return gruppe(name, 'fehler', 'Schadsoftware gefunden');
    case 'nichtPruefbar':
    case 'fehlgeschlagen':
      return gruppe(name, 'fehler', 'nicht prüfbar');
    case 'entfaellt':
      return gruppe(name, 'entfaellt', 'hier nicht eingerichtet');
    default:
      return offen(name, stand);
  }
}
