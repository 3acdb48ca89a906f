import type { Akteur } from '../../../domain/rollen/stelle.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import { Knopf } from '../../bausteine/Knopf.tsx';
import type { Namen } from '../../format/ereignis.ts';
import type { Handlung } from './handlung.ts';
import { darfBearbeiten, darfGremienwegAendern, darfZurueckziehen, sitzungsschritte } from './rechte.ts';
import { Sitzungsverweis } from './Sitzungsverweis.tsx';

/** What else the person may do here; nothing is shown where that is nothing. */
export function Handlungen({
  stand,
  akteur,
  namen,
  handlung,
  ausserdem,
}: {
  readonly stand: Vorlagenstand;
  readonly akteur: Akteur;
  readonly namen: Namen;
  readonly handlung: Handlung;
  /** There is a decision to take as well. */
  readonly ausserdem: boolean;
}) {
  const bearbeiten = darfBearbeiten(akteur, stand);
  const zurueckziehen = darfZurueckziehen(akteur, stand, new Date().toISOString());
  const gremienweg = darfGremienwegAendern(akteur, stand);
  const schritte = sitzungsschritte(akteur, stand);
  if (!bearbeiten && !zurueckziehen && !gremienweg && schritte.length === 0) return null;
  return (
    <section class="gw-vorlage__teil gw-nurbildschirm" aria-labelledby="handlungen">
      <h2 class="kern-heading-small" id="handlungen">
        {ausserdem ? 'Was Sie außerdem tun können' : 'Was Sie tun können'}
      </h2>
      <ul class="gw-handlungen">
        {bearbeiten && (
          <li>
            <a class="kern-btn kern-btn--primary" href={`/vorlagen/${stand.id}/bearbeiten`}>
              <span class="kern-label">
                {stand.phase === 'entwurf' ? 'Entwurf bearbeiten' : 'Neue Fassung einreichen'}
              </span>
            </a>
          </li>
        )}
        {schritte.map((s) => (
          <li key={`${s.was}${s.beratung.nr}`}>
            <Sitzungsverweis schritt={s} namen={namen} />
          </li>
        ))}
        {gremienweg && (
          <li>
            <Knopf
              art="secondary"
              symbol="edit"
              laeuft={handlung.laeuft}
              onClick={() => setzeAbfrage({ tun: 'gremienweg' })}
            >
              Gremienweg ändern …
            </Knopf>
          </li>
        )}
        {zurueckziehen && (
          <li>
            <Knopf
              art="tertiary"
              symbol="delete"
              laeuft={handlung.laeuft}
              onClick={() => setzeAbfrage({ tun: 'zurueckziehen' })}
            >
              {stand.phase === 'entwurf' ? 'Entwurf verwerfen …' : 'Zurückziehen …'}
            </Knopf>
          </li>
        )}
      </ul>
    </section>
  );
}
