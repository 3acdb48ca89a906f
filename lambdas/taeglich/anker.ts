import { vorlagen } from '../../domain/aggregat.ts';
import { aggregatarten } from '../../domain/ereignisse/ereignis.ts';
import { zuLokal } from '../../domain/fristen/berlin.ts';
import { ablaufeintrag, ablaufstandSchema } from '../aws/akte/ablaufstand.ts';
import { type Akte, alle } from '../aws/akte/akte.ts';
import { ausgangseintrag, neuerAusgang } from '../aws/akte/ausgang.ts';
import { daten } from '../aws/akte/eintrag.ts';
import { lade } from '../aws/akte/laden.ts';
import { lege, legeNeu, legeWenn, schreibeZusammen } from '../aws/akte/transaktion.ts';
import type { Eimer } from '../aws/dateien.ts';

/** An execution lives a year at most; before that a new one takes over from the record. */
const neueRundeNachTagen = 290;

/**
 * Once a day all chain heads go into one object-locked file: whoever holds it can show that no chain was
 * rewritten before that day. Also hands executions that grow old over to a new round.
 */
export async function ankere(
  akte: Akte,
  papiere: Eimer,
  aufbewahrungTage: number,
  jetzt: Date,
): Promise<{ koepfe: number; neueRunden: number }> {
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
  return { koepfe: koepfe.length, neueRunden: await erneuereRunden(akte, jetzt) };
}

async function erneuereRunden(akte: Akte, jetzt: Date): Promise<number> {
  const grenze = new Date(jetzt.getTime() - neueRundeNachTagen * 86_400_000).toISOString();
  const alte = await alle(akte, { pk: akte.schluessel.ablaufstatus('laeuft'), bis: grenze, index: 'gsi1' });
  let neu = 0;
  for (const eintrag of alte) {
    const stand = ablaufstandSchema.parse(daten(eintrag));
    const vorlage = await lade(akte, vorlagen, stand.vorlage);
    if (!vorlage?.stand.halt) {
      const ohneIndex = ablaufeintrag(akte, stand, true);
      await schreibeZusammen(akte, [legeWenn(akte, ohneIndex, 'runde', stand.runde, 'runde')]);
      continue;
    }
    const runde = stand.runde + 1;
    const nun = jetzt.toISOString();
    const ausgang = neuerAusgang(
      'start',
      `${stand.vorlage}#runde#${runde}`,
      { vorlage: stand.vorlage, runde },
      nun,
    );
    const lage = await schreibeZusammen(akte, [
      legeWenn(akte, ablaufeintrag(akte, { ...stand, runde, gestartet: nun }), 'runde', stand.runde, 'runde'),
      legeNeu(akte, ausgangseintrag(akte, ausgang), 'ausgang'),
    ]);
    if (lage.geschrieben) neu += 1;
  }
  return neu;
}
