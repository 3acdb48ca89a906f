import type { Abstimmung } from '../../../../domain/ergebnis/schema.ts';
import { Zahlfeld } from './Zahlfeld.tsx';

const zahlen = [
  ['ja', 'Ja'],
  ['nein', 'Nein'],
  ['enthaltungen', 'Enthaltungen'],
  ['ungueltig', 'Ungültig'],
] as const;

/** The counts of one vote. */
export function Stimmzahlen({
  vorsilbe,
  abstimmung,
  aendere,
}: {
  readonly vorsilbe: string;
  readonly abstimmung: Abstimmung;
  readonly aendere: (neu: Partial<Abstimmung>) => void;
}) {
  return (
    <div class="gw-stimmen">
      {zahlen.map(([feld, name]) => (
        <Zahlfeld
          key={feld}
          name={`${vorsilbe}.${feld}`}
          label={name}
          wert={abstimmung[feld]}
          onWert={(wert) => aendere({ [feld]: wert })}
        />
      ))}
      <p class="gw-leise gw-stimmen__hinweis">Leer heißt: nicht festgehalten. 0 heißt: gezählt, keine.</p>
    </div>
  );
}
