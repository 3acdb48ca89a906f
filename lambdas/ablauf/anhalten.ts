import { vorlagen } from '../../domain/aggregat.ts';
import { nachrichtVon } from '../../domain/nachrichten/ausEreignis.ts';
import type { Nachricht } from '../../domain/nachrichten/nachricht.ts';
import { ablaufeintrag, ladeAblaufstand } from '../aws/akte/ablaufstand.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { ausgangseintrag, neuerAusgang } from '../aws/akte/ausgang.ts';
import { lade } from '../aws/akte/laden.ts';
import { lege, legeNeu, legeWenn, schreibeZusammen } from '../aws/akte/transaktion.ts';
import { anhalteanfrageSchema } from './nutzlast.ts';

/** Records why an execution was halted, and tells the Systembetreuung. The wait itself follows as a state. */
export async function halteAn(akte: Akte, eingabe: unknown, jetzt: string): Promise<{ wartenummer: number }> {
  const a = anhalteanfrageSchema.parse(eingabe);
  const bisher = await ladeAblaufstand(akte, a.vorlageId);
  const offen = bisher?.angehalten && !bisher.entscheid;
  // The function may run twice for one halt: an undecided halt of this round is the same one.
  if (bisher && offen && bisher.runde === a.runde) return { wartenummer: bisher.haltNr };
  const haltNr = (bisher?.haltNr ?? 0) + 1;
  const neu = ablaufeintrag(akte, {
    vorlage: a.vorlageId,
    runde: a.runde,
    gestartet: bisher?.gestartet ?? jetzt,
    haltNr,
    angehalten: { zustand: a.zustand, fehler: a.fehler, ursache: a.ursache.slice(0, 4_000), seit: jetzt },
    entscheid: null,
  });
  const schluessel = `${a.vorlageId}#halt#${haltNr}`;
  const geladen = await lade(akte, vorlagen, a.vorlageId);
  const nachricht: Nachricht | null = geladen && nachrichtVon(geladen.stand, 'angehalten', { grund: null });
  const inhalt = {
    kennung: schluessel,
    zustellungen: nachricht ? [{ an: { rolle: 'Systembetreuung', bereich: '*' }, nachricht }] : [],
  };
  await schreibeZusammen(akte, [
    bisher ? legeWenn(akte, neu, 'haltNr', bisher.haltNr, 'halt') : lege(akte, neu),
    legeNeu(
      akte,
      ausgangseintrag(akte, neuerAusgang('benachrichtigen', schluessel, inhalt, jetzt)),
      'ausgang',
    ),
  ]);
  console.error(
    JSON.stringify({
      ereignis: 'ablauf_angehalten',
      vorlage: a.vorlageId,
      zustand: a.zustand,
      fehler: a.fehler,
    }),
  );
  return { wartenummer: (await ladeAblaufstand(akte, a.vorlageId))?.haltNr ?? haltNr };
}
