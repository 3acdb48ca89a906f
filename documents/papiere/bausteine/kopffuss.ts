import { BorderStyle, Footer, Header, PageNumber, TabStopType, TextRun } from 'docx';
import type { Schreibkontext } from './kontext.ts';
import { absatz } from './kontext.ts';
import { textlauf } from './laeufe.ts';
import { satzbreite } from './tabelle.ts';

const rechts = [{ type: TabStopType.RIGHT, position: satzbreite }];

/** Town on the left, what the paper is on the right, a line below. */
export function kopfzeile({ hausstil }: Schreibkontext, rechterText: string): Header {
  const anschrift = hausstil.anschrift.length > 0 ? ` · ${hausstil.anschrift.join(', ')}` : '';
  return new Header({
    children: [
      absatz(
        {
          style: 'Kopfzeile',
          tabStops: rechts,
          border: {
            bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: hausstil.farben.ueberschrift },
          },
        },
        [textlauf({ text: hausstil.name, fett: true }), textlauf({ text: `${anschrift}\t${rechterText}` })],
      ),
    ],
  });
}

/** Lines of small print; the page count stands at the right of the first. */
export function fusszeile(zeilen: readonly string[]): Footer {
  return new Footer({
    children: zeilen.map((zeile, i) =>
      absatz(
        { style: 'Fusszeile', tabStops: rechts },
        i > 0
          ? [textlauf({ text: zeile })]
          : [
              textlauf({ text: `${zeile}\t` }),
              new TextRun({ children: ['Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] }),
            ],
      ),
    ),
  });
}
