import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import type { Block } from '../../modell/schema.ts';

type Listenpunkt = Extract<Block, { art: 'listenpunkt' }>;
type Ebene = INumberingOptions['config'][number]['levels'][number];

const formate = {
  dezimal: LevelFormat.DECIMAL,
  kleinbuchstaben: LevelFormat.LOWER_LETTER,
  grossbuchstaben: LevelFormat.UPPER_LETTER,
  roemischKlein: LevelFormat.LOWER_ROMAN,
  roemischGross: LevelFormat.UPPER_ROMAN,
} as const;

export const anlagenliste = 'gw-anlagen';

/** Name of a list of the body in the paper's numbering part. */
export function listenname(liste: number): string {
  return `gw-liste-${liste}`;
}

/** One numbering definition per list of the body (each counts for itself) and one for the Anlagen. */
export function nummerierung(bloecke: readonly Block[]): INumberingOptions {
  const listen = new Map<number, Listenpunkt[]>();
  for (const block of bloecke) {
    if (block.art !== 'listenpunkt') continue;
    listen.set(block.liste, [...(listen.get(block.liste) ?? []), block]);
  }
  return {
    config: [
      { reference: anlagenliste, levels: [ebene(0, undefined)] },
      ...[...listen].map(([liste, punkte]) => ({
        reference: listenname(liste),
        levels: Array.from({ length: 9 }, (_, i) => ebene(i, ersterPunkt(punkte, i))),
      })),
    ],
  };
}

/** The first item of a level says how the level counts. */
function ersterPunkt(punkte: readonly Listenpunkt[], ebene: number): Listenpunkt | undefined {
  return punkte.find((punkt) => punkt.ebene === ebene);
}

function ebene(level: number, punkt: Listenpunkt | undefined): Ebene {
  const style = { paragraph: { indent: { left: 360 + level * 360, hanging: 360 } } };
  if (!punkt?.nummeriert) {
    return { level, format: LevelFormat.BULLET, text: '–', alignment: AlignmentType.LEFT, style };
  }
  return {
    level,
    format: formate[punkt.format ?? 'dezimal'],
    text: punkt.muster ?? `%${level + 1}.`,
    start: punkt.beginn ?? 1,
    alignment: AlignmentType.LEFT,
    style,
  };
}
