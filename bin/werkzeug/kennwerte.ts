import { createHash } from 'node:crypto';

/** A UUID (version 4 in form) that follows from a text: the same for the same text. */
export function uuidAus(text: string): string {
  const h = createHash('sha256').update(text).digest('hex');
  const variante = ((Number.parseInt(h[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variante}${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
