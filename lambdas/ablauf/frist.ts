import { vorlagen } from '../../domain/aggregat.ts';
import { freigabewege } from '../../domain/freigabeweg/freigabewege.ts';
import { halter, nachrichtVon } from '../../domain/nachrichten/ausEreignis.ts';
import type { Anlass, Empfaenger } from '../../domain/nachrichten/nachricht.ts';
import type { Vorlagenstand } from '../../domain/vorlage/stand.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { ausgangseintrag, neuerAusgang } from '../aws/akte/ausgang.ts';
import { lade } from '../aws/akte/laden.ts';
import { hebeMahnstufe } from '../aws/akte/mahnen.ts';
import { legeNeu, schreibeZusammen } from '../aws/akte/transaktion.ts';
import { mahnstufe, mahnungFaellig } from '../aws/akte/wartestand.ts';
import { fristanfrageSchema } from './nutzlast.ts';

/**
 * A wait ran out: remind (level 0), say that the Frist has passed (1), escalate by level (2 and on). Reads
 * the record first, which closes the race with a decision in the same second, and with a moved deadline.
 */
export async function mahne(akte: Akte, eingabe: unknown, jetzt: string): Promise<{ gemahnt: boolean }> {
  const anfrage = fristanfrageSchema.parse(eingabe);
  const geladen = await lade(akte, vorlagen, anfrage.vorlageId);
  const halt = geladen?.stand.halt;
  if (!geladen || !halt || halt.wartenummer !== anfrage.wartenummer) return { gemahnt: false };
  const stufe = await mahnstufe(akte, anfrage.vorlageId, halt.wartenummer);
  if (mahnungFaellig(halt, stufe) > jetzt) return { gemahnt: false };
  // After days of standstill several levels are due at once: only the highest is said, not all in a row.
  let hoechste = stufe;
  while (mahnungFaellig(halt, hoechste + 1) <= jetzt) hoechste += 1;
  const { anlass, an } = empfaengerDerStufe(geladen.stand, hoechste);
  const schluessel = `${anfrage.vorlageId}#W${halt.wartenummer}#mahnung#${hoechste}`;
  const nachricht = nachrichtVon(geladen.stand, anlass);
  const inhalt = { kennung: schluessel, zustellungen: an.map((e) => ({ an: e, nachricht })) };
  const lage = await schreibeZusammen(akte, [
    hebeMahnstufe(akte, anfrage.vorlageId, halt.wartenummer, stufe, hoechste + 1),
    legeNeu(
      akte,
      ausgangseintrag(akte, neuerAusgang('benachrichtigen', schluessel, inhalt, jetzt)),
      'ausgang',
    ),
  ]);
  return { gemahnt: lage.geschrieben };
}

/** Who is told at this level, by the route's own list; after its end the last level is told again. */
function empfaengerDerStufe(stand: Vorlagenstand, stufe: number): { anlass: Anlass; an: Empfaenger[] } {
  const eigene = halter(stand);
  if (stufe === 0) return { anlass: 'erinnerung', an: eigene };
  if (stufe === 1) return { anlass: 'fristAbgelaufen', an: eigene };
  const station = freigabewege[stand.art]?.stationen.find((s) => s.name === stand.halt?.station);
  const ebenen = station?.eskalation ?? ['Amtsleitung'];
  const rolle = ebenen[Math.min(stufe - 2, ebenen.length - 1)] ?? 'Systembetreuung';
  const bereich =
    rolle === 'Dezernat'
      ? stand.dezernat
      : rolle === 'Amtsleitung'
        ? stand.amt.nr
        : rolle === 'Systembetreuung'
          ? '*'
          : (stand.halt?.bereich ?? '*');
  return { anlass: 'eskalation', an: [...eigene, { rolle, bereich }] };
}
