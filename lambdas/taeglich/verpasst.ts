import { freigabewege } from '../../domain/freigabeweg/freigabewege.ts';
import { zuLokal } from '../../domain/fristen/berlin.ts';
import { rechneZurueck, ueblicherVorlauf, verpasstSitzung } from '../../domain/fristen/rueckrechnung.ts';
import { halter, nachrichtVon } from '../../domain/nachrichten/ausEreignis.ts';
import { offeneBeratung, type Vorlagenstand } from '../../domain/vorlage/stand.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { ausgangseintrag, neuerAusgang } from '../aws/akte/ausgang.ts';
import { legeFallsNeu } from '../aws/akte/transaktion.ts';

/**
 * Tells whoever holds a Vorlage on the first day on which it can no longer make its Sitzung, counted back
 * over Einladung, Redaktionsschluss and stations. Once per planned day.
 */
export async function meldeVerpasst(akte: Akte, stand: Vorlagenstand, jetzt: string): Promise<boolean> {
  const beratung = offeneBeratung(stand);
  const freigabeweg = freigabewege[stand.art];
  if (!stand.halt || !freigabeweg || !beratung?.datum || beratung.sitzung) return false;
  const plan = rechneZurueck({ sitzung: beratung.datum, einstellungen: ueblicherVorlauf, freigabeweg });
  const station = stand.halt.art === 'ueberarbeitung' ? null : stand.halt.station;
  if (!verpasstSitzung(plan, station, zuLokal(jetzt).datum)) return false;
  const schluessel = `${stand.id}#verpasst#${beratung.nr}#${beratung.datum}`;
  const nachricht = nachrichtVon(stand, 'sitzungVerpasst', {
    gremium: beratung.gremium,
    datum: beratung.datum,
  });
  const inhalt = { kennung: schluessel, zustellungen: halter(stand).map((an) => ({ an, nachricht })) };
  return legeFallsNeu(
    akte,
    ausgangseintrag(akte, neuerAusgang('benachrichtigen', schluessel, inhalt, jetzt)),
  );
}
