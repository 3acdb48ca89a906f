import { Table, TableRow } from 'docx';
import { feldnameVon, type Kopffeld } from '../../formular/felder.ts';
import type { Kopffelder } from '../../modell/schema.ts';
import type { Schreibkontext } from './kontext.ts';
import { feld } from './steuerelement.ts';
import { spaltenbreiten, tabellenrahmen } from './tabelle.ts';
import { beschriftungszelle, wertzelle } from './zelle.ts';

export type Kopfangaben = {
  /** As printed; dates already German. */
  readonly werte: Kopffelder;
  /** In an official paper every control is locked, and an empty field shows a dash instead of an invitation. */
  readonly amtlich: boolean;
};

/** Printed bold once they are known. */
const stark: ReadonlySet<Kopffeld> = new Set(['nummer', 'betreff']);

/** The head table: Vorlage, Datum, Dezernat, Az., Verfasser, Betreff. */
export function kopftabelle(kontext: Schreibkontext, angaben: Kopfangaben): Table {
  const beschriftung = (name: Kopffeld) => beschriftungszelle(kontext, feldnameVon(name).beschriftung);
  const wert = (name: Kopffeld, columnSpan?: number) =>
    wertzelle(
      kopffeld(kontext, name, angaben),
      { columnSpan },
      stark.has(name) && angaben.werte[name] !== null,
    );
  const zeile = (...children: ReturnType<typeof wertzelle>[]) => new TableRow({ cantSplit: true, children });
  return new Table({
    ...tabellenrahmen(kontext.hausstil, spaltenbreiten([15, 45, 12, 28])),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [beschriftungszelle(kontext, 'Angaben zur Vorlage', { columnSpan: 4 })],
      }),
      zeile(beschriftung('nummer'), wert('nummer'), beschriftung('datum'), wert('datum')),
      zeile(beschriftung('dezernat'), wert('dezernat', 3)),
      zeile(beschriftung('verfasser'), wert('verfasser'), beschriftung('az'), wert('az')),
      zeile(beschriftung('betreff'), wert('betreff', 3)),
    ],
  });
}

function kopffeld(kontext: Schreibkontext, name: Kopffeld, { werte, amtlich }: Kopfangaben) {
  const { tag, alias, lesezeichen, platzhalter, gesperrt } = feldnameVon(name);
  return feld(kontext, {
    tag,
    alias,
    lesezeichen,
    wert: werte[name],
    platzhalter: amtlich ? '–' : platzhalter,
    gesperrt: amtlich || gesperrt,
  });
}
