import { liesGemerktes, merke, vergiss } from './gemerkt.ts';

interface Absicht {
  readonly inhalt: string;
  readonly schluessel: string;
}

/**
 * The idempotency key of an intention: as long as the same is meant (also after a reload) it stays the same,
 * so that a repetition changes nothing twice.
 */
export function absichtsschluessel(name: string, inhalt: unknown): string {
  const text = JSON.stringify(inhalt);
  const bekannt = liesGemerktes<Absicht>(`absicht:${name}`);
  if (bekannt?.inhalt === text) return bekannt.schluessel;
  const schluessel = crypto.randomUUID();
  merke(`absicht:${name}`, { inhalt: text, schluessel } satisfies Absicht);
  return schluessel;
}

/** It was carried out: what is meant next is something new. */
export function vergissAbsicht(name: string): void {
  vergiss(`absicht:${name}`);
}
