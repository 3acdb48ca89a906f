import type { Datenbank } from './datenbank.ts';
import { liesEintrag } from './eintraege.ts';
import { type Eintrag, istOffen } from './postausgang.ts';

/** Changes an entry: undefined = there is none; null = remove it. */
export type Wandlung = (e: Eintrag | undefined) => Eintrag | null;

export interface Lager {
  readonly alle: () => Promise<Eintrag[]>;
  /** Reads, changes and writes in one transaction: tabs and the delivery never overwrite each other. */
  readonly wandle: (id: string, wie: Wandlung) => Promise<Eintrag | null>;
}

/**
 * The outbox in IndexedDB. Where the device refuses to store (full, private window), the entry lives on in
 * this tab, is delivered from here, and `melde` says so; null: stored again.
 */
export function machLager(oeffne: () => Promise<Datenbank>, melde: (fehler: unknown) => void): Lager {
  const nurHier = new Map<string, Eintrag>();

  async function alle(): Promise<Eintrag[]> {
    const gespeichert = new Map<string, Eintrag>();
    try {
      for (const roh of await (await oeffne()).getAll('postausgang')) {
        const e = liesEintrag(roh);
        if (e) gespeichert.set(e.id, e);
      }
    } catch (fehler) {
      melde(fehler);
    }
    for (const [id, e] of nurHier) gespeichert.set(id, e);
    return [...gespeichert.values()].sort((a, b) => a.reihe - b.reihe);
  }

  async function wandle(id: string, wie: Wandlung): Promise<Eintrag | null> {
    let vorher = nurHier.get(id);
    try {
      const db = await oeffne();
      const tx = db.transaction('postausgang', 'readwrite');
      const roh = await tx.store.get(id);
      const gelesen = roh && liesEintrag(roh);
      // A later version of the application wrote it: not ours to overwrite.
      if (gelesen === null) throw new NeuereFassung();
      vorher ??= gelesen;
      const neu = wie(vorher);
      await Promise.all([neu ? tx.store.put(neu) : tx.store.delete(id), tx.done]);
      nurHier.delete(id);
      melde(null);
      return neu;
    } catch (fehler) {
      melde(fehler);
      const neu = wie(vorher);
      if (neu) nurHier.set(id, neu);
      else nurHier.delete(id);
      return neu;
    }
  }

  return { alle, wandle };
}

class NeuereFassung extends Error {
  override readonly name = 'NeuereFassung';
}

/** Removes what was delivered, of Sitzungen that do not stay on this device. */
export async function raeumeAuf(lager: Lager, bleibt: (sitzung: string) => boolean): Promise<void> {
  for (const e of await lager.alle()) {
    if (istOffen(e) || bleibt(e.sitzung)) continue;
    await lager.wandle(e.id, (jetzt) => (jetzt && istOffen(jetzt) ? jetzt : null));
  }
}
