import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { zeitpunkt } from '../../format/datum.ts';
import type { Namen } from '../../format/ereignis.ts';

/** While it is being revised: why it came back. */
export function Zurueckgegeben({ stand, namen }: { readonly stand: Vorlagenstand; readonly namen: Namen }) {
  const z = stand.zurueckweisung;
  if (stand.phase !== 'ueberarbeitung' || !z) return null;
  return (
    <Meldung art="warning" titel="Zur Überarbeitung zurückgegeben">
      <p class="gw-zitat">„{z.grund}“</p>
      <p>
        {namen.person(z.person)} (Station {z.station}), {zeitpunkt(z.zeit)}
      </p>
    </Meldung>
  );
}
