import {
  type GespeichertesEreignis,
  type Kettenbefund,
  pruefeKette,
} from '../../../domain/ereignisse/kette.ts';

/** SHA-256 in hex, by the browser. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/**
 * Verifies a chain in this browser, with the same rules as the server but without trusting it: the hashes are
 * computed here from the stored bytes.
 */
export async function pruefeHier(ereignisse: readonly GespeichertesEreignis[]): Promise<Kettenbefund> {
  const hashes = new Map(
    await Promise.all(ereignisse.map(async ({ bytes }) => [bytes, await sha256(bytes)] as const)),
  );
  return pruefeKette(ereignisse, (text) => hashes.get(text) ?? '');
}
