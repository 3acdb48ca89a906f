import { ablagenamen, legeAblage, liesJson, raeumeAblage } from '../app/ablage.ts';
import { ich } from '../app/ich.ts';
import { ApiFehler } from './fehler.ts';
import type { Anfrage } from './versuch.ts';

/*
 * A request that is sent while its page is left has nobody to read the answer. It is kept until the answer
 * came; where none came, the next page sends it again with the same key: the server then tells how it ended.
 */
const vorsilbe = 'gw:abschied:';
/** Older ones are dropped, in ms: the server forgets keys, and what was meant then may not hold now. */
const hoechstalter = 12 * 3_600_000;

interface Abschied {
  readonly anfrage: Anfrage;
  readonly zeit: number;
}

const name = (schluessel = '') => `${vorsilbe}${ich.lies()?.person ?? '-'}:${schluessel}`;

/**
 * Keeps the request until it is answered, if it is one that outlives its page. Trouble of the server is no
 * answer: a gateway says 500 also where the function died after it had stored.
 */
export async function imAbschied<T>(anfrage: Anfrage, tue: () => Promise<T>): Promise<T> {
  if (!anfrage.ueberlebt) return tue();
  const merkname = name(anfrage.schluessel);
  legeAblage(merkname, JSON.stringify({ anfrage, zeit: Date.now() } satisfies Abschied));
  try {
    const antwort = await tue();
    raeumeAblage(merkname);
    return antwort;
  } catch (fehler) {
    if (fehler instanceof ApiFehler && fehler.status < 500) raeumeAblage(merkname);
    throw fehler;
  }
}

/** Takes what this person sent while leaving and nobody heard of; other people's stays. */
export function nimmAbschiede(): Anfrage[] {
  const anfragen: Anfrage[] = [];
  for (const merkname of ablagenamen(name())) {
    const abschied = liesJson<Abschied>(merkname);
    raeumeAblage(merkname);
    if (abschied && Date.now() - abschied.zeit < hoechstalter) anfragen.push(abschied.anfrage);
  }
  return anfragen;
}

/** Whoever logs out leaves nothing behind. */
export function vergissAbschiede(): void {
  for (const merkname of ablagenamen(vorsilbe)) raeumeAblage(merkname);
}
