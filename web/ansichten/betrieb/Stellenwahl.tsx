import { useState } from 'preact/hooks';
import { type Rolle, rollen } from '../../../domain/rollen/rolle.ts';
import type { Stelle } from '../../../domain/rollen/stelle.ts';
import { stellenschluessel } from '../../../domain/rollen/stellenschluessel.ts';
import { einstellungen } from '../../api/einstellungen.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { Auswahl } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { stellenname } from '../../format/stelle.ts';

const imAmt: ReadonlySet<Rolle> = new Set(['Sachbearbeitung', 'Amtsleitung']);
const ueberall: ReadonlySet<Rolle> = new Set(['Systembetreuung', 'Revision']);

/** The Stellen of a person: those held, and a role with its scope to add. */
export function Stellenwahl({
  stellen,
  onStellen,
}: {
  readonly stellen: readonly Stelle[];
  readonly onStellen: (stellen: readonly Stelle[]) => void;
}) {
  const [rolle, setzeRolle] = useState<Rolle>('Sachbearbeitung');
  const [bereich, setzeBereich] = useState('');
  const gremien = nutzeAbfrage<{ eintraege: readonly { id: string; name: string }[] }>('/gremien');
  const { aemter } = einstellungen();
  const bereiche = imAmt.has(rolle)
    ? aemter.map((a) => ({ wert: a.nr, name: `${a.nr} ${a.name}` }))
    : rolle === 'Dezernat'
      ? [...new Set(aemter.map((a) => a.dezernat))].map((d) => ({ wert: d, name: `Dezernat ${d}` }))
      : (gremien.daten?.eintraege ?? []).map((g) => ({ wert: g.id, name: g.name }));
  const gewaehlt = bereiche.find((b) => b.wert === bereich)?.wert ?? bereiche[0]?.wert ?? '';
  const fuegeHinzu = () => {
    const neu: Stelle = { rolle, bereich: ueberall.has(rolle) ? '*' : gewaehlt };
    if (neu.bereich === '' || stellen.some((s) => stellenschluessel(s) === stellenschluessel(neu))) return;
    onStellen([...stellen, neu]);
  };
  return (
    <fieldset class="kern-fieldset">
      <legend class="kern-label">Stellen</legend>
      <div class="kern-fieldset__body">
        {stellen.length === 0 && <p>Noch keine Stelle: Die Person kann sich anmelden, sieht aber nichts.</p>}
        <ul class="gw-stellen">
          {stellen.map((s) => (
            <li key={stellenschluessel(s)}>
              {stellenname(s)}
              <Knopf
                klein
                art="tertiary"
                name={`Stelle ${stellenname(s)} entfernen`}
                onClick={() => onStellen(stellen.filter((a) => a !== s))}
              >
                Entfernen
              </Knopf>
            </li>
          ))}
        </ul>
        <div class="gw-filter">
          <Auswahl
            name="rolle"
            label="Rolle"
            wert={rolle}
            onWert={(r) => setzeRolle(rollen.find((a) => a === r) ?? 'Sachbearbeitung')}
            werte={rollen.map((r) => ({ wert: r, name: r }))}
          />
          {!ueberall.has(rolle) && (
            <Auswahl name="bereich" label="Bereich" wert={gewaehlt} onWert={setzeBereich} werte={bereiche} />
          )}
          <Knopf art="secondary" onClick={fuegeHinzu}>
            Stelle hinzufügen
          </Knopf>
        </div>
      </div>
    </fieldset>
  );
}
