import type { Anlass } from '../../../domain/nachrichten/nachricht.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { zeitpunkt } from '../../format/datum.ts';
import { zustellungsanlaesse } from './anlaesse.ts';

interface Zustellung {
  readonly anlass: Anlass;
  readonly person: string;
  readonly name: string;
  readonly zeit: string;
  readonly weg: 'sofort' | 'sammelpost';
  readonly zustand: 'offen' | 'wartet' | 'gesendet' | 'gescheitert';
  readonly gesendetAm: string | null;
}

/** Who was told what and when. Nobody has to ask; where nothing can be told, nothing is shown. */
export function Zustellungen({ id }: { readonly id: string }) {
  const { daten } = nutzeAbfrage<{ eintraege: readonly Zustellung[] }>(`/vorlagen/${id}/zustellungen`);
  if (!daten || daten.eintraege.length === 0) return null;
  return (
    <section class="gw-vorlage__teil gw-nurbildschirm" aria-labelledby="zustellungen">
      <h2 class="kern-heading-small" id="zustellungen">
        Wer wurde wann benachrichtigt
      </h2>
      <details>
        <summary>
          {daten.eintraege.length === 1 ? 'Eine Nachricht' : `${daten.eintraege.length} Nachrichten`} ansehen
        </summary>
        <ul class="gw-ereignisse">
          {daten.eintraege.map((z) => (
            <li key={`${z.zeit} ${z.person} ${z.anlass}`}>
              <p>
                <strong>{z.name}</strong>: {zustellungsanlaesse[z.anlass]}
              </p>
              <p class="gw-leise">
                {zeitpunkt(z.zeit)}, {zustandInWorten(z)}
              </p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function zustandInWorten(z: Zustellung): string {
  if (z.zustand === 'gesendet') {
    return z.gesendetAm ? `Mail gesendet am ${zeitpunkt(z.gesendetAm)}` : 'Mail gesendet';
  }
  if (z.zustand === 'gescheitert') return 'Die Mail ließ sich nicht senden; die Systembetreuung weiß davon';
  if (z.weg === 'sammelpost') return 'kommt mit der täglichen Sammelpost';
  return 'Mail ist unterwegs';
}
