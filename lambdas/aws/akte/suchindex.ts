import { randomInt } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import * as z from 'zod';
import { vorlagen } from '../../../domain/aggregat.ts';
import { wortende } from '../../../domain/suche/suchanfrage.ts';
import { type Suchindex, suchindex, suchindexSchema } from '../../../domain/suche/suchindex.ts';
import { type Akte, hole, type Ort } from './akte.ts';
import { daten, type Eintrag } from './eintrag.ts';
import { lade } from './laden.ts';
import { entferne, lege, legeNeu, legeWenn, type Schreibvorgang, schreibeZusammen } from './transaktion.ts';

/**
 * What the index may hold of a Vorlage, and whether that is all written. `lauf` counts the transactions: each
 * one finds the number that it read, so that of two writers the one who read earlier stops.
 */
const suchstandSchema = z.object({ geschrieben: z.array(suchindexSchema), fertig: z.boolean() });

/** A transaction takes 100 items; one is the Suchstand. A usual Vorlage needs one, of 40 words in nine Gremien, ten. */
const stapelgroesse = 99;

const hoechstrunden = 8;

/**
 * Brings the index of a Vorlage to its state of now. May run twice, late and beside itself:
 *
 *   read Suchstand -> read state -> write rows, 99 at a time, each time with the Suchstand
 *     ^                               | somebody else wrote meanwhile
 *     +-------------------------------+
 *
 * The state is read after the Suchstand: whoever still finds the Suchstand as it was has read a state at
 * least as new as the one behind it. What is not finished says so, with every row that may be there.
 */
export async function schreibeSuchindex(akte: Akte, vorlage: string): Promise<void> {
  for (let runde = 1; runde <= hoechstrunden; runde++) {
    if (await versuche(akte, vorlage)) return;
    await warte(randomInt(5, 50 * runde));
  }
  throw new Error(`Der Suchindex der Vorlage ${vorlage} wird ständig von anderen geschrieben.`);
}

async function versuche(akte: Akte, vorlage: string): Promise<boolean> {
  const ort = akte.schluessel.suchstand(vorlage);
  const eintrag = await hole(akte, ort);
  const bisher = eintrag ? suchstandSchema.parse(daten(eintrag)) : { geschrieben: [], fertig: true };
  const geladen = await lade(akte, vorlagen, vorlage);
  if (!geladen) throw new Error(`Die Vorlage ${vorlage} gibt es nicht.`);
  const ziel = suchindex(geladen.stand);
  const alt = zeilen(akte, vorlage, geladen.stand.angelegtAm, bisher.geschrieben);
  const neu = zeilen(akte, vorlage, geladen.stand.angelegtAm, [ziel]);
  const aenderungen: Schreibvorgang[] = [
    ...fehlende(neu, bisher.fertig ? alt : new Map()).map((o) =>
      lege(akte, { ...o, kind: 'suche', vorlage }),
    ),
    ...fehlende(alt, neu).map((o) => entferne(akte, o)),
  ];
  let lauf = Number(eintrag?.lauf ?? 0);
  for (let ab = 0; ab < aenderungen.length; ab += stapelgroesse) {
    const fertig = ab + stapelgroesse >= aenderungen.length;
    const geschrieben = fertig ? [ziel] : [...bisher.geschrieben, ziel];
    const stand: Eintrag = {
      ...ort,
      kind: 'suchstand',
      lauf: lauf + 1,
      daten: JSON.stringify({ geschrieben, fertig }),
    };
    const wache = 'suchstand';
    const lage = await schreibeZusammen(akte, [
      lauf === 0 ? legeNeu(akte, stand, wache) : legeWenn(akte, stand, 'lauf', lauf, wache),
      ...aenderungen.slice(ab, ab + stapelgroesse),
    ]);
    if (!lage.geschrieben) return false;
    lauf += 1;
  }
  return true;
}

/** Rows by their key: the words in order, of one word the newest Vorlage first. */
function zeilen(
  akte: Akte,
  vorlage: string,
  angelegtAm: string,
  geschrieben: readonly Suchindex[],
): Map<string, Ort> {
  const orte = geschrieben.flatMap(({ woerter, kreise }) =>
    kreise.flatMap((kreis) =>
      woerter.map((wort) => ({
        pk: akte.schluessel.suche(kreis, wort),
        sk: `${wort}${wortende}${rueckwaerts(angelegtAm)}${wortende}${vorlage}`,
      })),
    ),
  );
  return new Map(orte.map((o) => [`${o.pk}\u0000${o.sk}`, o]));
}

function fehlende(hier: ReadonlyMap<string, Ort>, dort: ReadonlyMap<string, Ort>): Ort[] {
  return [...hier].filter(([schluessel]) => !dort.has(schluessel)).map(([, ort]) => ort);
}

/** Keys rise; what is newer must come first. Enough digits until the year 2286. */
function rueckwaerts(zeit: string): string {
  return String(9_999_999_999_999 - Date.parse(zeit)).padStart(13, '0');
}
