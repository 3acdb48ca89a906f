import { AlignmentType, type IStylesOptions } from 'docx';
import type { Hausstil } from '../hausstil.ts';

/** Heading levels below the form's own two: the body's level n is written as Heading n + 2. */
export const koerperversatz = 2;

/** The paper's styles. docx is silent about unknown style ids; every id used elsewhere is defined or built in. */
export function stile(hausstil: Hausstil): IStylesOptions {
  const halbePunkte = hausstil.schriftgrad * 2;
  const ueberschrift = (size: number, before: number, after: number) => ({
    run: { font: hausstil.schrift, size, bold: true, color: hausstil.farben.ueberschrift },
    paragraph: { keepNext: true, spacing: { before, after } },
  });
  return {
    default: {
      document: {
        run: { font: hausstil.schrift, size: halbePunkte, language: { value: 'de-DE' } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      heading1: ueberschrift(36, 0, 160),
      heading2: ueberschrift(26, 280, 100),
      heading3: ueberschrift(halbePunkte + 2, 200, 80),
      heading4: ueberschrift(halbePunkte, 180, 60),
      heading5: ueberschrift(halbePunkte, 160, 60),
      heading6: ueberschrift(halbePunkte, 160, 60),
      hyperlink: { run: { color: hausstil.farben.verweis, underline: {} } },
    },
    paragraphStyles: [
      ...[7, 8].map((ebene) => ({
        id: `Heading${ebene}`,
        name: `heading ${ebene}`,
        basedOn: 'Heading6',
        next: 'Normal',
        paragraph: { outlineLevel: ebene - 1 },
      })),
      {
        id: 'Formularbeschriftung',
        name: 'Formularbeschriftung',
        basedOn: 'Normal',
        run: { size: 18, bold: true, color: hausstil.farben.ueberschrift },
        paragraph: { spacing: { before: 50, after: 50, line: 240 } },
      },
      {
        id: 'Formularwert',
        name: 'Formularwert',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 50, after: 50, line: 240 } },
      },
      // Bold by style: LibreOffice ignores the formatting of runs inside a text control.
      { id: 'FormularwertStark', name: 'Formularwert stark', basedOn: 'Formularwert', run: { bold: true } },
      {
        id: 'Tabellentext',
        name: 'Tabellentext',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 40, after: 40, line: 252 } },
      },
      {
        id: 'Listenpunkt',
        name: 'Listenpunkt',
        basedOn: 'Normal',
        paragraph: { spacing: { after: 60 } },
      },
      {
        id: 'Hilfe',
        name: 'Hilfe',
        basedOn: 'Normal',
        run: { size: 18, color: '444444' },
        paragraph: { spacing: { after: 60, line: 252 } },
      },
      {
        id: 'Tabellentrenner',
        name: 'Tabellentrenner',
        basedOn: 'Normal',
        run: { size: 2 },
        paragraph: { spacing: { before: 0, after: 0, line: 20 } },
      },
      {
        id: 'Kopfzeile',
        name: 'Kopfzeile',
        basedOn: 'Normal',
        run: { size: 18, color: '444444' },
        paragraph: { spacing: { after: 0, line: 240 } },
      },
      {
        id: 'Fusszeile',
        name: 'Fußzeile',
        basedOn: 'Normal',
        run: { size: 15, color: '444444' },
        paragraph: { spacing: { after: 0, line: 240 }, alignment: AlignmentType.LEFT },
      },
    ],
    characterStyles: [
      {
        id: 'Platzhaltertext',
        name: 'Platzhaltertext',
        basedOn: 'DefaultParagraphFont',
        run: { color: '595959' },
      },
    ],
  };
}
