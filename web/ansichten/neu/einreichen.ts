import type { Phase } from '../../../domain/vorlage/stand.ts';
import { ApiFehler, satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { nachFenster } from '../../app/rueckholen.ts';
import { vergissEntwurf } from './ablage.ts';
import { einreichungskoerper } from './einreichung.ts';
import { feldnameHier, feldZu } from './maengel.ts';
import type { Werkstatt } from './werkstatt.ts';

/** Where the Vorlage stands after a command. */
export interface Kurzstand {
  readonly id: string;
  readonly version: number;
  readonly nummer: string | null;
  readonly phase: Phase;
  readonly fassung: number;
  readonly halt: { readonly station: string; readonly frist: string } | null;
}

/**
 * Submits after the undo window. Null: taken back, or refused (then the reasons stand in the state). The key
 * is kept with the intention, so that a reload in between submits nothing twice.
 */
export async function reicheEin(w: Werkstatt): Promise<Kurzstand | null> {
  await w.sichere();
  const z = w.zustand.lies();
  if (z.streit.length > 0 || z.ueberholt) return null;
  const koerper = einreichungskoerper(z);
  const abdruck = JSON.stringify([z.basis?.version, koerper]);
  const schluessel = z.einreichen?.abdruck === abdruck ? z.einreichen.schluessel : crypto.randomUUID();
  w.aendere({ einreichen: { schluessel, abdruck }, ablehnung: [] });
  const weg = z.phase === 'entwurf' ? 'einreichung' : 'fassungen';
  const satz = z.phase === 'entwurf' ? 'Vorlage wird eingereicht' : 'Neue Fassung wird eingereicht';
  let antwort: Kurzstand | null = null;
  try {
    await nachFenster(satz, async (ueberlebt) => {
      antwort = await sende<Kurzstand>('POST', `/vorlagen/${z.id}/${weg}`, {
        koerper,
        version: z.basis?.version,
        schluessel,
        ueberlebt,
      });
      w.beende();
      vergissEntwurf(z.id);
    });
  } catch (fehler) {
    await nimmAblehnung(w, fehler);
  }
  return antwort;
}

/** States that say: it is no draft any more, or somebody changed it. */
const ueberholtCodes = new Set(['KONFLIKT', 'SCHON_EINGEREICHT', 'KEINE_UEBERARBEITUNG']);

async function nimmAblehnung(w: Werkstatt, fehler: unknown): Promise<void> {
  if (!(fehler instanceof ApiFehler)) {
    return w.setze({ ablehnung: [{ feld: 'einreichen', satz: satzZu(fehler) }] });
  }
  if (fehler.code === 'EINGABE_UNGUELTIG') {
    return w.setze({ ablehnung: fehler.felder.map((f) => ({ ...f, feld: feldnameHier(f.feld) })) });
  }
  w.setze({ ablehnung: [{ feld: feldZu(fehler.code), satz: fehler.satz }] });
  if (ueberholtCodes.has(fehler.code)) await w.gleicheNeuAb();
}
