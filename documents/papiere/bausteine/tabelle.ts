import {
  BorderStyle,
  type ITableOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Block } from '../../modell/schema.ts';
import type { Hausstil } from '../hausstil.ts';
import { absatz, type Schreibkontext } from './kontext.ts';
import { laeufe } from './laeufe.ts';

type Tabelle = Extract<Block, { art: 'tabelle' }>;

/** Width between the margins of the page, in twips (A4, 25 mm left and 20 mm right). */
export const satzbreite = 9354;

/** Widths of the grid columns as parts of the text width; they add up to it exactly. */
export function spaltenbreiten(anteile: readonly number[]): number[] {
  const summe = anteile.reduce((a, b) => a + b, 0);
  let bis = 0;
  let vergeben = 0;
  return anteile.map((anteil) => {
    bis += anteil;
    const breite = Math.round((satzbreite * bis) / summe) - vergeben;
    vergeben += breite;
    return breite;
  });
}

/** What every table of a paper has: full text width, fixed columns, thin lines in the town's colour. */
export function tabellenrahmen(
  hausstil: Hausstil,
  columnWidths: readonly number[],
): Pick<ITableOptions, 'width' | 'columnWidths' | 'layout' | 'borders' | 'margins' | 'tableLook'> {
  const linie = { style: BorderStyle.SINGLE, size: 4, color: hausstil.farben.linie };
  return {
    width: { size: satzbreite, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: linie,
      bottom: linie,
      left: linie,
      right: linie,
      insideHorizontal: linie,
      insideVertical: linie,
    },
    margins: { left: 100, right: 100 },
    tableLook: { firstRow: true, firstColumn: false, lastRow: false, lastColumn: false },
  };
}

/** A table of the body. */
export function koerpertabelle(kontext: Schreibkontext, tabelle: Tabelle): Table {
  const spalten = anzahlSpalten(tabelle);
  return new Table({
    ...tabellenrahmen(kontext.hausstil, spaltenbreiten(Array.from({ length: spalten }, () => 1))),
    rows: tabelle.zeilen.map(
      (zeile, i) =>
        new TableRow({
          tableHeader: i < tabelle.kopfzeilen ? true : undefined,
          cantSplit: true,
          children: zeile.map(
            (zelle) =>
              new TableCell({
                columnSpan: zelle.spalten,
                rowSpan: zelle.zeilen,
                shading: i < tabelle.kopfzeilen ? { fill: kontext.hausstil.farben.flaeche } : undefined,
                children: absaetze(kontext, zelle.absaetze),
              }),
          ),
        }),
    ),
  });
}

/** A cell needs a paragraph even when it says nothing (ISO/IEC 29500-1, 17.4.65). */
function absaetze(
  kontext: Schreibkontext,
  liste: Tabelle['zeilen'][number][number]['absaetze'],
): Paragraph[] {
  const inhalt = liste.length === 0 ? [[]] : liste;
  return inhalt.map((lauf) => absatz({ style: 'Tabellentext' }, laeufe(kontext, lauf)));
}

/** The widest row, counting cells that reach down from rows above. */
function anzahlSpalten(tabelle: Tabelle): number {
  const belegt: number[] = [];
  let breite = 1;
  for (const zeile of tabelle.zeilen) {
    let spalte = 0;
    for (const zelle of zeile) {
      while ((belegt[spalte] ?? 0) > 0) spalte++;
      for (let i = 0; i < (zelle.spalten ?? 1); i++) belegt[spalte++] = zelle.zeilen ?? 1;
    }
    while ((belegt[spalte] ?? 0) > 0) spalte++;
    breite = Math.max(breite, spalte);
    for (let i = 0; i < belegt.length; i++) belegt[i] = Math.max(0, (belegt[i] ?? 0) - 1);
  }
  return breite;
}
