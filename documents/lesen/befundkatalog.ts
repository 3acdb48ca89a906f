import type { Befund } from '../modell/schema.ts';

export type Eintrag = {
  readonly art: Befund['art'];
  /** The German sentence; `was` is the quoted or counted detail. */
  readonly satz: (was: string) => string;
  readonly abhilfe: string;
};

const neuSpeichern =
  'Bitte die Datei in Word oder LibreOffice öffnen und neu als Word-Dokument (.docx) speichern.';
const kuerzen = 'Bitte den Entwurf auf den Text beschränken und Umfangreiches als Anlage hochladen.';
const inhaltPruefen =
  'Bitte den Inhalt als gewöhnlichen Text einfügen oder als Anlage hochladen, wenn er gebraucht wird.';

/** Every finding the reader can make. Codes are stable: other programs and the handbook refer to them. */
export const katalog = {
  // The file as a whole.
  NICHT_ZU_OEFFNEN: {
    art: 'fehler',
    satz: () => 'Die Datei gibt es nicht, oder sie lässt sich nicht öffnen.',
    abhilfe: 'Bitte den Namen der Datei und die Zugriffsrechte prüfen.',
  },
  LEER: { art: 'fehler', satz: () => 'Die Datei ist leer.', abhilfe: 'Bitte die richtige Datei auswählen.' },
  ZU_GROSS: { art: 'fehler', satz: (was) => `Die Datei ist zu groß (${was}).`, abhilfe: kuerzen },
  KEIN_DOCX: {
    art: 'fehler',
    satz: () => 'Die Datei ist kein Word-Dokument (.docx).',
    abhilfe: neuSpeichern,
  },
  KENNWORT: {
    art: 'fehler',
    satz: () => 'Die Datei ist mit einem Kennwort geschützt.',
    abhilfe:
      'Bitte den Kennwortschutz in Word entfernen (Datei, Informationen, Dokument schützen) und neu speichern.',
  },
  ALTES_FORMAT: {
    art: 'fehler',
    satz: () => 'Die Datei hat das alte Word-Format (.doc).',
    abhilfe: neuSpeichern,
  },
  ODT: { art: 'fehler', satz: () => 'Die Datei ist ein LibreOffice-Dokument (.odt).', abhilfe: neuSpeichern },
  FALSCHER_TYP: {
    art: 'fehler',
    satz: (was) => `Die Datei ist ein Office-Dokument anderer Art (${was}).`,
    abhilfe: 'Bitte den Entwurf als Word-Dokument hochladen; anderes gehört zu den Anlagen.',
  },
  MAKROS: {
    art: 'fehler',
    satz: () => 'Die Datei enthält Makros.',
    abhilfe: 'Bitte in Word als „Word-Dokument (.docx)“ ohne Makros speichern.',
  },
  BESCHAEDIGT: { art: 'fehler', satz: (was) => `Die Datei ist beschädigt (${was}).`, abhilfe: neuSpeichern },
  VERSCHLUESSELTER_EINTRAG: {
    art: 'fehler',
    satz: () => 'Teile der Datei sind verschlüsselt.',
    abhilfe: neuSpeichern,
  },
  DOPPELTER_EINTRAG: {
    art: 'fehler',
    satz: (was) => `Die Datei enthält einen Teil zweimal (${was}).`,
    abhilfe: neuSpeichern,
  },
  UNERLAUBTER_PFAD: {
    art: 'fehler',
    satz: () => 'Die Datei enthält Teile mit unzulässigen Namen.',
    abhilfe: neuSpeichern,
  },
  ZU_VIELE_TEILE: {
    art: 'fehler',
    satz: (was) => `Die Datei besteht aus zu vielen Teilen (${was}).`,
    abhilfe: kuerzen,
  },
  TEIL_ZU_GROSS: {
    art: 'fehler',
    satz: (was) => `Ein Teil der Datei ist zu groß (${was}).`,
    abhilfe: kuerzen,
  },
  GESAMT_ZU_GROSS: { art: 'fehler', satz: () => 'Die Datei ist entpackt zu groß.', abhilfe: kuerzen },
  VERDAECHTIG_VERDICHTET: {
    art: 'fehler',
    satz: (was) => `Ein Teil der Datei ist auffällig stark verdichtet (${was}).`,
    abhilfe: neuSpeichern,
  },
  TEIL_FEHLT: { art: 'fehler', satz: (was) => `Der Datei fehlt ein Teil (${was}).`, abhilfe: neuSpeichern },
  XML_FEHLERHAFT: {
    art: 'fehler',
    satz: (was) => `Die Datei ist innen fehlerhaft (${was}).`,
    abhilfe: neuSpeichern,
  },
  XML_DOCTYPE: {
    art: 'fehler',
    satz: (was) => `Die Datei enthält eine unzulässige Dokumenttyp-Angabe (${was}).`,
    abhilfe: neuSpeichern,
  },
  KEIN_UTF8: {
    art: 'fehler',
    satz: (was) => `Die Datei enthält Text in einer unzulässigen Kodierung (${was}).`,
    abhilfe: neuSpeichern,
  },
  ZU_TIEF: { art: 'fehler', satz: () => 'Die Datei ist zu tief verschachtelt.', abhilfe: kuerzen },
  ZU_VIELE_ELEMENTE: {
    art: 'fehler',
    satz: () => 'Die Datei enthält zu viele Bestandteile.',
    abhilfe: kuerzen,
  },
  ZEIT_UEBERSCHRITTEN: {
    art: 'fehler',
    satz: () => 'Das Lesen der Datei dauert zu lange.',
    abhilfe: kuerzen,
  },
  UNLESBAR: {
    art: 'fehler',
    satz: () => 'Die Datei konnte nicht gelesen werden.',
    abhilfe: `${neuSpeichern} Hilft das nicht, bitte die Systembetreuung fragen.`,
  },
  FREMDES_PAPIER: {
    art: 'fehler',
    satz: () => 'Die Datei ist keine amtliche Unterrichtungsvorlage dieses Systems.',
    abhilfe: 'Bitte das Papier verwenden, das das System ausgegeben hat.',
  },
  KAESTCHEN_WIDERSPRUCH: {
    art: 'fehler',
    satz: (was) => `Ein Kästchen zeigt etwas anderes, als es gespeichert hat (${was}).`,
    abhilfe: 'Bitte das Papier verwenden, das das System ausgegeben hat.',
  },

  // The text.
  EINFUEGUNG_OFFEN: aenderung((was) => `Eine Einfügung ist noch nicht angenommen: ${was}.`),
  LOESCHUNG_OFFEN: aenderung((was) => `Eine Löschung ist noch nicht angenommen: ${was}.`),
  VERSCHIEBUNG_OFFEN: aenderung((was) => `Eine Verschiebung ist noch nicht angenommen: ${was}.`),
  FORMATAENDERUNG_OFFEN: aenderung(
    (was) => `Änderungen an Formatierung oder Aufbau sind noch nicht angenommen (${was}).`,
  ),
  WEITERE_AENDERUNGEN: aenderung((was) => `Es gibt ${was} weitere offene Änderungen.`),
  KOMMENTAR: {
    art: 'fehler',
    satz: (was) => `Die Datei enthält einen Kommentar: ${was}.`,
    abhilfe: 'Bitte die Kommentare erledigen und löschen.',
  },
  WEITERE_KOMMENTARE: {
    art: 'fehler',
    satz: (was) => `Es gibt ${was} weitere Kommentare.`,
    abhilfe: 'Bitte die Kommentare erledigen und löschen.',
  },
  VERBORGENER_TEXT: {
    art: 'fehler',
    satz: (was) => `Die Datei enthält verborgenen Text: ${was}.`,
    abhilfe: 'Bitte den verborgenen Text löschen oder sichtbar machen (Schriftart, „Ausgeblendet“).',
  },
  FREMDER_INHALT: {
    art: 'fehler',
    satz: () => 'Die Datei bindet den Text einer anderen Datei ein.',
    abhilfe: neuSpeichern,
  },
  TABELLE_ZU_BREIT: {
    art: 'fehler',
    satz: () => 'Eine Tabelle hat mehr als 63 Spalten.',
    abhilfe: 'Bitte die Tabelle teilen oder als Anlage hochladen.',
  },
  KEIN_TEXT: {
    art: 'fehler',
    satz: () => 'Der Entwurf enthält keinen Text der Unterrichtung.',
    abhilfe: 'Bitte den Text zwischen den Überschriften „Unterrichtung“ und „Anlagen“ schreiben.',
  },
  FELD_WIDERSPRUCH: {
    art: 'fehler',
    satz: (was) => `Der Entwurf nennt zwei verschiedene Angaben: ${was}.`,
    abhilfe: 'Bitte die falsche Angabe berichtigen oder löschen.',
  },
  BILD: { art: 'warnung', satz: (was) => `Ein Bild wird nicht übernommen${was}.`, abhilfe: inhaltPruefen },
  TEXTFELD: {
    art: 'warnung',
    satz: (was) => `Ein Textfeld wird nicht übernommen${was}.`,
    abhilfe: inhaltPruefen,
  },
  OBJEKT: {
    art: 'warnung',
    satz: () => 'Ein eingebettetes Objekt wird nicht übernommen.',
    abhilfe: inhaltPruefen,
  },
  FORMEL: {
    art: 'warnung',
    satz: (was) => `Eine Formel wird nicht übernommen${was}.`,
    abhilfe: inhaltPruefen,
  },
  FUSSNOTE: {
    art: 'warnung',
    satz: (was) => `Eine Fußnote wird nicht übernommen${was}.`,
    abhilfe: inhaltPruefen,
  },
  SYMBOL: {
    art: 'warnung',
    satz: (was) =>
      `Ein Sonderzeichen ist nur in seiner Schriftart lesbar und wird nicht übernommen (${was}).`,
    abhilfe: 'Bitte das Zeichen durch ein gewöhnliches ersetzen.',
  },
  VERWEIS: {
    art: 'warnung',
    satz: (was) => `Ein Verweis wird nur als Text übernommen (${was}).`,
    abhilfe: 'Erlaubt sind Verweise auf Webseiten (http, https) und E-Mail-Adressen.',
  },
  QUERVERWEIS: {
    art: 'hinweis',
    satz: () => 'Verweise auf Stellen im Entwurf selbst werden nur als Text übernommen.',
    abhilfe: 'Nichts zu tun.',
  },
  VERSCHACHTELTE_TABELLE: {
    art: 'warnung',
    satz: () => 'Eine Tabelle in einer Tabelle wird als Text übernommen.',
    abhilfe: 'Bitte die innere Tabelle auflösen, wenn es auf ihre Form ankommt.',
  },
  UNBEKANNTES: {
    art: 'warnung',
    satz: (was) => `Ein Bestandteil wird nicht übernommen (${was}).`,
    abhilfe: inhaltPruefen,
  },
  WEITERE_BEFUNDE: {
    art: 'hinweis',
    satz: (was) => `Das Gleiche kommt noch öfter vor (${was}).`,
    abhilfe: 'Bitte den ganzen Entwurf darauf durchsehen.',
  },
  BETREFF_FEHLT: {
    art: 'warnung',
    satz: () => 'Der Entwurf nennt keinen Betreff.',
    abhilfe: 'Bitte den Betreff im Entwurf oder beim Anlegen der Vorlage eintragen.',
  },
  DATUM_UNLESBAR: {
    art: 'hinweis',
    satz: (was) => `Das Datum im Entwurf ist nicht lesbar (${was}).`,
    abhilfe: 'Nichts zu tun: das Datum trägt das System bei der Einreichung ein.',
  },
  ALTE_NUMMER: {
    art: 'hinweis',
    satz: (was) => `Der Entwurf trägt schon eine Nummer (${was}); sie wird nicht verwendet.`,
    abhilfe: 'Nichts zu tun: die Nummer vergibt das System bei der Einreichung.',
  },
  ALTES_DATUM: {
    art: 'hinweis',
    satz: (was) => `Der Entwurf trägt schon ein Datum (${was}); es wird nicht verwendet.`,
    abhilfe: 'Nichts zu tun: das Datum trägt das System bei der Einreichung ein.',
  },
  LISTE_IN_TABELLE: {
    art: 'hinweis',
    satz: () => 'Eine Liste in einer Tabelle wird als Text mit ihren Zeichen übernommen.',
    abhilfe: 'Nichts zu tun, wenn es auf die Einrückung nicht ankommt.',
  },
  NUMMER_IN_UEBERSCHRIFT: {
    art: 'hinweis',
    satz: () => 'Die Nummern der Überschriften werden als fester Text übernommen.',
    abhilfe: 'Nichts zu tun.',
  },
  ZAEHLWEISE: {
    art: 'warnung',
    satz: (was) => `Eine Liste wird mit gewöhnlichen Ziffern gezählt (statt „${was}“).`,
    abhilfe: 'Bitte prüfen, ob der Text sich auf die Zählung bezieht.',
  },
} as const satisfies Record<string, Eintrag>;

function aenderung(satz: (was: string) => string): Eintrag {
  return { art: 'fehler', satz, abhilfe: 'Bitte die nachverfolgten Änderungen annehmen oder ablehnen.' };
}
