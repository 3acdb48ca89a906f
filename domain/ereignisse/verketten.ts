import type { Aggregatart, Ereignis, NeuesEreignis, Sha256 } from './ereignis.ts';
import { kanonisch } from './kanonisch.ts';
import type { GespeichertesEreignis } from './kette.ts';

export interface Urheber {
  readonly person: string;
  readonly vertretungFuer: string | null;
}

export interface Kettenende {
  readonly koerperschaft: string;
  readonly aggregat: Aggregatart;
  readonly id: string;
  /** Number and hash of the last event; 0 and null for a new aggregate. */
  readonly nr: number;
  readonly kopf: string | null;
}

/** A text that was taken out of an event: to be stored in an erasable item under `ref`. */
export interface AusgelagerterText {
  readonly nr: number;
  readonly ref: string;
  readonly salz: string;
  readonly text: string;
}

export interface Verkettet extends GespeichertesEreignis {
  readonly ereignis: Ereignis;
  readonly texte: readonly AusgelagerterText[];
}

/**
 * Appends events to a chain. Free text leaves the chained bytes: in its place stands
 * `{freitext: {ref, hash}}` with hash = SHA-256(salt + text).
 * @param salz fresh salt for a text of event `nr` under `ref`, at least 128 bits
 */
export function verketten(
  ende: Kettenende,
  neue: readonly NeuesEreignis[],
  urheber: Urheber,
  zeit: string,
  salz: (nr: number, ref: string) => string,
  sha256: Sha256,
): Verkettet[] {
  const fertig: Verkettet[] = [];
  let vorgaenger = ende.kopf;
  let nr = ende.nr;
  for (const neu of neue) {
    nr += 1;
    const texte: AusgelagerterText[] = [];
    const daten = lagereAus(neu.daten, nr, texte, salz, sha256) as Record<string, unknown>;
    const ereignis: Ereignis = {
      schemaVersion: 1,
      koerperschaft: ende.koerperschaft,
      aggregat: ende.aggregat,
      id: ende.id,
      nr,
      art: neu.art,
      version: 1,
      zeit,
      person: urheber.person,
      vertretungFuer: urheber.vertretungFuer,
      vorgaenger,
      daten,
    };
    const bytes = kanonisch(ereignis);
    const hash = sha256(bytes);
    fertig.push({ bytes, hash, ereignis, texte });
    vorgaenger = hash;
  }
  return fertig;
}

function lagereAus(
  wert: unknown,
  nr: number,
  texte: AusgelagerterText[],
  salz: (nr: number, ref: string) => string,
  sha256: Sha256,
): unknown {
  if (Array.isArray(wert)) return wert.map((w) => lagereAus(w, nr, texte, salz, sha256));
  if (wert === null || typeof wert !== 'object') return wert;
  if ('freitext' in wert) {
    if (typeof wert.freitext !== 'string') return { freitext: null };
    const ref = `t${texte.length + 1}`;
    const koernung = salz(nr, ref);
    texte.push({ nr, ref, salz: koernung, text: wert.freitext });
    return { freitext: { ref, hash: sha256(koernung + wert.freitext) } };
  }
  return Object.fromEntries(
    Object.entries(wert)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => [k, lagereAus(v, nr, texte, salz, sha256)]),
  );
}

/** Puts the texts back in: the inverse of what `verketten` took out. A missing (erased) text becomes null. */
export function setzeTexteEin(daten: unknown, text: (ref: string) => string | null): unknown {
  if (Array.isArray(daten)) return daten.map((w) => setzeTexteEin(w, text));
  if (daten === null || typeof daten !== 'object') return daten;
  if ('freitext' in daten) {
    const marke = daten.freitext;
    const ref = marke !== null && typeof marke === 'object' && 'ref' in marke ? String(marke.ref) : null;
    return { freitext: ref === null ? null : text(ref) };
  }
  return Object.fromEntries(Object.entries(daten).map(([k, v]) => [k, setzeTexteEin(v, text)]));
}
