import { type Akte, hole } from './akte.ts';
import { zaehlerwache } from './befehl.ts';
import { legeNeu, legeWenn, type Schreibvorgang } from './transaktion.ts';

/**
 * Draws the next running number inside the transaction that uses it: gapless, never twice. Who loses the
 * race decides again with the next number.
 */
export async function ziehe(
  akte: Akte,
  art: string,
  jahr: number,
): Promise<{ laufend: number; vorgang: Schreibvorgang }> {
  const ort = akte.schluessel.zaehler(art, jahr);
  const bisher = Number((await hole(akte, ort))?.n ?? 0);
  const laufend = bisher + 1;
  const eintrag = { ...ort, kind: 'zaehler', n: laufend };
  const vorgang =
    bisher === 0 ? legeNeu(akte, eintrag, zaehlerwache) : legeWenn(akte, eintrag, 'n', bisher, zaehlerwache);
  return { laufend, vorgang };
}
