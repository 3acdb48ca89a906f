import type { Fassung, Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { Herunterladen } from '../../bausteine/Herunterladen.tsx';
import { Nichtoeffentlich } from '../../bausteine/Marke.tsx';
import { zeitpunkt } from '../../format/datum.ts';
import type { Namen } from '../../format/ereignis.ts';
import { groesse } from '../../format/groesse.ts';

/** The submitted versions with their Anlagen, newest first. */
export function Fassungen({ stand, namen }: { readonly stand: Vorlagenstand; readonly namen: Namen }) {
  if (stand.fassungen.length === 0) return null;
  const [neueste, ...aeltere] = stand.fassungen.toReversed();
  return (
    <section class="gw-vorlage__teil" aria-labelledby="fassungen">
      <h2 class="kern-heading-small" id="fassungen">
        Fassungen und Anlagen
      </h2>
      {neueste && <Eine id={stand.id} f={neueste} namen={namen} />}
      {aeltere.length > 0 && (
        <details class="gw-nurbildschirm">
          <summary>
            {aeltere.length === 1 ? 'Frühere Fassung' : `${aeltere.length} frühere Fassungen`}
          </summary>
          <div class="gw-stapel">
            {aeltere.map((f) => (
              <Eine key={f.nr} id={stand.id} f={f} namen={namen} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function Eine({ id, f, namen }: { readonly id: string; readonly f: Fassung; readonly namen: Namen }) {
  return (
    <div class="gw-vorlage__fassung">
      <h3 class="gw-vorlage__fassungstitel">Fassung {f.nr}</h3>
      <p class="gw-leise">
        Eingereicht von {namen.person(f.eingereichtVon)}, {zeitpunkt(f.eingereichtAm)}
      </p>
      <p class="gw-leise gw-text">
        {f.entwurf.dateiname}, {groesse(f.entwurf.groesse)}
        <br />
        SHA-256 <code>{f.entwurf.sha256}</code>
      </p>
      {f.anlagen.length === 0 ? (
        <p>Keine Anlagen</p>
      ) : (
        <ul class="gw-dateien" aria-label={`Anlagen der Fassung ${f.nr}`}>
          {f.anlagen.map((a, i) => (
            <li key={a.datei.upload}>
              <strong class="gw-nurdruck">
                Anlage {i + 1}: {a.titel}
              </strong>
              <Herunterladen klein pfad={`/vorlagen/${id}/anlagen/${a.datei.upload}`}>
                Anlage {i + 1}: {a.titel}
              </Herunterladen>
              {!a.oeffentlich && <Nichtoeffentlich />}
              <span class="gw-leise">
                {a.datei.dateiname}, {groesse(a.datei.groesse)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
