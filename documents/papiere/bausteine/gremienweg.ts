import { BorderStyle, Table, type TableCell, TableRow, type XmlComponent } from 'docx';
import type { Formularsicht } from '../../../domain/ergebnis/schema.ts';
import { deutschesDatum } from '../../formular/datum.ts';
import {
  beratungstag,
  ergebniskaestchen,
  type Kaestchen,
  schlusskaestchen,
  type Zaehlfeld,
  zaehlfelder,
} from '../../formular/kaestchen.ts';
import type { Schreibkontext } from './kontext.ts';
import { textlauf } from './laeufe.ts';
import { feld, kaestchen } from './steuerelement.ts';
import { spaltenbreiten, tabellenrahmen } from './tabelle.ts';
import { beschriftungszelle, wertzelle } from './zelle.ts';

/** One Beratung as the form prints it. */
export type Beratungsblock = {
  readonly datum: string | null;
  readonly gremium: string;
  readonly top: string | null;
  readonly oeffentlich: boolean;
  /** Null: no outcome yet; every box is empty. */
  readonly formularsicht: Formularsicht | null;
  readonly vermerk: string | null;
};

/** The Gremienweg table: one block of rows per Beratung, kept on one page. */
export function gremienwegtabelle(kontext: Schreibkontext, beratungen: readonly Beratungsblock[]): Table {
  return new Table({
    ...tabellenrahmen(kontext.hausstil, spaltenbreiten([17, 31, 26, 26])),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: [
          beschriftungszelle(kontext, 'Sitzung am'),
          beschriftungszelle(kontext, 'Gremium'),
          beschriftungszelle(kontext, 'Ergebnis', { columnSpan: 2 }),
        ],
      }),
      ...beratungen.flatMap((beratung, i) => block(kontext, beratung, i + 1)),
    ],
  });
}

function block(kontext: Schreibkontext, beratung: Beratungsblock, nummer: number): TableRow[] {
  const schreibe = blockschreiber(kontext, beratung, nummer);
  const [erste, ...weitere] = ergebniskaestchen;
  // A stronger line shows where the next Beratung begins.
  const borders = {
    top: { style: BorderStyle.SINGLE, size: 12, color: kontext.hausstil.farben.ueberschrift },
  };
  const zeilen: TableCell[][] = [
    [
      wertzelle(schreibe.text('datum', 'Sitzung am', beratung.datum && deutschesDatum(beratung.datum)), {
        rowSpan: 4,
        borders,
      }),
      wertzelle(schreibe.text('gremium', 'Gremium', beratung.gremium), { rowSpan: 4, borders }),
      ...erste.map((name) => wertzelle(schreibe.kaestchen(name), { borders })),
    ],
    ...weitere.map((paar) => paar.map((name) => wertzelle(schreibe.kaestchen(name)))),
    zaehlfelder.map((name) => wertzelle(schreibe.anzahl(name))),
    [
      wertzelle([textlauf({ text: 'TOP ' }), ...schreibe.text('top', 'Tagesordnungspunkt', beratung.top)]),
      wertzelle(
        schreibe.text('teil', 'Teil der Sitzung', beratung.oeffentlich ? 'öffentlich' : 'nichtöffentlich'),
      ),
      wertzelle(
        schlusskaestchen.flatMap((name, i) => [
          ...(i > 0 ? [textlauf({ text: '\u2003' })] : []),
          ...schreibe.kaestchen(name),
        ]),
        { columnSpan: 2 },
      ),
    ],
    ...(beratung.vermerk === null
      ? []
      : [
          [
            beschriftungszelle(kontext, 'Vermerk'),
            wertzelle(schreibe.text('vermerk', 'Vermerk', beratung.vermerk), { columnSpan: 3 }),
          ],
        ]),
  ];
  return zeilen.map(
    (children, i) => new TableRow({ cantSplit: true, keepNext: i < zeilen.length - 1, children }),
  );
}

function blockschreiber(kontext: Schreibkontext, beratung: Beratungsblock, nummer: number) {
  const { beschriftungen } = kontext.hausstil;
  const benennung = (was: string, name: string) => ({
    tag: beratungstag(nummer, was),
    alias: `Beratung ${nummer}: ${name}`,
  });
  return {
    text: (was: string, name: string, wert: string | null): XmlComponent[] =>
      feld(kontext, { ...benennung(was, name), wert, platzhalter: '–', gesperrt: true }),
    kaestchen: (name: Kaestchen): XmlComponent[] => [
      kaestchen(kontext, {
        ...benennung(name, beschriftungen[name]),
        gesetzt: beratung.formularsicht?.[name] ?? false,
      }),
      textlauf({ text: `\u00a0${beschriftungen[name]}` }),
    ],
    anzahl: (name: Zaehlfeld): XmlComponent[] => {
      const zahl = beratung.formularsicht?.[name] ?? null;
      return [
        textlauf({ text: `${beschriftungen[name]}: ` }),
        // Not recorded prints as blank: a zero would be a statement.
        ...feld(kontext, {
          ...benennung(name, beschriftungen[name]),
          wert: zahl === null ? null : String(zahl),
          platzhalter: '\u2003',
          gesperrt: true,
        }),
      ];
    },
  };
}
