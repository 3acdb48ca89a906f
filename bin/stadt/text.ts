import type { Dokumentmodell } from '../../documents/modell/schema.ts';

type Block = Dokumentmodell['bloecke'][number];

/** One line of a draft: `# ` a heading, `- ` an item of a list, anything else a paragraph. */
function block(zeile: string): Block {
  if (zeile.startsWith('# ')) return { art: 'ueberschrift', ebene: 2, laeufe: [{ text: zeile.slice(2) }] };
  if (zeile.startsWith('- ')) {
    return { art: 'listenpunkt', ebene: 0, nummeriert: false, liste: 1, laeufe: [{ text: zeile.slice(2) }] };
  }
  return { art: 'absatz', laeufe: [{ text: zeile }] };
}

/** The document model of a draft written line by line. */
export function modellAus(zeilen: readonly string[]): Dokumentmodell {
  return { schemaVersion: 1, bloecke: zeilen.map(block) };
}
