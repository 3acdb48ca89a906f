import { Knopf } from '../../bausteine/Knopf.tsx';
import { Zeichen, type Zeichenname } from '../../bausteine/Zeichen.tsx';
import { wochentag } from '../../format/datum.ts';
import type { Fristenbild } from './fristenbild.ts';

const zeichen: Readonly<Record<Fristenbild['lage'], Zeichenname>> = {
  passt: 'success',
  knapp: 'warning',
  zuSpaet: 'danger',
  vorbei: 'danger',
};

/** The deadlines of one Beratung, counted back; where it is too late, the Sitzung that can be reached. */
export function Fristen({
  bild,
  naechste,
  onNaechste,
}: {
  readonly bild: Fristenbild;
  /** Day of the next Sitzung with time enough, if another one. */
  readonly naechste: string | null;
  readonly onNaechste: () => void;
}) {
  return (
    <div class={`gw-fristen gw-fristen--${bild.lage}`}>
      <p class="gw-fristen__satz">
        <Zeichen name={zeichen[bild.lage]} />
        <span>{bild.satz}</span>
      </p>
      {bild.lage !== 'passt' && naechste && (
        <p>
          Die nächste Sitzung, für die genug Zeit bleibt, ist am {wochentag(naechste)}.{' '}
          <Knopf art="tertiary" onClick={onNaechste}>
            Diese Sitzung wählen
          </Knopf>
        </p>
      )}
      <details>
        <summary>Alle Fristen dieser Sitzung</summary>
        <ol class="gw-fristen__liste">
          {bild.schritte.map((s) => (
            <li key={s.name}>
              <span>{s.name}</span>
              <span class="gw-zahl">
                {s.name === 'Sitzung' ? 'am' : 'bis'} {wochentag(s.bis)}
                {s.vorbei && ' (vorbei)'}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
