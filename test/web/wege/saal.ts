import { bringeInsGremium, legeSitzungAn, setzeAufTagesordnung } from '../../../bin/demo/vorlagenweg.ts';
import { reicheKurzEin } from '../../hilfen/entwuerfe.ts';
import type { Websystem } from '../hilfen/system.ts';

/** One item of an agenda as it was prepared. */
export interface Punkt {
  readonly top: string;
  readonly vorlage: string;
  readonly nummer: string;
  readonly betreff: string;
}

export interface Saal {
  readonly id: string;
  readonly pfad: string;
  readonly punkte: readonly Punkt[];
}

/** An hour ago by the standing clock: outcomes can be recorded and released. */
const begonnen = '2026-03-24T07:00:00.000Z';

/** Vorlagen that are ready for the Sozialausschuss and stand on no agenda, in the order of the subjects. */
export async function macheSitzungsreif(
  system: Websystem,
  betreffe: readonly string[],
): Promise<Omit<Punkt, 'top'>[]> {
  const kurze = await reicheKurzEin(system, betreffe);
  await system.ruhe();
  for (const { id } of kurze) await bringeInsGremium(system.welt, id);
  return kurze.map(({ id, nummer }, i) => ({ vorlage: id, nummer: nummer ?? '', betreff: betreffe[i] ?? '' }));
}

/** A Sitzung of the Sozialausschuss that has begun, with these items; `merkmal` tells Sitzungen apart. */
export async function eroeffneSitzung(
  system: Websystem,
  merkmal: string,
  vorlagen: readonly Omit<Punkt, 'top'>[],
): Promise<Saal> {
  const { welt } = system;
  const id = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', begonnen, merkmal);
  const punkte = vorlagen.map((v, i) => ({ ...v, top: `Ö ${i + 1}` }));
  for (const { vorlage, top } of punkte) {
    await setzeAufTagesordnung(welt, 'wolframm', id, vorlage, 1, top);
  }
  return { id, pfad: `/sitzungen/${id}`, punkte };
}
