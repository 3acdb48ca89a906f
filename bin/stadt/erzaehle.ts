import type { Emulator } from '../../local/start.ts';
import { Welt } from '../demo/welt.ts';
import { richteEin } from '../werkzeug/einrichten.ts';
import { logindaten } from '../werkzeug/system.ts';
import { geschichte } from './geschichte.ts';
import { kalender } from './kalender.ts';
import { saat } from './kennungen.ts';
import { Stadt, vorlagen } from './stadt.ts';
import { dauerklient } from './zugang.ts';

/** AWS takes signatures for a quarter of an hour; within less, people act while the system still works. */
const merklich = 12 * 60_000;

/** When the clock of a system has to stand for its town to be told. */
export function erzaehlbeginn(jetzt: Date): number {
  return Date.parse(kalender(jetzt.toISOString()).anfang);
}

/**
 * Tells the story of the town on a system whose clock stands: everything through the API as its people, each
 * act at its own time, and then lets the clock run.
 * @param jetzt the moment from which the story is counted back
 * @param fortschritt told how many of how many Vorlagen there are
 */
export async function erzaehle(
  emulator: Emulator,
  jetzt: Date,
  fortschritt: (fertig: number, von: number) => void,
): Promise<Stadt> {
  const { clock } = emulator;
  await richteEin(emulator);
  const { clientId } = logindaten(emulator);
  const basis = emulator.urls.web;
  const welt = new Welt({
    basis,
    clientId,
    saat,
    stellbareUhr: false,
    geduld: 0,
    anmeldung: (person) => dauerklient({ basis, clientId }, person, saat),
    sage: () => {},
  });
  const gesamt = Object.keys(vorlagen).length;
  fortschritt(0, gesamt);
  const stadt = new Stadt(welt, kalender(jetzt.toISOString()), (bisher) => fortschritt(bisher, gesamt));
  for (const schritt of geschichte(stadt)) {
    const zeit = Date.parse(schritt.zeit);
    // What belongs to the old time is finished in it, or its signatures would be too old.
    if (zeit - clock.now() > merklich) await emulator.settled();
    clock.set(zeit);
    await schritt.tu();
  }
  await emulator.settled();
  clock.set(Date.now());
  await emulator.settled();
  clock.release();
  return stadt;
}
