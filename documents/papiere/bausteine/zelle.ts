import { type ITableCellOptions, TableCell, type XmlComponent } from 'docx';
import { absatz, type Schreibkontext } from './kontext.ts';
import { textlauf } from './laeufe.ts';

type Form = Pick<ITableCellOptions, 'columnSpan' | 'rowSpan' | 'borders'>;

/** A cell that names what stands beside or below it. */
export function beschriftungszelle(kontext: Schreibkontext, text: string, form: Form = {}): TableCell {
  return new TableCell({
    ...form,
    shading: { fill: kontext.hausstil.farben.flaeche },
    children: [absatz({ style: 'Formularbeschriftung' }, [textlauf({ text })])],
  });
}

/** A cell that holds what was filled in. */
export function wertzelle(inhalt: readonly XmlComponent[], form: Form = {}, stark = false): TableCell {
  const style = stark ? 'FormularwertStark' : 'Formularwert';
  return new TableCell({ ...form, children: [absatz({ style }, inhalt)] });
}
