import { BorderStyle, FileChild, HeadingLevel, type Paragraph, type XmlComponent } from 'docx';
import * as z from 'zod';
import { deutschesDatum } from '../formular/datum.ts';
import { platzhalterAnlage, platzhalterKoerper } from '../formular/felder.ts';
import { musterkennung, papiereigenschaft } from '../formular/kaestchen.ts';
import { type Dokumentmodell, type Kopffelder, kopffelderSchema } from '../modell/schema.ts';
import { koerper } from './bausteine/koerper.ts';
import { absatz, createSchreibkontext, element, type Schreibkontext } from './bausteine/kontext.ts';
import { kopftabelle } from './bausteine/kopf.ts';
import { fusszeile, kopfzeile } from './bausteine/kopffuss.ts';
import { textlauf } from './bausteine/laeufe.ts';
import { anlagenliste, nummerierung } from './bausteine/listen.ts';
import { seite } from './bausteine/seite.ts';
import { feld, mitLesezeichen, platzhaltersteuerung } from './bausteine/steuerelement.ts';
import { hausstilSchema } from './hausstil.ts';
import { packe } from './packen.ts';

/** The template belongs to no moment; a fixed one keeps its bytes the same. */
const musterstand = '2026-01-01T00:00:00Z';

const vorbelegungSchema = z.strictObject({
  hausstil: hausstilSchema,
  /** What is known of the head; what is missing or null shows its invitation. */
  felder: kopffelderSchema.partial().default({}),
});
export type Vorbelegung = z.input<typeof vorbelegungSchema>;

/**
 * The clerk's template, filled with what is known. Fields carry tag, alias and bookmark; the body is found by its
 * place between two headings, because no editor keeps a control around several paragraphs.
 *
 * @throws ZodError if the input is not what the schema says.
 */
export async function renderVorlagenmuster(vorbelegung: Vorbelegung): Promise<Uint8Array> {
  const { hausstil, felder } = vorbelegungSchema.parse(vorbelegung);
  const kontext = createSchreibkontext(hausstil);
  return renderMuster(kontext, {
    felder: {
      nummer: null,
      datum: null,
      dezernat: null,
      verfasser: null,
      az: null,
      betreff: null,
      ...felder,
    },
    modell: { schemaVersion: 1, bloecke: [] },
    anlagen: [],
  });
}

export type Musterinhalt = {
  readonly felder: Kopffelder;
  readonly modell: Dokumentmodell;
  readonly anlagen: readonly string[];
};

/** The template with any content; an empty body or list shows its invitation. */
export async function renderMuster(kontext: Schreibkontext, inhalt: Musterinhalt): Promise<Uint8Array> {
  const { felder, modell, anlagen } = inhalt;
  const ueberschrift2 = (text: string, lesezeichen: string): Paragraph =>
    absatz({ heading: HeadingLevel.HEADING_2 }, mitLesezeichen(kontext, lesezeichen, [textlauf({ text })]));
  return packe(kontext, {
    titel: 'Unterrichtungsvorlage (Entwurf)',
    stand: musterstand,
    nummerierung: nummerierung(modell.bloecke),
    eigenschaften: { [papiereigenschaft.muster]: musterkennung },
    abschnitt: {
      properties: { page: seite },
      headers: { default: kopfzeile(kontext, 'Entwurf') },
      footers: { default: fusszeile(['Entwurf einer Unterrichtungsvorlage']) },
      children: [
        absatz({ heading: HeadingLevel.HEADING_1 }, [textlauf({ text: 'Unterrichtungsvorlage' })]),
        ...hilfe(kontext),
        kopftabelle(kontext, {
          amtlich: false,
          werte: { ...felder, datum: felder.datum && deutschesDatum(felder.datum) },
        }),
        ueberschrift2('Unterrichtung', 'gw_unterrichtung'),
        ...(modell.bloecke.length === 0
          ? [koerperplatzhalter(kontext)]
          : koerper(kontext, modell.bloecke, false)),
        ueberschrift2('Anlagen', 'gw_anlagen'),
        ...(anlagen.length === 0
          ? [anlagenplatzhalter(kontext)]
          : anlagen.map((titel) => anlage([textlauf({ text: titel })]))),
      ],
    },
  });
}

/** Stands before the head table, where nothing is read. */
function hilfe({ hausstil }: Schreibkontext): Paragraph[] {
  const saetze = [
    'Bitte die Felder der Tabelle ausfüllen und den Text unter „Unterrichtung“ schreiben oder einfügen. Überschriften, Listen und Tabellen bleiben erhalten.',
    'Unter „Anlagen“ je Anlage einen Listenpunkt anlegen. Nummer und Datum trägt das System bei der Einreichung ein.',
    'Vor dem Hochladen nachverfolgte Änderungen annehmen oder ablehnen und Kommentare löschen.',
  ];
  const rand = { style: BorderStyle.SINGLE, size: 24, space: 8, color: hausstil.farben.linie };
  return saetze.map((text, i) =>
    absatz(
      {
        style: 'Hilfe',
        border: { left: rand },
        spacing: i === saetze.length - 1 ? { after: 200 } : undefined,
      },
      [textlauf({ text })],
    ),
  );
}

/** A control around the whole paragraph that vanishes with the first letter, so that the body is never inside one. */
class Blocksteuerung extends FileChild {
  constructor(eigenschaften: XmlComponent, inhalt: Paragraph) {
    super('w:sdt');
    this.root.push(eigenschaften, element('w:sdtContent', {}, [inhalt]));
  }
}

function koerperplatzhalter(kontext: Schreibkontext): FileChild {
  return new Blocksteuerung(
    platzhaltersteuerung(kontext, { tag: 'gw.unterrichtung', alias: 'Text der Unterrichtung' }),
    absatz({}, [textlauf({ text: platzhalterKoerper, stil: 'Platzhaltertext' })]),
  );
}

function anlagenplatzhalter(kontext: Schreibkontext): Paragraph {
  return anlage(
    feld(kontext, {
      tag: 'gw.anlage',
      alias: 'Titel der Anlage',
      wert: null,
      platzhalter: platzhalterAnlage,
      gesperrt: false,
      fluechtig: true,
    }),
  );
}

function anlage(inhalt: readonly XmlComponent[]): Paragraph {
  return absatz({ style: 'Listenpunkt', numbering: { reference: anlagenliste, level: 0 } }, inhalt);
}
