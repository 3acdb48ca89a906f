import { useState } from 'preact/hooks';
import { ApiFehler } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { nutzeDa } from '../../app/nutzeDa.ts';
import { nachFenster, schliesse, schwebende } from '../../app/rueckholen.ts';
import { absichtsschluessel, vergissAbsicht } from '../../speicher/absicht.ts';

/** A change that somebody means to make. */
export interface Tat {
  readonly methode: 'POST' | 'PUT';
  /** Below /vorlagen/{id}. */
  readonly pfad: string;
  readonly koerper: unknown;
  /** What happens, for the window in which it can be taken back. */
  readonly satz: string;
  /** What is said when it has happened. */
  readonly danach: string;
  /** What was typed; shown again when somebody else was faster. */
  readonly text: string;
}

/** Who was faster with what, as the server tells it. */
export interface Ueberholer {
  readonly art: string;
  readonly person: string;
  readonly zeit: string;
  readonly nr: number;
}

export interface Misserfolg {
  readonly fehler: unknown;
  /** Somebody changed it meanwhile; nothing was stored. */
  readonly ueberholt: boolean;
  readonly ueberholer: Ueberholer | null;
  readonly text: string;
}

export interface Handlung {
  readonly laeuft: boolean;
  readonly misserfolg: Misserfolg | null;
  /** True when it was carried out. */
  readonly tue: (tat: Tat) => Promise<boolean>;
}

const ueberholtCodes = new Set(['KONFLIKT', 'STATION_NICHT_OFFEN', 'FASSUNG_VERALTET', 'SCHON_BEENDET']);

/** Carries out changes of one Vorlage after the window, and loads it again where it has changed. */
export function nutzeHandlung(id: string, version: number, neu: () => void): Handlung {
  const [laeuft, setzeLaeuft] = useState(false);
  const [misserfolg, setze] = useState<Misserfolg | null>(null);
  const da = nutzeDa();
  const tue = async (tat: Tat): Promise<boolean> => {
    const { methode, pfad, koerper } = tat;
    const absicht = `vorlage:${id}${pfad}`;
    const schluessel = absichtsschluessel(absicht, [methode, version, koerper]);
    setze(null);
    setzeLaeuft(true);
    try {
      const getan = await nachFenster(tat.satz, (ueberlebt) =>
        sende(methode, `/vorlagen/${id}${pfad}`, { koerper, version, schluessel, ueberlebt }),
      );
      if (!getan) return false;
      vergissAbsicht(absicht);
      sage(tat.danach);
      neu();
      return true;
    } catch (fehler) {
      const ueberholt = fehler instanceof ApiFehler && ueberholtCodes.has(fehler.code);
      const ueberholer = ueberholt ? ((fehler.einzelheiten as Ueberholer | undefined) ?? null) : null;
      setze({ fehler, ueberholt, ueberholer, text: tat.text });
      // Said here in full; the bar is for those who have gone on to another screen.
      if (da.current) schliesseMeldung(tat.satz);
      if (ueberholt) neu();
      return false;
    } finally {
      setzeLaeuft(false);
    }
  };
  return { laeuft, misserfolg, tue };
}

function schliesseMeldung(satz: string): void {
  for (const s of schwebende.lies()) if (s.stand === 'gescheitert' && s.satz === satz) schliesse(s.nr);
}
