import type { AusgeuebteStelle } from '../../domain/rollen/stelle.ts';
import { macheSpeicher } from './speicher.ts';

/** Who is logged in (GET /api/ich). */
export interface Ich {
  readonly person: string;
  readonly name: string;
  readonly stellen: readonly AusgeuebteStelle[];
  /** Names of those for whom one acts. */
  readonly namen?: Readonly<Record<string, string>>;
}

export const ich = macheSpeicher<Ich | null>(null);

/** Does the person hold one of these roles, for themselves or as substitute? */
export function hatRolle(wer: Ich | null, ...rollen: readonly AusgeuebteStelle['rolle'][]): boolean {
  return wer?.stellen.some((s) => rollen.includes(s.rolle)) ?? false;
}
