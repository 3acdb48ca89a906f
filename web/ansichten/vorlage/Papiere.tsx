import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { Herunterladen } from '../../bausteine/Herunterladen.tsx';
import { zeitpunkt } from '../../format/datum.ts';
import type { Papier, Verlaufseintrag } from './daten.ts';
import { erwartete, papiername } from './papier.ts';

/** The issued papers, newest first. */
export function Papiere({
  stand,
  papiere,
  verlauf,
}: {
  readonly stand: Vorlagenstand;
  readonly papiere: readonly Papier[];
  readonly verlauf: readonly Verlaufseintrag[] | null;
}) {
  const fehlen = erwartete(verlauf, papiere);
  if (papiere.length === 0 && fehlen === 0) return null;
  return (
    <section class="gw-vorlage__teil" aria-labelledby="papiere">
      <h2 class="kern-heading-small" id="papiere">
        Papiere
      </h2>
      <ul class="gw-dateien">
        {papiere.toReversed().map((p) => (
          <li key={p.ereignis}>
            <strong class="gw-nurdruck">{papiername(p, verlauf, stand)}</strong>
            <Herunterladen klein pfad={`/vorlagen/${stand.id}/papiere/${p.ereignis}`}>
              {papiername(p, verlauf, stand)}
            </Herunterladen>
            <span class="gw-leise">
              {p.dateiname}, ausgefertigt am {zeitpunkt(p.zeit)}
            </span>
          </li>
        ))}
      </ul>
      {fehlen > 0 && (
        <p class="gw-leise" role="status">
          {fehlen === 1 ? 'Ein Papier wird' : `${fehlen} Papiere werden`} gerade ausgefertigt …
        </p>
      )}
    </section>
  );
}
