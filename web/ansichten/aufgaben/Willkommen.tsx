import { useState } from 'preact/hooks';
import { legeAblage, liesAblage } from '../../app/ablage.ts';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';

const ablage = 'gw:willkommen';

/** The first look into the invented town: what this is, and where the tour begins. */
export function Willkommen() {
  const [da, setze] = useState(liesAblage(ablage) === null);
  if (!da) return null;
  const zu = () => {
    legeAblage(ablage, 'gesehen');
    setze(false);
  };
  return (
    <Meldung art="info" titel="Willkommen in der Musterstadt">
      <p>
        Diese Stadt ist erfunden; Sie können alles ausprobieren. Der Rundgang führt in wenigen Schritten vom
        Entwurf bis zum freigegebenen Ergebnis.
      </p>
      <div class="gw-knoepfe">
        <a class="kern-btn kern-btn--secondary" href="/rundgang">
          <span class="kern-label">Rundgang beginnen</span>
        </a>
        <Knopf art="tertiary" onClick={zu}>
          Hinweis ausblenden
        </Knopf>
      </div>
    </Meldung>
  );
}
