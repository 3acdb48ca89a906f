import { heute, tageZwischen } from './datum.ts';

export interface Fristangabe {
  readonly worte: string;
  readonly ton: 'neutral' | 'warning' | 'danger';
}

/** A deadline in words: "heute", "morgen", "in 5 Tagen", "seit 2 Tagen überfällig". */
export function fristInWorten(tag: string): Fristangabe {
  const tage = tageZwischen(heute(), tag);
  if (tage < -1) return { worte: `seit ${-tage} Tagen überfällig`, ton: 'danger' };
  if (tage === -1) return { worte: 'seit gestern überfällig', ton: 'danger' };
  if (tage === 0) return { worte: 'heute fällig', ton: 'warning' };
  if (tage === 1) return { worte: 'morgen fällig', ton: 'warning' };
  return { worte: `in ${tage} Tagen`, ton: 'neutral' };
}
