import type { Rueckrechnung } from '../../../domain/fristen/rueckrechnung.ts';
import type { Akteur } from '../../../domain/rollen/stelle.ts';
import type { Beratung } from '../../../domain/vorlage/stand.ts';
import { Nichtoeffentlich } from '../../bausteine/Marke.tsx';
import { tag, wochentag } from '../../format/datum.ts';
import { darfSitzungLesen } from './rechte.ts';

const rollen: Readonly<Record<Beratung['rolle'], string>> = {
  Vorberatung: 'Vorberatung',
  Entscheidung: 'Entscheidung',
  Kenntnisnahme: 'Kenntnisnahme',
  Anhoerung: 'Anhörung',
};

/** When and where it is treated: role, day, TOP, part, and the days before the Sitzung. */
export function Beratungsangaben({
  beratung: b,
  plan,
  akteur,
}: {
  readonly beratung: Beratung;
  readonly plan: Rueckrechnung | null;
  readonly akteur: Akteur;
}) {
  const wann = b.datum ? wochentag(b.datum) : 'Termin offen';
  return (
    <>
      <p class="gw-vorlage__reihe">
        <span>{rollen[b.rolle]}</span>
        {b.sitzung && darfSitzungLesen(akteur, b.gremium) ? (
          <a class="kern-link" href={`/sitzungen/${b.sitzung}`}>
            Sitzung am {wann}
          </a>
        ) : (
          <span>{b.sitzung ? `Sitzung am ${wann}` : b.datum ? `geplant: ${wann}` : wann}</span>
        )}
        {b.top && <span>TOP {b.top}</span>}
        {!b.oeffentlich && <Nichtoeffentlich />}
      </p>
      {plan && (
        <p class="gw-leise">
          Redaktionsschluss {tag(plan.redaktionsschluss)}, Einladung bis {tag(plan.einladung)}
        </p>
      )}
    </>
  );
}
