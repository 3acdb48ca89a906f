import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { Frist } from '../../bausteine/Frist.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { zeitpunkt } from '../../format/datum.ts';

/** Who sent it back, why, and until when a new Fassung is awaited. */
export function Rueckgabe({
  vorlage,
  namen,
}: {
  readonly vorlage: Vorlagenstand;
  readonly namen: Readonly<Record<string, string>>;
}) {
  const { zurueckweisung, halt } = vorlage;
  if (!zurueckweisung) return null;
  const wer = namen[zurueckweisung.person] ?? zurueckweisung.station;
  return (
    <Meldung
      art="warning"
      titel={`Zurückgegeben von ${wer} (${zurueckweisung.station}) am ${zeitpunkt(zurueckweisung.zeit)}`}
    >
      <blockquote class="gw-grund gw-text">{zurueckweisung.grund}</blockquote>
      {halt && (
        <p>
          Neue Fassung: <Frist tag={halt.frist} />
        </p>
      )}
      <p>Alle Angaben und Anlagen der letzten Fassung sind noch da. Ändern Sie, was zu ändern ist.</p>
    </Meldung>
  );
}
