import { createHash } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits, of UTF-8 text or bytes. */
export function sha256(inhalt: string | Uint8Array): string {
  return createHash('sha256').update(inhalt).digest('hex');
}
