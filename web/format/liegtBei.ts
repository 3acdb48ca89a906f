import type { Listeneintrag } from '../../domain/vorlage/projektion.ts';

/** With whom a Vorlage lies: people, also where the station has the name of what is done there. */
export function liegtBei({
  phase,
  liegtBei: station,
}: Pick<Listeneintrag, 'phase' | 'liegtBei'>): string | null {
  return phase === 'entwurf' || phase === 'ueberarbeitung' ? 'Sachbearbeitung' : station;
}
