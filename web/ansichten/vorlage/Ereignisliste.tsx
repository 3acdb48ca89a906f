import { ereignisSchema } from '../../../domain/ereignisse/ereignis.ts';
import type { GespeichertesEreignis } from '../../../domain/ereignisse/kette.ts';
import { zeitpunkt } from '../../format/datum.ts';
import { ereignisInWorten, type Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import { handelnd } from './verwaltungsweg.ts';

/** Every entry of a chain in plain German, with its hash. */
export function Ereignisliste({
  ereignisse,
  verlauf,
  namen,
}: {
  readonly ereignisse: readonly GespeichertesEreignis[];
  /** Holds the free texts, of which the chain keeps only the hash. */
  readonly verlauf: readonly Verlaufseintrag[];
  readonly namen: Namen;
}) {
  return (
    <ol class="gw-ereignisse">
      {ereignisse.map(({ bytes, hash }) => {
        const e = ereignisSchema.parse(JSON.parse(bytes));
        const daten = verlauf.find((v) => v.nr === e.nr)?.daten ?? e.daten;
        return (
          <li key={hash}>
            <p>{ereignisInWorten(e.art, daten, namen)}</p>
            <p class="gw-leise">
              {handelnd(e, namen)}, {zeitpunkt(e.zeit)}, Prüfsumme <code>{hash.slice(0, 12)}…</code>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
