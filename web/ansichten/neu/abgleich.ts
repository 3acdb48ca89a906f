import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import { gleich } from './formular.ts';

export const kopffelder = ['betreff', 'az', 'datum', 'gremienweg'] as const;
export type Kopffeld = (typeof kopffelder)[number];

/** Two people changed the same field to different values. */
export interface Streitfall {
  readonly feld: Kopffeld;
  readonly anderes: Kopf;
}

export interface Abgleich {
  /** Mine, with what only the other side changed. */
  readonly kopf: Kopf;
  /** Fields taken from the other side. */
  readonly uebernommen: readonly Kopffeld[];
  readonly streit: readonly Streitfall[];
}

/**
 * Brings together what I typed and what the server has meanwhile, field by field, by what both began with.
 * Nothing that was typed is lost: where both changed a field, mine stays and the other is shown.
 */
export function gleicheAb(basis: Kopf | null, meins: Kopf, anderes: Kopf): Abgleich {
  const uebernommen: Kopffeld[] = [];
  const streit: Streitfall[] = [];
  let kopf = meins;
  for (const feld of kopffelder) {
    if (gleich(meins[feld], anderes[feld])) continue;
    if (basis && gleich(anderes[feld], basis[feld])) continue;
    if (basis && gleich(meins[feld], basis[feld])) {
      kopf = { ...kopf, [feld]: anderes[feld] };
      uebernommen.push(feld);
    } else streit.push({ feld, anderes });
  }
  return { kopf, uebernommen, streit };
}
