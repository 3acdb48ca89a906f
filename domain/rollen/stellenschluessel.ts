import type { Stelle } from './stelle.ts';

/** Key of a Stelle in lists: `Dezernat:2`. */
export function stellenschluessel(stelle: Stelle): string {
  return `${stelle.rolle}:${stelle.bereich}`;
}
