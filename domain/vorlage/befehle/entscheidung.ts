import type { Ablehnung, Erfolg } from '../../gemeinsam/antwort.ts';
import type { NeuesVorlagenereignis } from '../ereignisse.ts';

/** What every command of a Vorlage decides: events to append, or a refusal. */
export type Entscheidung = Erfolg<{ readonly ereignisse: readonly NeuesVorlagenereignis[] }> | Ablehnung;

export function schreibe(...ereignisse: NeuesVorlagenereignis[]): Entscheidung {
  return { ok: true, ereignisse };
}
