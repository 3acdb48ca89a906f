import { BuilderElement, type IParagraphOptions, Paragraph, type XmlComponent } from 'docx';
import type { Hausstil } from '../hausstil.ts';

/** What the building blocks of one paper share. Made anew per paper, so that equal input gives equal bytes. */
export type Schreibkontext = {
  readonly hausstil: Hausstil;
  /** Next id of a control or bookmark, unique within the paper. */
  readonly kennung: () => number;
  /** Relationship id of a link target; registers it. */
  readonly verweisId: (ziel: string) => string;
  /** All link targets seen, target -> relationship id. */
  readonly verweise: ReadonlyMap<string, string>;
};

export function createSchreibkontext(hausstil: Hausstil): Schreibkontext {
  // Ids begin high enough to stay clear of those that docx gives to its own elements.
  let letzte = 1000;
  const verweise = new Map<string, string>();
  return {
    hausstil,
    kennung: () => ++letzte,
    verweisId: (ziel) => {
      const bekannt = verweise.get(ziel);
      if (bekannt) return bekannt;
      const id = `rIdVerweis${verweise.size + 1}`;
      verweise.set(ziel, id);
      return id;
    },
    verweise,
  };
}

/** An element that docx has no class for. */
export function element(
  name: string,
  attribute: Readonly<Record<string, string | number>> = {},
  kinder: readonly XmlComponent[] = [],
): BuilderElement {
  const attributes = Object.fromEntries(
    Object.entries(attribute).map(([key, value]) => [key, { key, value }]),
  );
  return new BuilderElement<Record<string, string | number>>({ name, attributes, children: kinder });
}

/**
 * A paragraph with any inline content. docx's own type of a paragraph's children leaves out its BuilderElement,
 * which is the only way to write a content control or a link with a predictable id.
 */
class Absatz extends Paragraph {
  constructor(angaben: IParagraphOptions, inhalt: readonly XmlComponent[]) {
    super(angaben);
    this.root.push(...inhalt);
  }
}

export function absatz(angaben: IParagraphOptions, inhalt: readonly XmlComponent[]): Paragraph {
  return new Absatz(angaben, inhalt);
}
