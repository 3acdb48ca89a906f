import { AlignmentType, type Paragraph, type Table } from 'docx';
import type { Block } from '../../modell/schema.ts';
import { absatz, type Schreibkontext } from './kontext.ts';
import { laeufe } from './laeufe.ts';
import { listenname } from './listen.ts';
import { koerperversatz } from './stile.ts';
import { koerpertabelle } from './tabelle.ts';

const ausrichtungen = {
  links: AlignmentType.LEFT,
  rechts: AlignmentType.RIGHT,
  zentriert: AlignmentType.CENTER,
  block: AlignmentType.BOTH,
} as const;

/**
 * The body of a paper, block by block. Lists need `nummerierung` of the same blocks in the document. `endetHier`:
 * nothing follows in the paper.
 */
export function koerper(
  kontext: Schreibkontext,
  bloecke: readonly Block[],
  endetHier: boolean,
): (Paragraph | Table)[] {
  return bloecke.flatMap((block, i) => {
    const geschrieben = schreibeBlock(kontext, block, bloecke[i - 1]?.art === 'tabelle');
    return block.art === 'tabelle' && trennerNoetig(bloecke[i + 1], endetHier)
      ? [geschrieben, tabellentrenner()]
      : [geschrieben];
  });
}

/** Above text that follows a table, in twips: tables have no space of their own below. */
const nachTabellen = { before: 160 };

function schreibeBlock(kontext: Schreibkontext, block: Block, nachTabelle: boolean): Paragraph | Table {
  const spacing = nachTabelle ? nachTabellen : undefined;
  switch (block.art) {
    case 'absatz':
      return absatz(
        { alignment: block.ausrichtung && ausrichtungen[block.ausrichtung], spacing },
        laeufe(kontext, block.laeufe),
      );
    case 'ueberschrift':
      return absatz({ style: `Heading${block.ebene + koerperversatz}` }, laeufe(kontext, block.laeufe));
    case 'listenpunkt':
      return absatz(
        {
          style: 'Listenpunkt',
          numbering: { reference: listenname(block.liste), level: block.ebene },
          spacing,
        },
        laeufe(kontext, block.laeufe),
      );
    case 'tabelle':
      return koerpertabelle(kontext, block);
  }
}

/** Word joins tables that touch, and adds a paragraph of its own after one that ends a document. */
function trennerNoetig(naechster: Block | undefined, endetHier: boolean): boolean {
  return naechster === undefined ? endetHier : naechster.art === 'tabelle';
}

function tabellentrenner(): Paragraph {
  return absatz({ style: 'Tabellentrenner' }, []);
}
