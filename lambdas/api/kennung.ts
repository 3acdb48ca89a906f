import { sha256 } from '../aws/pruefsumme.ts';

/**
 * Id of something new, derived from who asked and the idempotency key of the request: repeating the request
 * names the same thing, and nobody can guess it without the key (122 random bits).
 */
export function neueKennung(art: string, person: string, idempotenz: string | null): string {
  return `${art}${sha256(`${art}|${person}|${idempotenz}`).slice(0, 20)}`;
}
