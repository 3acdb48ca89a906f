import * as z from 'zod';
import type { Ablauf } from '../aws/ablauf.ts';
import { ablaufeintrag, ladeAblaufstand } from '../aws/akte/ablaufstand.ts';
import type { Akte } from '../aws/akte/akte.ts';
import type { Ausgang } from '../aws/akte/ausgang.ts';
import { lege, type Schreibvorgang } from '../aws/akte/transaktion.ts';
import type { Wartemarken } from '../aws/wartemarken.ts';

const startSchema = z.object({ vorlage: z.string(), runde: z.int() });
const weckenSchema = z.object({ vorlage: z.string(), wartenummer: z.int(), ereignis: z.int() });

/** Starts the execution of a round and notes it beside the Vorlage. */
export async function starte(
  akte: Akte,
  ablauf: Ablauf,
  ausgang: Ausgang,
): Promise<readonly Schreibvorgang[]> {
  const { vorlage, runde } = startSchema.parse(ausgang.daten);
  await ablauf.starte(vorlage, runde);
  const bisher = await ladeAblaufstand(akte, vorlage);
  if (bisher && bisher.runde >= runde) return [];
  const neu = {
    vorlage,
    runde,
    gestartet: ausgang.angelegt,
    haltNr: bisher?.haltNr ?? 0,
    angehalten: null,
    entscheid: null,
  };
  return [lege(akte, ablaufeintrag(akte, neu))];
}

/**
 * Wakes whoever waits under this number. No token yet: the waiting side reads the record after storing its
 * token and wakes itself. A spent token: already awake. Both are done, not failed.
 */
export async function wecke(
  marken: Wartemarken,
  ablauf: Ablauf,
  ausgang: Ausgang,
): Promise<readonly Schreibvorgang[]> {
  const { vorlage, wartenummer, ereignis } = weckenSchema.parse(ausgang.daten);
  const token = await marken.lies(vorlage, wartenummer);
  if (!token) return [];
  await ablauf.wecke(token, ereignis);
  await marken.entferne(vorlage, wartenummer, token);
  return [];
}
