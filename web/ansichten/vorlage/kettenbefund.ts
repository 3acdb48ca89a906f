import type { GespeichertesEreignis, Kettenbefund } from '../../../domain/ereignisse/kette.ts';

/** GET /vorlagen/{id}/kette */
export interface Kettenantwort {
  readonly ereignisse: readonly GespeichertesEreignis[];
  readonly befund: Kettenbefund;
}

/** "Geprüft: 12 Einträge, unverändert" */
export function befundInWorten({ gueltig, laenge, fehler }: Kettenbefund): string {
  if (!gueltig) return `Nicht in Ordnung: ${fehler ?? 'Die Kette ist beschädigt.'}`;
  return `Geprüft: ${laenge === 1 ? 'ein Eintrag' : `${laenge} Einträge`}, unverändert`;
}
