import { Meldung } from '../../bausteine/Meldung.tsx';
import { zeitpunkt } from '../../format/datum.ts';
import type { Kettenkopf } from './kettenkopf.ts';

/** What the verification of all chains gave. */
export interface Gesamtbefund {
  readonly ketten: number;
  readonly ereignisse: number;
  readonly gebrochen: readonly { readonly kette: Kettenkopf; readonly satz: string }[];
  readonly zeit: string;
}

export interface Berichtangaben {
  readonly befund: Gesamtbefund | null;
  /** Chains done while it runs, else null. */
  readonly fortschritt: number | null;
  readonly anzahl: number;
  readonly fehler: string | null;
}

export function Pruefbericht({ befund, fortschritt, anzahl, fehler }: Berichtangaben) {
  if (fehler) return <Meldung art="danger" titel={`Die Prüfung ist abgebrochen: ${fehler}`} sprich />;
  if (fortschritt !== null) {
    return (
      <div class="gw-stapel">
        <label for="pruefung">
          Prüfe Kette {fortschritt + 1} von {anzahl} …
        </label>
        <progress class="kern-progress" id="pruefung" max={anzahl} value={fortschritt} />
      </div>
    );
  }
  if (!befund) return null;
  if (befund.gebrochen.length === 0) {
    return (
      <Meldung art="success" titel={`Geprüft bis ${zeitpunkt(befund.zeit)}: unversehrt`}>
        <p>
          {befund.ketten} Ketten mit {befund.ereignisse} Ereignissen. Kein Glied fehlt, keines wurde geändert.
        </p>
      </Meldung>
    );
  }
  return (
    <Meldung
      art="danger"
      titel={`${befund.gebrochen.length} von ${befund.ketten} Ketten ${befund.gebrochen.length === 1 ? 'ist' : 'sind'} beschädigt`}
    >
      <ul class="kern-list">
        {befund.gebrochen.map(({ kette, satz }) => (
          <li key={kette.art + kette.id}>
            <a class="kern-link" href={`/nachweis/${kette.art}/${kette.id}`}>
              {kette.art} {kette.id}
            </a>
            : {satz}
          </li>
        ))}
      </ul>
    </Meldung>
  );
}
