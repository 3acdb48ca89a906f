import { useEffect, useState } from 'preact/hooks';
import { plusTage } from '../../../domain/fristen/datum.ts';
import { hole } from '../../api/klient.ts';
import { heute } from '../../format/datum.ts';
import { merkeGremien } from '../../format/stelle.ts';
import type { Mitgenommen } from '../../speicher/mitgenommen.ts';
import type { Gremium, Sitzungsdaten, Sitzungszeile } from './typen.ts';

export interface Termine {
  readonly gremien: readonly Gremium[];
  /** Coming Sitzungen of all Gremien, by begin. */
  readonly kommende: readonly Sitzungszeile[];
}

/** How far ahead a next Sitzung is looked for, in days: what the calendar gives at once. */
const voraus = 365;

export async function ladeTermine(): Promise<Termine> {
  const bis = plusTage(heute(), voraus);
  const [{ eintraege: gremien }, { eintraege: kommende }] = await Promise.all([
    hole<{ eintraege: Gremium[] }>('/gremien'),
    hole<{ eintraege: Sitzungszeile[] }>(`/kalender?von=${heute()}&bis=${bis}`),
  ]);
  merkeGremien(gremien);
  return { gremien, kommende };
}

const keine: Termine = { gremien: [], kommende: [] };

/** Gremien and coming Sitzungen for "next Sitzung": from the server, or as they were taken along. */
export function nutzeTermine(sitzung: Sitzungsdaten | null, geraet: Mitgenommen | null): Termine {
  const [termine, setze] = useState<Termine>(keine);
  useEffect(() => {
    if (!sitzung || termine.gremien.length > 0) return;
    if (geraet) return setze({ gremien: geraet.gremien, kommende: geraet.kommende });
    let aktuell = true;
    // Without them the form still works with "Termin offen"; they come with the next reading.
    ladeTermine().then(
      (t) => aktuell && setze(t),
      () => undefined,
    );
    return () => {
      aktuell = false;
    };
  }, [sitzung, geraet, termine]);
  return termine;
}
