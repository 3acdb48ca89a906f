import { pruefungsfrist, uploadlage } from '../../domain/upload/upload.ts';
import { type Akte, alle } from '../aws/akte/akte.ts';
import { type Ausgang, liesAusgang } from '../aws/akte/ausgang.ts';
import { vermerke } from '../aws/akte/ausgangsarbeit.ts';
import type { Eintrag } from '../aws/akte/eintrag.ts';
import { aendereUpload, liesUpload } from '../aws/akte/uploads.ts';

/** Work that lies open longer than this was missed by the stream: it is touched, which triggers it again. */
const verpasstNach = 2 * 60_000;

/** Touched in vain so often (every five minutes), work is given up. */
const hoechstensAngestossen = 12;

export interface Abgleichbericht {
  readonly wiederOffen: number;
  readonly angestossen: number;
  readonly abgelaufeneUploads: number;
}

/**
 * Reconciliation, every five minutes: failed work that is due again, open work that nobody took, uploads
 * whose verdict never came. Reads an index, so it sees what is a moment old; every write is conditional.
 */
export async function gleicheAb(akte: Akte, jetzt: Date): Promise<Abgleichbericht> {
  const nun = jetzt.toISOString();
  let wiederOffen = 0;
  for (const eintrag of await faellige(akte, 'wartet', nun)) {
    const ausgang = liesLesbaren(eintrag);
    if (ausgang && (await vermerke(akte, ausgang, { ...ausgang, status: 'offen', faelligAb: nun })))
      wiederOffen += 1;
  }
  let angestossen = 0;
  const alt = new Date(jetzt.getTime() - verpasstNach).toISOString();
  for (const eintrag of await faellige(akte, 'offen', alt)) {
    const ausgang = liesLesbaren(eintrag);
    if (ausgang && (await vermerke(akte, ausgang, nocheinmal(ausgang, nun)))) angestossen += 1;
  }
  return { wiederOffen, angestossen, abgelaufeneUploads: await beendeUploads(akte, jetzt) };
}

/** A function that dies over a piece of work never counts an attempt itself: after an hour a person is asked. */
function nocheinmal(ausgang: Ausgang, nun: string): Ausgang {
  const versuche = ausgang.versuche + 1;
  if (versuche < hoechstensAngestossen) return { ...ausgang, versuche, faelligAb: nun };
  const { zweck, schluessel } = ausgang;
  console.error(JSON.stringify({ ereignis: 'ausgang_gescheitert', zweck, schluessel, versuche }));
  return { ...ausgang, versuche, status: 'gescheitert', fehler: 'Die Arbeit brach ohne Meldung ab.' };
}

/** One damaged item must not keep the others waiting. */
function liesLesbaren(eintrag: Eintrag): Ausgang | null {
  try {
    return liesAusgang(eintrag);
  } catch (fehler) {
    console.error(
      JSON.stringify({ ereignis: 'ausgang_unlesbar', schluessel: eintrag.pk, fehler: String(fehler) }),
    );
    return null;
  }
}

function faellige(akte: Akte, status: string, bis: string) {
  return alle(akte, { pk: akte.schluessel.ausgangsstatus(status), bis: `${bis}~`, index: 'gsi1' });
}

async function beendeUploads(akte: Akte, jetzt: Date): Promise<number> {
  const grenze = new Date(jetzt.getTime() - pruefungsfrist).toISOString();
  const offene = await alle(akte, { pk: akte.schluessel.offeneUploads, bis: `${grenze}~`, index: 'gsi1' });
  let beendet = 0;
  for (const eintrag of offene) {
    const { upload } = liesUpload(eintrag);
    // An announced file that was never sent ends as well, so that it leaves the index.
    await aendereUpload(akte, upload.vorlage, upload.id, (u) => {
      const zustand = uploadlage(u).zustand;
      if (zustand !== 'wirdGeprueft' && zustand !== 'angekuendigt') return u;
      beendet += 1;
      return { ...u, abgelaufen: true };
    });
  }
  return beendet;
}
