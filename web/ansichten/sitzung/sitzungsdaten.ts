import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { anmeldestand } from '../../anmeldung/tokens.ts';
import { NetzFehler } from '../../api/fehler.ts';
import { hole } from '../../api/klient.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import { merkeGremien } from '../../format/stelle.ts';
import { zugestellt } from '../../speicher/ausgang.ts';
import { frischeAuf, liesMitgenommen, type Mitgenommen } from '../../speicher/mitgenommen.ts';
import { gleich } from '../../speicher/postausgang.ts';
import type { Sitzungsdaten } from './typen.ts';

/** How often the agenda is read again while people record side by side, in ms. */
const takt = 10_000;

export interface Sitzungslage {
  readonly sitzung: Sitzungsdaten | null;
  /** What lies on this device, where the server cannot be asked. */
  readonly geraet: Mitgenommen | null;
  readonly fehler: unknown;
  readonly neu: () => void;
}

/** Without a login no request is sent: it would wait for one. */
const ohneServer = () => ['offline', 'abgelaufen'].includes(anmeldestand.lies()) || !navigator.onLine;

/**
 * The Sitzung, from the server or from this device. `laufend`: read again every ten seconds while the page
 * is seen; in any case after each delivery of the outbox.
 */
export function nutzeSitzung(id: string, laufend: boolean): Sitzungslage {
  const [stand, setze] = useState<Omit<Sitzungslage, 'neu'>>({ sitzung: null, geraet: null, fehler: null });
  const anmeldung = nutzeSpeicher(anmeldestand);
  const lieferungen = nutzeSpeicher(zugestellt);
  const fragt = useRef(false);

  const lade = useCallback(async () => {
    if (fragt.current) return;
    fragt.current = true;
    try {
      if (ohneServer()) {
        const geraet = await liesMitgenommen(id);
        if (!geraet) throw new NetzFehler();
        merkeGremien(geraet.gremien);
        return setze({ sitzung: geraet.sitzung, geraet, fehler: null });
      }
      const sitzung = await hole<Sitzungsdaten>(`/sitzungen/${id}`);
      // The same agenda stays the same object: nothing on the screen is drawn anew every ten seconds.
      setze((s) =>
        !s.geraet && !s.fehler && gleich(s.sitzung, sitzung) ? s : { sitzung, geraet: null, fehler: null },
      );
      await frischeAuf(id, { sitzung });
    } catch (fehler) {
      const geraet = fehler instanceof NetzFehler ? await liesMitgenommen(id).catch(() => null) : null;
      if (geraet) {
        merkeGremien(geraet.gremien);
        return setze({ sitzung: geraet.sitzung, geraet, fehler: null });
      }
      // What is on the screen stays usable; the line above says that the network is away.
      setze((s) => (s.sitzung && fehler instanceof NetzFehler ? s : { ...s, fehler }));
    } finally {
      fragt.current = false;
    }
  }, [id]);

  useEffect(() => void lade(), [lade, anmeldung, lieferungen]);
  useEffect(() => {
    const wieder = () => document.visibilityState === 'visible' && void lade();
    document.addEventListener('visibilitychange', wieder);
    addEventListener('online', wieder);
    const uhr = laufend ? setInterval(wieder, takt) : undefined;
    return () => {
      clearInterval(uhr);
      removeEventListener('online', wieder);
      document.removeEventListener('visibilitychange', wieder);
    };
  }, [lade, laufend]);

  return { ...stand, neu: lade };
}
