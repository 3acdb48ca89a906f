import { ereignisSchema, type Sha256 } from './ereignis.ts';

/** An event as it lies in the record: its canonical bytes and their SHA-256. */
export interface GespeichertesEreignis {
  readonly bytes: string;
  readonly hash: string;
}

export interface Kettenbefund {
  readonly gueltig: boolean;
  readonly laenge: number;
  /** SHA-256 of the last good event; null for an empty chain. */
  readonly kopf: string | null;
  /** First break, in German, or null. */
  readonly fehler: string | null;
}

/**
 * Verifies a chain from its first event: numbers without gap, one aggregate, each hash that of the stored
 * bytes, each `vorgaenger` that of its predecessor. `anker`, if given, is a head published earlier that
 * must appear in the chain.
 */
export function pruefeKette(
  ereignisse: readonly GespeichertesEreignis[],
  sha256: Sha256,
  anker?: { readonly nr: number; readonly hash: string },
): Kettenbefund {
  let kopf: string | null = null;
  let ausweis: string | null = null;
  const ende = (laenge: number, fehler: string | null): Kettenbefund => ({
    gueltig: fehler === null,
    laenge,
    kopf,
    fehler,
  });
  for (const [i, gespeichert] of ereignisse.entries()) {
    const nr = i + 1;
    const hash = sha256(gespeichert.bytes);
    if (hash !== gespeichert.hash) return ende(i, `Ereignis ${nr}: Die Bytes passen nicht zur Prüfsumme.`);
    const gelesen = ereignisSchema.safeParse(alsJson(gespeichert.bytes));
    if (!gelesen.success) return ende(i, `Ereignis ${nr}: Die Form ist beschädigt.`);
    const ereignis = gelesen.data;
    if (ereignis.nr !== nr)
      return ende(i, `Ereignis ${nr}: Die Nummer ${ereignis.nr} ist nicht fortlaufend.`);
    if (ereignis.vorgaenger !== kopf)
      return ende(i, `Ereignis ${nr}: Der Verweis auf den Vorgänger stimmt nicht.`);
    const eigen = `${ereignis.koerperschaft}/${ereignis.aggregat}/${ereignis.id}`;
    if (ausweis !== null && ausweis !== eigen) return ende(i, `Ereignis ${nr}: Es gehört zu ${eigen}.`);
    if (anker?.nr === nr && anker.hash !== hash) return ende(i, `Ereignis ${nr}: Es weicht vom Anker ab.`);
    ausweis = eigen;
    kopf = hash;
  }
  if (anker && anker.nr > ereignisse.length) {
    return ende(ereignisse.length, `Der Anker nennt Ereignis ${anker.nr}, die Kette endet früher.`);
  }
  return ende(ereignisse.length, null);
}

function alsJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
