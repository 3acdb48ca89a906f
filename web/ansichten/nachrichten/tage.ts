import type { Nachricht } from '../../../domain/nachrichten/nachricht.ts';
import { tageZwischen, tagVon, wochentag } from '../../format/datum.ts';

/** GET /nachrichten */
export interface Nachrichteneintrag extends Nachricht {
  readonly zeit: string;
  readonly zustellung: 'sofort' | 'sammel';
}

export interface Nachrichtentag {
  readonly tag: string;
  /** "Heute", "Gestern", "Mi., 22.04.2026" */
  readonly name: string;
  readonly eintraege: readonly Nachrichteneintrag[];
}

/** The entries by their day in Berlin, in the order in which they came. */
export function nachTagen(eintraege: readonly Nachrichteneintrag[], heute: string): Nachrichtentag[] {
  const tage = new Map<string, Nachrichteneintrag[]>();
  for (const e of eintraege) {
    const tag = tagVon(e.zeit);
    tage.set(tag, [...(tage.get(tag) ?? []), e]);
  }
  return [...tage].map(([tag, liste]) => ({ tag, name: tagesname(tag, heute), eintraege: liste }));
}

function tagesname(tag: string, heute: string): string {
  const abstand = tageZwischen(tag, heute);
  if (abstand === 0) return 'Heute';
  return abstand === 1 ? 'Gestern' : wochentag(tag);
}
