import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erzaehlbeginn, erzaehle } from '../stadt/erzaehle.ts';
import { baueOberflaeche } from '../werkzeug/oberflaeche.ts';
import { starteSystem, wurzel } from '../werkzeug/system.ts';

/** The evening of a Sitzung, on a day without holidays near: the same pictures at every run. */
export const abend = new Date('2026-10-06T17:00:00Z');

export interface Bilderstadt {
  readonly basis: string;
  beende(): Promise<void>;
}

/** A town of its own on free ports, whose clock stands on that evening. */
export async function starteBilderstadt(sage: (zeile: string) => void): Promise<Bilderstadt> {
  const ordner = mkdtempSync(join(tmpdir(), 'gremienweg-bilder-'));
  const raeumeWeg = () => rmSync(ordner, { recursive: true, force: true });
  try {
    const emulator = await starteSystem({
      dataDir: ordner,
      port: 0,
      hasty: true,
      clockMode: { frozenAt: erzaehlbeginn(abend) },
      oberflaeche: () => baueOberflaeche(wurzel),
      log: sage,
    });
    const beende = () => emulator.stop().finally(raeumeWeg);
    try {
      const { clock } = emulator;
      // The story ends by letting the clock run; for pictures it stays on that evening.
      const stehend = {
        ...clock,
        now: () => clock.now(),
        set: (zeit: number) => clock.set(Math.min(zeit, abend.getTime())),
        release: () => {},
      };
      await erzaehle({ ...emulator, clock: stehend }, abend, (fertig, von) =>
        sage(`Musterstadt: ${fertig} von ${von} Vorlagen`),
      );
    } catch (fehler) {
      await beende();
      throw fehler;
    }
    return { basis: emulator.urls.web, beende };
  } catch (fehler) {
    raeumeWeg();
    throw fehler;
  }
}
