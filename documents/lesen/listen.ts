import type { Block } from '../modell/schema.ts';
import type { Listenebene } from './nummerierung.ts';
import type { Umgebung } from './umgebung.ts';
import type { Knoten } from './xml.ts';

/** The list a paragraph belongs to, or null. */
export function listenmitglied(pPr: Knoten | undefined, { stile, listen }: Umgebung) {
  const { liste: numId, ebene: roh } = stile.listenangabe(pPr);
  if (numId === undefined || numId === '0') return null;
  const liste = listen.liste(numId);
  if (!liste) return null;
  const ebene = Math.min(roh ?? 0, 8);
  return { numId, ebene, schluessel: liste.schluessel, definition: liste.ebene(ebene) };
}

type Listenpunkt = Extract<Block, { art: 'listenpunkt' }>;
export type Listenzaehler = {
  readonly punkt: (
    schluessel: string,
    ebene: number,
    definition: Listenebene,
  ) => Omit<Listenpunkt, 'art' | 'laeufe'>;
};

/** Numbers the draft's lists 0, 1, 2 ... and says how each level counts where it begins. */
export function createListenzaehler(): Listenzaehler {
  const listen = new Map<string, { nummer: number; ebenen: Set<number> }>();
  return {
    punkt: (schluessel, ebene, definition) => {
      const liste = listen.get(schluessel) ?? { nummer: listen.size, ebenen: new Set<number>() };
      listen.set(schluessel, liste);
      const nummeriert = definition.art === 'nummer';
      const erster = nummeriert && !liste.ebenen.has(ebene);
      liste.ebenen.add(ebene);
      const { beginn, format } = definition;
      const muster = definition.muster.slice(0, 40);
      return {
        ebene,
        nummeriert,
        liste: liste.nummer,
        ...(erster && beginn !== 1 ? { beginn } : {}),
        ...(erster && format !== 'dezimal' ? { format } : {}),
        ...(erster && muster !== `%${ebene + 1}.` ? { muster } : {}),
      };
    },
  };
}
