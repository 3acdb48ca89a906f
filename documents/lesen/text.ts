import { type Knoten, kinderVon, rohtext } from './xml.ts';

/** Visible text below a node, for quoting; text boxes stand beside it, not in it. */
export function textVon(knoten: Knoten): string {
  return kinderVon(knoten)
    .map((k) => (k.name === 'w:t' ? rohtext(k) : k.name === 'w:txbxContent' ? '' : textVon(k)))
    .join('');
}

/** One line, single spaces, composed characters: what two sources are compared by. */
export function bereinigt(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
