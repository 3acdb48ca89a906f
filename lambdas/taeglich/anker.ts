import { aggregatarten } from '../../domain/ereignisse/ereignis.ts';
import { zuLokal } from '../../domain/fristen/berlin.ts';
import { type Akte, alle } from '../aws/akte/akte.ts';
import { lege, schreibeZusammen } from '../aws/akte/transaktion.ts';
import type { Eimer } from '../aws/dateien.ts';

/**
 * Once a day all chain heads go into one object-locked file: whoever holds it can show that no chain was
 * rewritten before that day.
 */
export async function ankere(
  akte: Akte,
  papiere: Eimer,
  aufbewahrungTage: number,
  jetzt: Date,
): Promise<{ koepfe: number }> {
  const koepfe: { aggregat: string; id: string; nr: number; hash: string }[] = [];
  for (const art of aggregatarten) {
    for (const e of await alle(akte, { pk: akte.schluessel.koepfe(art), index: 'gsi2' })) {
      koepfe.push({ aggregat: art, id: String(e.gsi2sk), nr: Number(e.nr), hash: String(e.kopf) });
    }
  }
  const inhalt = {
    schemaVersion: 1,
    koerperschaft: akte.schluessel.koerperschaft,
    zeit: jetzt.toISOString(),
    koepfe,
  };
  const schluessel = `anker/${zuLokal(inhalt.zeit).datum}_${jetzt.getTime()}.json`;
  const ablage = await papiere.legeEinmal(
    schluessel,
    new TextEncoder().encode(`${JSON.stringify(inhalt, null, 1)}\n`),
    'application/json',
    new Date(jetzt.getTime() + aufbewahrungTage * 86_400_000),
  );
  await schreibeZusammen(akte, [
    lege(akte, {
      ...akte.schluessel.anker,
      kind: 'anker',
      daten: JSON.stringify({ ...ablage, zeit: inhalt.zeit }),
    }),
  ]);
  return { koepfe: koepfe.length };
}
