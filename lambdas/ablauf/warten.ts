import type { SFNClient } from '@aws-sdk/client-sfn';
import { vorlagen } from '../../domain/aggregat.ts';
import { wecke } from '../aws/ablauf.ts';
import { ladeAblaufstand } from '../aws/akte/ablaufstand.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { lade } from '../aws/akte/laden.ts';
import type { Wartemarken } from '../aws/wartemarken.ts';
import { warteanfrageSchema } from './nutzlast.ts';

/**
 * Stores the token of a wait, then looks whether the decision is already there, and signals at once if so.
 *
 *   decide:  write the decision ---------> read token -> signal
 *   wait:    store the token ----> read the record -> signal if decided
 *
 * Whichever runs later sees the other: no order of the two loses the signal.
 */
export async function warte(
  akte: Akte,
  marken: Wartemarken,
  ablauf: SFNClient,
  eingabe: unknown,
  jetzt: string,
): Promise<void> {
  const w = warteanfrageSchema.parse(eingabe);
  const angehalten = w.station === 'Angehalten';
  const wartenummer = angehalten ? -w.wartenummer : w.wartenummer;
  const marke = {
    vorlage: w.vorlageId,
    wartenummer,
    token: w.token,
    eingetreten: w.eingetreten,
    versuch: w.versuch,
  };
  if (!(await marken.lege(marke, jetzt))) return;
  const entschieden = angehalten
    ? await istEntschieden(akte, w.vorlageId, w.wartenummer)
    : await istWeiter(akte, w.vorlageId, w.wartenummer, w.runde);
  if (entschieden === null) return;
  await wecke(ablauf, w.token, entschieden);
  await marken.entferne(w.vorlageId, wartenummer, w.token);
}

/** Number of the last event if the Vorlage no longer waits under this number, else null. */
async function istWeiter(
  akte: Akte,
  vorlage: string,
  wartenummer: number,
  runde: number,
): Promise<number | null> {
  const geladen = await lade(akte, vorlagen, vorlage);
  const ablauf = await ladeAblaufstand(akte, vorlage);
  const nr = geladen?.stand.nr ?? 0;
  if (ablauf && ablauf.runde > runde) return nr;
  return geladen?.stand.halt?.wartenummer === wartenummer ? null : nr;
}

async function istEntschieden(akte: Akte, vorlage: string, haltNr: number): Promise<number | null> {
  const ablauf = await ladeAblaufstand(akte, vorlage);
  return ablauf && ablauf.haltNr === haltNr && ablauf.entscheid === null ? null : haltNr;
}
