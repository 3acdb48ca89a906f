import { useEffect, useRef } from 'preact/hooks';
import { ergebnisInWorten } from '../../../../domain/ergebnis/in-worten.ts';
import { darf } from '../../../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../../../domain/rollen/gegenstand.ts';
import { beratungNr } from '../../../../domain/vorlage/stand.ts';
import { ich } from '../../../app/ich.ts';
import { mitAbfrage } from '../../../app/ort.ts';
import { Nichtoeffentlich } from '../../../bausteine/Marke.tsx';
import { Meldung } from '../../../bausteine/Meldung.tsx';
import { zeitpunkt } from '../../../format/datum.ts';
import { gremiumsname } from '../../../format/stelle.ts';
import { gross } from '../gross.ts';
import { rollennamen } from '../namen.ts';
import type { Termine } from '../termine.ts';
import type { Sitzungsdaten, Tagesordnungspunkt, Vorlagenantwort } from '../typen.ts';
import { Erfassen } from './Erfassen.tsx';

let zuletztGezeigt: string | null = null;

/** One TOP: what it is about, and its outcome to record, or as it was released. */
export function Topansicht({
  sitzung,
  punkt,
  antwort,
  termine,
}: {
  readonly sitzung: Sitzungsdaten;
  readonly punkt: Tagesordnungspunkt;
  readonly antwort: Vorlagenantwort;
  readonly termine: Termine;
}) {
  const kopf = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const vorher = zuletztGezeigt;
    zuletztGezeigt = `${sitzung.id}${punkt.top}`;
    // The first TOP comes with the screen, which has the focus on its own heading.
    if (vorher?.startsWith(sitzung.id) && vorher !== zuletztGezeigt) kopf.current?.focus();
  }, []);
  const { vorlage, namen } = antwort;
  const beratung = beratungNr(vorlage, punkt.beratung);
  const wer = ich.lies();
  const darfErfassen =
    wer !== null && darf(wer, 'ergebnis.erfassen', gegenstandVon(vorlage, punkt.beratung)).erlaubt;
  return (
    <article class="gw-stapel gw-topblatt" aria-labelledby="top-titel">
      <header class="gw-topblatt__kopf">
        <h2 class="kern-heading-medium" id="top-titel" tabIndex={-1} ref={kopf}>
          {punkt.top}: {vorlage.betreff}
        </h2>
        <p class="gw-topblatt__neben">
          <a class="kern-link" href={`/vorlagen/${vorlage.id}`}>
            Vorlage {vorlage.nummer ?? 'ohne Nummer'}
          </a>
          {beratung && <span>{rollennamen[beratung.rolle]}</span>}
          {!punkt.oeffentlich && <Nichtoeffentlich />}
        </p>
      </header>
      {beratung?.freigegeben ? (
        <Meldung
          art="success"
          titel={`Freigegeben am ${zeitpunkt(beratung.freigegeben.zeit)} von ${namen[beratung.freigegeben.person] ?? 'unbekannt'}`}
        >
          {beratung.ergebnis && (
            <p>
              <strong>{gross(ergebnisInWorten(beratung.ergebnis, { gremium: gremiumsname }))}.</strong>
            </p>
          )}
          <p>
            Geändert wird es nur noch durch eine begründete{' '}
            <a
              class="kern-link"
              href={mitAbfrage({ phase: 'nachbereiten', top: null, berichtigen: punkt.top })}
            >
              Berichtigung von {punkt.top}
            </a>
            .
          </p>
        </Meldung>
      ) : beratung && darfErfassen ? (
        <Erfassen sitzung={sitzung} punkt={punkt} antwort={antwort} beratung={beratung} termine={termine} />
      ) : (
        <Meldung art="info" titel="Hier ist kein Ergebnis zu erfassen">
          <p>Die Vorlage ist nicht mehr in Beratung, oder das Gremium liegt nicht bei Ihnen.</p>
        </Meldung>
      )}
    </article>
  );
}
