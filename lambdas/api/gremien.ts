import { gremien } from '../../domain/aggregat.ts';
import { type Ablehnung, lehneAb } from '../../domain/gemeinsam/antwort.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { lade } from '../aws/akte/laden.ts';

/** A Vorlage for a Gremium that nobody has set up would wait there for ever: refused by name. */
export async function unbekanntesGremium(
  akte: Akte,
  genannte: readonly (string | null | undefined)[],
): Promise<Ablehnung | null> {
  for (const id of new Set(genannte)) {
    if (id && !(await lade(akte, gremien, id))) {
      return lehneAb('GREMIUM_UNBEKANNT', `Das Gremium „${id}“ gibt es nicht.`);
    }
  }
  return null;
}
