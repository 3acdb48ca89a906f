import type { GespeichertesEreignis, Kettenbefund } from '../../../domain/ereignisse/kette.ts';
import { pruefeKette } from '../../../domain/ereignisse/kette.ts';

/** GET /vorlagen/{id}/kette */
export interface Kettenantwort {
  readonly ereignisse: readonly GespeichertesEreignis[];
  readonly befund: Kettenbefund;
}

/** Recomputes every hash in this browser, so that the server's word is not taken for it. */
export async function rechneNach(ereignisse: readonly GespeichertesEreignis[]): Promise<Kettenbefund> {
  const hashes = new Map<string, string>();
  for (const { bytes } of ereignisse) hashes.set(bytes, await sha256(bytes));
  return pruefeKette(ereignisse, (text) => hashes.get(text) ?? '');
}

async function sha256(text: string): Promise<string> {
  const summe = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(summe), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** "Geprüft: 12 Einträge, unverändert" */
export function befundInWorten({ gueltig, laenge, fehler }: Kettenbefund): string {
  if (!gueltig) return `Nicht in Ordnung: ${fehler ?? 'Die Kette ist beschädigt.'}`;
  return `Geprüft: ${laenge === 1 ? 'ein Eintrag' : `${laenge} Einträge`}, unverändert`;
}
