import type { Lager } from './lager.ts';
import {
  beginne,
  bestaetige,
  type Eintrag,
  type Sendung,
  type Serverstand,
  ueberholt,
  weiseAb,
} from './postausgang.ts';

/**
 * What came of sending: stored; or nobody knows (the answer was lost, the server is in trouble), or the login
 * has ended; or the server holds another version; or it refuses for good.
 */
export type Antwort =
  | { readonly art: 'gespeichert'; readonly version: number }
  | { readonly art: 'ungewiss' }
  | { readonly art: 'ohneAnmeldung' }
  | { readonly art: 'ueberholt'; readonly server: Serverstand }
  | { readonly art: 'abgelehnt'; readonly satz: string };

export type Leitung = (e: Eintrag, sendung: Sendung) => Promise<Antwort>;

export interface Zustellung {
  readonly lager: Lager;
  readonly leitung: Leitung;
  /** Only one tab delivers at a time. */
  readonly sperre: <T>(tue: () => Promise<T>) => Promise<T>;
  readonly neuerSchluessel: () => string;
  readonly jetzt: () => string;
  /** Whose entries: another person's wait for their own login. */
  readonly person: string;
  /** False while somebody still types in it. */
  readonly faellig: (id: string) => boolean;
}

export type Lage = 'fertig' | 'ungewiss' | 'ohneAnmeldung';

/**
 * Delivers what waits, in the order in which it was begun. A lost answer ends the round: the entry keeps its
 * key and is repeated first. A conflict or a refusal concerns one TOP; the others go on.
 */
export function stelleZu(z: Zustellung): Promise<Lage> {
  return z.sperre(async () => {
    for (const { id, person } of await z.lager.alle()) {
      if (person !== z.person) continue;
      const lage = await stelleEinenZu(z, id);
      if (lage !== 'fertig') return lage;
    }
    return 'fertig';
  });
}

/** Versions that move on under one entry, before the next one has its turn. */
const hoechstrunden = 5;

async function stelleEinenZu(z: Zustellung, id: string): Promise<Lage> {
  for (let runde = 0; runde < hoechstrunden; runde++) {
    // The key is stored before the request leaves: a reload in between repeats, and sends nothing twice.
    const schluessel = z.neuerSchluessel();
    const e = await z.lager.wandle(id, (alt) =>
      alt && z.faellig(id) ? beginne(alt, schluessel) : (alt ?? null),
    );
    if (e?.stand !== 'wartet' || !e.sendung || !z.faellig(id)) return 'fertig';
    const { sendung } = e;
    const antwort = await z.leitung(e, sendung);
    if (antwort.art === 'ungewiss' || antwort.art === 'ohneAnmeldung') return antwort.art;
    await z.lager.wandle(id, (alt) => (alt ? verbuche(alt, sendung.schluessel, antwort, z.jetzt()) : null));
  }
  return 'fertig';
}

function verbuche(
  e: Eintrag,
  schluessel: string,
  antwort: Exclude<Antwort, { art: 'ungewiss' | 'ohneAnmeldung' }>,
  jetzt: string,
): Eintrag {
  switch (antwort.art) {
    case 'gespeichert':
      return bestaetige(e, schluessel, antwort.version, jetzt);
    case 'ueberholt':
      return ueberholt(e, schluessel, antwort.server, jetzt);
    case 'abgelehnt':
      return weiseAb(e, schluessel, antwort.satz);
  }
}
