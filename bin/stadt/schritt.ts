import { zuInstant } from '../../domain/fristen/berlin.ts';
import type { Instant, LocalDate } from '../../domain/fristen/datum.ts';

/** One moment of the story: what people did then. */
export interface Schritt {
  readonly zeit: Instant;
  tu(): Promise<unknown>;
}

/** A moment of the story by local day and time. */
export function am(tag: LocalDate, uhrzeit: string, tu: () => Promise<unknown>): Schritt {
  return { zeit: zuInstant(tag, uhrzeit), tu };
}
