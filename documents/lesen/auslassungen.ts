import { zitat } from './befunde.ts';
import { textVon } from './text.ts';
import type { Umgebung } from './umgebung.ts';
import { alle, type Knoten, rohtext } from './xml.ts';

/** Reports a footnote or endnote, with its text. */
export function meldeFussnote(verweis: Knoten, teil: Knoten | null, name: string, umgebung: Umgebung): void {
  umgebung.budget.pruefeZeit();
  const id = verweis.attribute.get('w:id');
  const note = teil && alle(teil, name).find((k) => k.attribute.get('w:id') === id);
  umgebung.melde('FUSSNOTE', note ? `: ${zitat(textVon(note))}` : '');
}

/** Reports an image, text box, drawing or embedded object. */
export function meldeGrafik(knoten: Knoten, umgebung: Umgebung): void {
  const feldtext = alle(knoten, 'w:txbxContent').map(textVon).join(' ').trim();
  if (feldtext !== '') umgebung.melde('TEXTFELD', `: ${zitat(feldtext)}`);
  else if (knoten.name === 'w:object') umgebung.melde('OBJEKT');
  else if (knoten.name === 'w:pict' && alle(knoten, 'v:imagedata').length === 0)
    umgebung.melde('UNBEKANNTES', 'Zeichnung');
  else {
    const beschreibung = alle(knoten, 'wp:docPr')[0]?.attribute.get('descr') ?? '';
    umgebung.melde('BILD', beschreibung === '' ? '' : `: ${zitat(beschreibung)}`);
  }
}

/** Reports an equation. */
export function meldeFormel(knoten: Knoten, umgebung: Umgebung): void {
  umgebung.melde('FORMEL', `: ${zitat(alle(knoten, 'm:t').map(rohtext).join(''))}`);
}
