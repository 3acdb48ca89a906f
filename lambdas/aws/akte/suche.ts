import * as z from 'zod';
import { vorlagen } from '../../../domain/aggregat.ts';
import { type Begriff, erfuellt, erstesWort, wortende } from '../../../domain/suche/suchanfrage.ts';
import { suchwoerter } from '../../../domain/suche/suchindex.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { type Akte, CursorFehler, seite, zaehle } from './akte.ts';
import { ladeStaende } from './laden.ts';

/** Rows read at once of each Lesekreis. */
const stapel = 50;
/** A small page does not fetch Vorlagen one by one. */
const mindestensGeladen = 20;
/** After so many Vorlagen looked at, the page ends, however many of them were hits. */
const hoechstensGeprueft = 200;
/** Conditions that are compared by their number of rows, and how far they are counted. */
const hoechstensVerglichen = 6;
const zaehlgrenze = 200;

/** Greater than every character: the end of all keys with one beginning. */
const letztes = '\u{10FFFF}';

export interface Suchfrage {
  readonly begriffe: readonly Begriff[];
  /** Whose index is read: nobody else's hits are even counted. */
  readonly kreise: readonly string[];
  readonly anzahl: number;
  readonly cursor?: string | undefined;
  /** May this person read it now? The index follows the record by a moment. */
  readonly sieht: (stand: Vorlagenstand) => boolean;
}

export interface Fund {
  readonly staende: Vorlagenstand[];
  /** Opaque; null when there is nothing more. A page may be short and still go on. */
  readonly cursor: string | null;
}

/**
 * One page of hits: exact words first, of one word the newest Vorlage first. The index of the condition with
 * the fewest rows leads; the others are checked on the state of each Vorlage, read consistently, and so is
 * the right to read it. Looks at some 200 states at most, whatever the size of the record.
 */
export async function finde(akte: Akte, frage: Suchfrage): Promise<Fund> {
  const { begriffe, kreise, anzahl, sieht } = frage;
  const beginn = frage.cursor === undefined ? null : ausCursor(frage.cursor, begriffe);
  const anfang = beginn ? beginn.anfang : await waehle(akte, kreise, begriffe);
  const staende: Vorlagenstand[] = [];
  let nach = beginn?.nach ?? null;
  let geprueft = 0;
  for (let ende = false; !ende; ) {
    const abschnitt = await lies(akte, kreise, anfang, nach);
    ende = abschnitt.ende;
    const je = Math.max(anzahl, mindestensGeladen);
    for (let ab = 0; ab < abschnitt.orte.length; ab += je) {
      const orte = abschnitt.orte.slice(ab, ab + je).map((sk) => ({ sk, ...zerlege(sk) }));
      const geladen = await ladeStaende(akte, vorlagen, [...new Set(orte.map((o) => o.vorlage))]);
      for (const [i, { sk, wort, vorlage }] of orte.entries()) {
        const stand = geladen.get(vorlage);
        if (stand && sieht(stand) && trifft(stand, begriffe, anfang, wort)) staende.push(stand);
        nach = sk;
        geprueft += 1;
        const alles = ende && ab + i + 1 >= abschnitt.orte.length;
        if (!alles && (staende.length >= anzahl || geprueft >= hoechstensGeprueft)) {
          return { staende, cursor: zuCursor({ anfang, nach }) };
        }
      }
    }
  }
  return { staende, cursor: null };
}

/** A Vorlage with several words of this beginning is a hit once, at the first of them. */
function trifft(stand: Vorlagenstand, begriffe: readonly Begriff[], anfang: string, wort: string): boolean {
  const woerter = suchwoerter(stand);
  return erstesWort(woerter, anfang) === wort && begriffe.every((b) => erfuellt(woerter, b));
}

/** The beginning whose index is read: of the condition with the fewest rows, else of the longest word. */
async function waehle(akte: Akte, kreise: readonly string[], begriffe: readonly Begriff[]): Promise<string> {
  const anfaenge = [...new Set(begriffe.map((b) => b.anfang))].sort((a, b) => b.length - a.length);
  const [laengster = wortende] = anfaenge;
  if (anfaenge.length <= 1) return laengster;
  const gezaehlt = await Promise.all(
    anfaenge.slice(0, hoechstensVerglichen).map(async (anfang) => {
      const bereich = { von: anfang, bis: `${anfang}${letztes}`, anzahl: zaehlgrenze };
      const je = await Promise.all(
        kreise.map((kreis) =>
          zaehle(akte, { pk: akte.schluessel.suche(kreis, ohneEnde(anfang)), ...bereich }),
        ),
      );
      const summe = je.reduce((s, k) => s + (k.weitere ? Number.POSITIVE_INFINITY : k.anzahl), 0);
      return { anfang, summe };
    }),
  );
  return gezaehlt.reduce((bester, b) => (b.summe < bester.summe ? b : bester)).anfang;
}

/** The next keys of all Lesekreise together, in order; a key that stands in several comes once. */
async function lies(
  akte: Akte,
  kreise: readonly string[],
  anfang: string,
  nach: string | null,
): Promise<{ orte: string[]; ende: boolean }> {
  // A key and a space after it is the next possible one: ids hold no space.
  const von = nach === null ? anfang : `${nach} `;
  const bis = `${anfang}${letztes}`;
  const seiten = await Promise.all(
    kreise.map((kreis) =>
      seite(akte, { pk: akte.schluessel.suche(kreis, ohneEnde(anfang)), von, bis, anzahl: stapel }),
    ),
  );
  // Behind the last row of a page that goes on, its Lesekreis may have rows that come before the others'.
  const grenzen = seiten.filter((s) => s.cursor !== null).map((s) => s.eintraege.at(-1)?.sk ?? von);
  const [grenze] = grenzen.sort(inTabellenfolge);
  const schluessel = new Set(seiten.flatMap((s) => s.eintraege.map((e) => e.sk)));
  const orte = [...schluessel].sort(inTabellenfolge);
  return {
    orte: grenze === undefined ? orte : orte.filter((sk) => inTabellenfolge(sk, grenze) <= 0),
    ende: grenze === undefined,
  };
}

/** DynamoDB orders text by its UTF-8 bytes. */
function inTabellenfolge(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function ohneEnde(anfang: string): string {
  return anfang.endsWith(wortende) ? anfang.slice(0, -1) : anfang;
}

function zerlege(sk: string): { wort: string; vorlage: string } {
  return { wort: sk.slice(0, sk.indexOf(wortende)), vorlage: sk.slice(sk.lastIndexOf(wortende) + 1) };
}

const markeSchema = z.strictObject({ anfang: z.string().max(130), nach: z.string().max(220) });
type Marke = z.infer<typeof markeSchema>;

function zuCursor(marke: Marke): string {
  return Buffer.from(JSON.stringify(marke)).toString('base64url');
}

/** A cursor goes on in the search it came from, and nowhere else. */
function ausCursor(cursor: string, begriffe: readonly Begriff[]): Marke {
  try {
    const marke = markeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (begriffe.some((b) => b.anfang === marke.anfang) && marke.nach.startsWith(marke.anfang)) return marke;
  } catch {
    // Told like a cursor of another search.
  }
  throw new CursorFehler('Die Seitenmarke gehört nicht zu dieser Suche. Bitte beginnen Sie von vorn.');
}
