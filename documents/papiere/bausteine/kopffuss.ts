import { BorderStyle, Footer, Header, PageNumber, TabStopType, TextRun } from 'docx';
import type { Schreibkontext } from './kontext.ts';
import { absatz } from './kontext.ts';
import { textlauf } from './laeufe.ts';
import { satzbreite } from './tabelle.ts';

const rechts = [{ type: TabStopType.RIGHT, position: satzbreite }];

/** Town on the left, what the paper is on the right, the address and a line below. */
export function kopfzeile({ hausstil }: Schreibkontext, rechterText: string): Header {
  const linie = { style: BorderStyle.SINGLE, size: 6, space: 4, color: hausstil.farben.ueberschrift };
  const zeilen = [
    [textlauf({ text: hausstil.name, fett: true }), textlauf({ text: `\t${rechterText}` })],
    ...(hausstil.anschrift.length > 0 ? [[textlauf({ text: hausstil.anschrift.join(' · ') })]] : []),
  ];
  return new Header({
    children: zeilen.map((inhalt, i) =>
      absatz(
        {
          style: 'Kopfzeile',
          tabStops: rechts,
          border: i === zeilen.length - 1 ? { bottom: linie } : undefined,
        },
        inhalt,
      ),
    ),
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
