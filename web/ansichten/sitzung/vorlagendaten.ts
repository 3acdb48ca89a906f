import { useEffect, useRef, useState } from 'preact/hooks';
import { NetzFehler } from '../../api/fehler.ts';
import { hole } from '../../api/klient.ts';
import { frischeAuf, type Mitgenommen } from '../../speicher/mitgenommen.ts';
import type { Sitzungsdaten, Vorlagenantwort } from './typen.ts';

export interface Vorlagenlage {
  readonly antworten: ReadonlyMap<string, Vorlagenantwort>;
  readonly fehler: ReadonlyMap<string, unknown>;
  readonly neu: () => void;
}

/**
 * The Vorlagen of an agenda: the one that is shown first, then the others ahead of time, so that the next TOP
 * is there at once; each again when the agenda names a newer version. Held by this screen only.
 */
export function nutzeVorlagen(
  sitzung: Sitzungsdaten,
  geraet: Mitgenommen | null,
  zuerst: string | null = null,
): Vorlagenlage {
  const [stand, setze] = useState<Omit<Vorlagenlage, 'neu'>>({ antworten: new Map(), fehler: new Map() });
  const [runde, setzeRunde] = useState(0);
  const antworten = useRef(new Map<string, Vorlagenantwort>());

  useEffect(() => {
    let aktuell = true;
    const fehler = new Map<string, unknown>();
    const zeige = () => aktuell && setze({ antworten: new Map(antworten.current), fehler });
    const lade = async () => {
      if (geraet) {
        for (const [id, antwort] of Object.entries(geraet.vorlagen)) {
          if ((antworten.current.get(id)?.version ?? 0) < antwort.version) antworten.current.set(id, antwort);
        }
        return zeige();
      }
      const reihe = [...sitzung.tops].sort(
        (a, b) => Number(b.vorlage === zuerst) - Number(a.vorlage === zuerst),
      );
      for (const { vorlage, version } of reihe) {
        if (!aktuell) return;
        if ((antworten.current.get(vorlage)?.version ?? 0) >= version) continue;
        try {
          const antwort = await hole<Vorlagenantwort>(`/vorlagen/${vorlage}`);
          antworten.current.set(vorlage, antwort);
          await frischeAuf(sitzung.id, { vorlage: antwort });
        } catch (f) {
          fehler.set(vorlage, f);
          if (f instanceof NetzFehler) return zeige();
        }
        zeige();
      }
    };
    void lade();
    return () => {
      aktuell = false;
    };
  }, [sitzung, geraet, zuerst, runde]);

  return { ...stand, neu: () => setzeRunde((r) => r + 1) };
}
