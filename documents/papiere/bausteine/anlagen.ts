import type { Paragraph } from 'docx';
import { absatz, type Schreibkontext } from './kontext.ts';
import { textlauf } from './laeufe.ts';
import { anlagenliste } from './listen.ts';
import { feld } from './steuerelement.ts';

/** The list of Anlagen: one dash per title; a nichtoeffentliche Anlage says so. */
export function anlagenabschnitt(
  kontext: Schreibkontext,
  anlagen: readonly { readonly titel: string; readonly oeffentlich: boolean }[],
): Paragraph[] {
  return anlagen.map(({ titel, oeffentlich }, i) =>
    absatz({ style: 'Listenpunkt', numbering: { reference: anlagenliste, level: 0 } }, [
      ...feld(kontext, {
        tag: `gw.anlage.${i + 1}.titel`,
        alias: `Anlage ${i + 1}: Titel`,
        wert: titel,
        platzhalter: '–',
        gesperrt: true,
      }),
      ...(oeffentlich
        ? []
        : [
            textlauf({ text: ' (' }),
            ...feld(kontext, {
              tag: `gw.anlage.${i + 1}.teil`,
              alias: `Anlage ${i + 1}: öffentlich oder nicht`,
              wert: 'nichtöffentlich',
              platzhalter: '–',
              gesperrt: true,
            }),
            textlauf({ text: ')' }),
          ]),
    ]),
  );
}
