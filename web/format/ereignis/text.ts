import type { Freitext } from '../../../domain/gemeinsam/freitext.ts';

/**
 * A free text of an event: the words where they came along, `[gelöscht]` where they were erased. The stored
 * bytes hold a hash in their place, and then there is nothing to say: null.
 */
export function wortlaut(text: Freitext | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const inhalt: unknown = text.freitext;
  if (inhalt === null) return '[gelöscht]';
  return typeof inhalt === 'string' ? inhalt : null;
}

/** " Begründung: …" with a space before it, or nothing. */
export function zusatz(name: string, text: Freitext | null | undefined): string {
  const worte = wortlaut(text);
  return worte === null ? '' : ` ${name}: „${worte}“`;
}

/** " „Betreff“" or nothing. */
export function zitat(text: Freitext | null | undefined): string {
  const worte = wortlaut(text);
  return worte === null ? '' : ` „${worte}“`;
}

/** "öffentlich" or "nichtöffentlich" */
export function teil(oeffentlich: boolean): string {
  return oeffentlich ? 'öffentlich' : 'nichtöffentlich';
}

/** "a", "a und b", "a, b und c" */
export function aufzaehlung(worte: readonly string[]): string {
  if (worte.length < 2) return worte[0] ?? '';
  return `${worte.slice(0, -1).join(', ')} und ${worte.at(-1)}`;
}
