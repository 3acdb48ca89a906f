import type { Ablehnung } from '../../domain/gemeinsam/antwort.ts';
import { fuehreAus } from '../aws/akte/befehl.ts';
import type { Schreibvorgang } from '../aws/akte/transaktion.ts';
import { ApiFehler } from './fehler.ts';
import type { Anfrage } from './route.ts';

/** What an operator's command writes beside the chains, and its answer. */
export interface Eingriff {
  readonly ok: true;
  readonly weitere: readonly Schreibvorgang[];
  readonly antwort: Record<string, unknown>;
}

/**
 * Runs a command of the Systembetreuung: no event, but idempotent like every other. A guard that fails
 * decides anew, on what is there by then.
 */
export async function greifeEin(
  anfrage: Anfrage<unknown, unknown>,
  befehl: string,
  entscheide: () => Promise<Eingriff | Ablehnung>,
): Promise<Record<string, unknown>> {
  const { person } = anfrage.akteur;
  const auftrag = {
    person,
    idempotenz: anfrage.idempotenz,
    anfrage: JSON.stringify([befehl, anfrage.pfad, anfrage.koerper]),
    jetzt: anfrage.jetzt,
    gesehen: false,
  };
  const ausfuehrung = await fuehreAus(anfrage.dienste.akte, auftrag, async () => {
    const eingriff = await entscheide();
    return eingriff.ok ? { ...eingriff, schritte: [] } : eingriff;
  });
  if (!ausfuehrung.ok) throw new ApiFehler(ausfuehrung);
  return ausfuehrung.antwort;
}
