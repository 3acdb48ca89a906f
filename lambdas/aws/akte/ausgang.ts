import * as z from 'zod';
import type { Akte } from './akte.ts';
import { daten, type Eintrag } from './eintrag.ts';

/**
 * Outgoing work as an item. offen: to be done now (the stream triggers it); wartet: failed, due again at
 * `faelligAb`; gescheitert: failed three times, a person decides; sammel: waits for the daily digest;
 * erledigt: done.
 */
export const ausgangSchema = z.object({
  schluessel: z.string(),
  zweck: z.enum(['start', 'wecken', 'benachrichtigen', 'mail', 'papier', 'suche']),
  status: z.enum(['offen', 'wartet', 'gescheitert', 'sammel', 'erledigt']),
  versuche: z.int().min(0),
  angelegt: z.string(),
  faelligAb: z.string(),
  fehler: z.string().nullable(),
  erledigtAm: z.string().nullable().default(null),
  daten: z.record(z.string(), z.unknown()),
});
export type Ausgang = z.infer<typeof ausgangSchema>;

/** After so many failed attempts a person is asked. */
export const hoechstversuche = 3;

export function ausgangseintrag(akte: Akte, a: Ausgang): Eintrag {
  const offen = a.status !== 'erledigt';
  return {
    ...akte.schluessel.ausgang(a.schluessel),
    kind: 'ausgang',
    zweck: a.zweck,
    status: a.status,
    versuche: a.versuche,
    schluessel: a.schluessel,
    angelegt: a.angelegt,
    faelligAb: a.faelligAb,
    fehler: a.fehler ?? undefined,
    erledigtAm: a.erledigtAm ?? undefined,
    daten: JSON.stringify(a.daten),
    gsi1pk: offen ? akte.schluessel.ausgangsstatus(a.status) : undefined,
    gsi1sk: offen ? `${a.faelligAb}#${a.schluessel}` : undefined,
  };
}

export function liesAusgang(eintrag: Eintrag): Ausgang {
  return ausgangSchema.parse({ ...eintrag, fehler: eintrag.fehler ?? null, daten: daten(eintrag) });
}

export function neuerAusgang(
  zweck: Ausgang['zweck'],
  schluessel: string,
  inhalt: Record<string, unknown>,
  jetzt: string,
  status: 'offen' | 'sammel' = 'offen',
): Ausgang {
  return {
    schluessel,
    zweck,
    status,
    versuche: 0,
    angelegt: jetzt,
    faelligAb: jetzt,
    fehler: null,
    erledigtAm: null,
    daten: inhalt,
  };
}
