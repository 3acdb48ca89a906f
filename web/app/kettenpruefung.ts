import { type GespeichertesEreignis, type Kettenbefund, pruefeKette } from '../../domain/ereignisse/kette.ts';
import { sha256 } from './sha256.ts';

const utf8 = new TextEncoder();

/**
 * Verifies a chain in this browser, with the same rules as the server but without trusting it: the hashes are
 * computed here from the stored bytes.
 */
export async function pruefeHier(ereignisse: readonly GespeichertesEreignis[]): Promise<Kettenbefund> {
  const hashes = new Map(
    await Promise.all(
      ereignisse.map(async ({ bytes }) => [bytes, await sha256(utf8.encode(bytes))] as const),
    ),
  );
  return pruefeKette(ereignisse, (text) => hashes.get(text) ?? '');
}
