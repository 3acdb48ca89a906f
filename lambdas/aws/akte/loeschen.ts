import type { Aggregat } from '../../../domain/aggregat.ts';
import type { NeuesEreignis } from '../../../domain/ereignisse/ereignis.ts';
import { type Ablehnung, lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import type { Akte } from './akte.ts';
import { ausgangseintrag, neuerAusgang } from './ausgang.ts';
import { lade, ladeVerlauf } from './laden.ts';
import { textSk } from './schluessel.ts';
import { listenunterschied, standeintrag } from './schritt.ts';
import { entferne, lege, legeWenn, schreibeZusammen } from './transaktion.ts';

/**
 * Erases the free text of one event (DSGVO Art. 17): its item goes, state, lists and search index are made
 * anew without it. The chain keeps only the salted hash, so it still verifies; the salt is gone with the text.
 */
export async function loescheTexte<S extends { nr: number }, E extends NeuesEreignis>(
  akte: Akte,
  aggregat: Aggregat<S, E>,
  id: string,
  ereignis: number,
  jetzt: string,
): Promise<{ readonly ok: true } | Ablehnung> {
  const vorher = await lade(akte, aggregat, id);
  const verlauf = await ladeVerlauf(akte, aggregat, id, new Set([ereignis]));
  const { stand } = verlauf;
  if (!vorher || !stand || !verlauf.geschehen.some((g) => g.nr === ereignis)) {
    return lehneAb('NICHT_GEFUNDEN', 'Dieses Ereignis gibt es nicht.');
  }
  const lage = await schreibeZusammen(akte, [
    entferne(akte, { pk: akte.schluessel.aggregat(aggregat.art, id), sk: textSk(ereignis) }),
    legeWenn(
      akte,
      standeintrag(akte, aggregat.art, id, stand, vorher.kopf, vorher.stempel + 1),
      'stempel',
      vorher.stempel,
      'stand',
    ),
    ...aggregat
      .folgearbeitenNachLoeschung(stand, ereignis)
      .map((a) => lege(akte, ausgangseintrag(akte, neuerAusgang(a.zweck, a.schluessel, a.daten, jetzt)))),
    ...listenunterschied(akte, aggregat.projektionen(vorher.stand), aggregat.projektionen(stand)),
  ]);
  return lage.geschrieben
    ? { ok: true }
    : lehneAb('KONFLIKT', 'Die Akte hat sich gerade geändert. Bitte versuchen Sie es noch einmal.');
}
