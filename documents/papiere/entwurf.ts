import type { Dokumentmodell, Kopffelder } from '../modell/schema.ts';
import { createSchreibkontext } from './bausteine/kontext.ts';
import { type Hausstil, neutralerHausstil } from './hausstil.ts';
import { renderMuster } from './vorlagenmuster.ts';

/**
 * A draft as a clerk would upload it: the template, filled. Dates are yyyy-mm-dd; `anlagen` are the titles of
 * the list at the end.
 */
export async function schreibeEntwurf(
  felder: Kopffelder,
  modell: Dokumentmodell,
  anlagen: readonly string[],
  hausstil: Hausstil = neutralerHausstil,
): Promise<Uint8Array> {
  return renderMuster(createSchreibkontext(hausstil), { felder, modell, anlagen });
}
