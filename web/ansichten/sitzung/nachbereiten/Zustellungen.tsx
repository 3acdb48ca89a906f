import { useState } from 'preact/hooks';
import type { Anlass } from '../../../../domain/nachrichten/nachricht.ts';
import { nutzeAbfrage } from '../../../app/abfrage.ts';
import { Fehleranzeige } from '../../../bausteine/Fehleranzeige.tsx';
import { Laedt } from '../../../bausteine/Laedt.tsx';
import { zeitpunkt } from '../../../format/datum.ts';
import { anlassnamen, zustandsnamen } from './zustellungsworte.ts';

/** One message of a Vorlage (GET /api/vorlagen/{id}/zustellungen). */
interface Zustellungszeile {
  readonly anlass: Anlass;
  readonly person: string;
  readonly name: string;
  readonly zeit: string;
  readonly weg: 'sofort' | 'sammelpost';
  readonly zustand: keyof typeof zustandsnamen;
  readonly gesendetAm: string | null;
}

/** Who was told what of the outcome, and whether the mail is out. Loaded when it is opened. */
export function Zustellungen({ vorlage, top }: { readonly vorlage: string; readonly top: string }) {
  const [offen, setze] = useState(false);
  return (
    <details class="gw-zustellungen" onToggle={(e) => setze(e.currentTarget.open)}>
      <summary>
        Wer benachrichtigt wurde<span class="kern-sr-only"> zu {top}</span>
      </summary>
      {offen && <Liste vorlage={vorlage} />}
    </details>
  );
}

function Liste({ vorlage }: { readonly vorlage: string }) {
  const { daten, fehler, neu } = nutzeAbfrage<{ eintraege: readonly Zustellungszeile[] }>(
    `/vorlagen/${vorlage}/zustellungen`,
  );
  if (fehler) return <Fehleranzeige fehler={fehler} erneut={neu} />;
  if (!daten) return <Laedt was="Die Liste" hoehe={4} />;
  const eintraege = daten.eintraege.filter((e) => e.anlass === 'ergebnis' || e.anlass === 'berichtigt');
  if (eintraege.length === 0)
    return <p>Noch niemand. Die Nachrichten gehen gleich nach der Freigabe hinaus.</p>;
  return (
    <ul class="kern-list">
      {eintraege.map((e) => (
        <li key={`${e.person}${e.zeit}${e.anlass}`}>
          {e.name}: {anlassnamen[e.anlass]}, {zustandsnamen[e.zustand]}
          {e.gesendetAm ? ` am ${zeitpunkt(e.gesendetAm)}` : ''}
          {e.weg === 'sammelpost' && ' (mit der täglichen Sammelpost)'}
        </li>
      ))}
    </ul>
  );
}
