import { vorlagen } from '../../domain/aggregat.ts';
import type { Vorlagenstand } from '../../domain/vorlage/stand.ts';
import { type Ablaufstand, ablaufeintrag, ablaufstandSchema } from '../aws/akte/ablaufstand.ts';
import { type Akte, alle } from '../aws/akte/akte.ts';
import { ausgangseintrag, neuerAusgang } from '../aws/akte/ausgang.ts';
import { daten } from '../aws/akte/eintrag.ts';
import { lade } from '../aws/akte/laden.ts';
import { legeNeu, legeWenn, schreibeZusammen } from '../aws/akte/transaktion.ts';
import { meldeVerpasst } from './verpasst.ts';

/** An execution lives a year at most; before that a new one takes over from the record. */
const neueRundeNachTagen = 290;

/**
 * Daily sweep of the executions: one that grew old, or that is not running although its Vorlage waits
 * (stopped, timed out, lost with a restore), is replaced by a new round, which reads the record and goes on.
 * The same walk tells who can no longer make a Sitzung.
 * @param laeuft whether the execution of a round is running
 */
export async function erneuereRunden(
  akte: Akte,
  laeuft: (vorlage: string, runde: number) => Promise<boolean>,
  jetzt: Date,
): Promise<{ neueRunden: number; beendet: number; verpasst: number }> {
  const zuAlt = new Date(jetzt.getTime() - neueRundeNachTagen * 86_400_000).toISOString();
  let neueRunden = 0;
  let beendet = 0;
  let verpasst = 0;
  for (const eintrag of await alle(akte, { pk: akte.schluessel.ablaufstatus('laeuft'), index: 'gsi1' })) {
    const stand = ablaufstandSchema.parse(daten(eintrag));
    const vorlage = await lade(akte, vorlagen, stand.vorlage);
    if (!vorlage?.stand.halt) {
      const ohneIndex = ablaufeintrag(akte, stand, true);
      const lage = await schreibeZusammen(akte, [legeWenn(akte, ohneIndex, 'runde', stand.runde, 'runde')]);
      if (lage.geschrieben) beendet += 1;
      continue;
    }
    if (await meldeVerpasst(akte, vorlage.stand, jetzt.toISOString())) verpasst += 1;
    if (stand.gestartet < zuAlt || !(await laeuft(stand.vorlage, stand.runde))) {
      if (await beginneRunde(akte, stand, vorlage.stand, jetzt.toISOString())) neueRunden += 1;
    }
  }
  return { neueRunden, beendet, verpasst };
}

async function beginneRunde(
  akte: Akte,
  stand: Ablaufstand,
  vorlage: Vorlagenstand,
  jetzt: string,
): Promise<boolean> {
  const runde = stand.runde + 1;
  const inhalt = { vorlage: stand.vorlage, runde };
  const ausgang = neuerAusgang('start', `${stand.vorlage}#runde#${runde}`, inhalt, jetzt);
  // Wakes the old execution, which sees the newer round and ends.
  const alt = { vorlage: stand.vorlage, wartenummer: vorlage.halt?.wartenummer ?? 0, ereignis: vorlage.nr };
  const wecken = neuerAusgang('wecken', `${stand.vorlage}#runde#${runde}#wecken`, alt, jetzt);
  const lage = await schreibeZusammen(akte, [
    legeNeu(akte, ausgangseintrag(akte, wecken), 'wecken'),
    legeWenn(akte, ablaufeintrag(akte, { ...stand, runde, gestartet: jetzt }), 'runde', stand.runde, 'runde'),
    legeNeu(akte, ausgangseintrag(akte, ausgang), 'ausgang'),
  ]);
  return lage.geschrieben;
}
