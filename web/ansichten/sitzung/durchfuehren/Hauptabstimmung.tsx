import type { Abstimmung, Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import { Optionen } from '../../../bausteine/Feld.tsx';
import { aendereAbstimmung } from './ausgang.ts';
import { Stimmzahlen } from './Stimmzahlen.tsx';

/** Counts of the vote that the form prints; where it was rejected also by which majority. */
export function Hauptabstimmung({
  ergebnis,
  abstimmung,
  setze,
}: {
  readonly ergebnis: Ergebnis;
  readonly abstimmung: Abstimmung;
  readonly setze: (neu: Ergebnis) => void;
}) {
  const index = ergebnis.abstimmungen.indexOf(abstimmung);
  const aendere = (neu: Partial<Abstimmung>) => setze(aendereAbstimmung(ergebnis, index, neu));
  return (
    <fieldset class="gw-abstimmung">
      <legend class="kern-heading-small">Stimmen</legend>
      <Stimmzahlen vorsilbe={`abstimmungen.${index}`} abstimmung={abstimmung} aendere={aendere} />
      {abstimmung.richtung === 'abgelehnt' && (
        <Mehrheit abstimmung={abstimmung} name={`abstimmungen.${index}.mehrheit`} aendere={aendere} />
      )}
    </fieldset>
  );
}

const ohne = 'ohne';

export function Mehrheit({
  abstimmung,
  name,
  aendere,
}: {
  readonly abstimmung: Abstimmung;
  readonly name: string;
  readonly aendere: (neu: Partial<Abstimmung>) => void;
}) {
  return (
    <Optionen
      name={name}
      label={abstimmung.richtung === 'abgelehnt' ? 'Wie abgelehnt' : 'Wie angenommen'}
      nebeneinander
      wert={abstimmung.mehrheit ?? ohne}
      onWert={(wert) => aendere({ mehrheit: wert === 'einstimmig' || wert === 'mehrheitlich' ? wert : null })}
      werte={[
        { wert: ohne, name: 'nicht festgehalten' },
        { wert: 'einstimmig', name: 'einstimmig' },
        { wert: 'mehrheitlich', name: 'mehrheitlich' },
      ]}
    />
  );
}
