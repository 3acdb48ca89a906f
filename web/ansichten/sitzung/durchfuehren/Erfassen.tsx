import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Beratung } from '../../../../domain/vorlage/stand.ts';
import { nutzeSpeicher } from '../../../app/speicher.ts';
import { ablagefehler } from '../../../speicher/ausgang.ts';
import type { Termine } from '../termine.ts';
import type { Sitzungsdaten, Tagesordnungspunkt, Vorlagenantwort } from '../typen.ts';
import { urteile } from '../urteil.ts';
import { Ergebnisform } from './Ergebnisform.tsx';
import { Konflikt } from './Konflikt.tsx';
import { nutzeErgebnis } from './nutzeErgebnis.ts';
import { Speicherstand } from './Speicherstand.tsx';
import { Urteilsspalte } from './Urteilsspalte.tsx';

/** The form of a TOP with the rules' verdict beside it. Nothing in the verdict hinders saving. */
export function Erfassen({
  sitzung,
  punkt,
  antwort,
  beratung,
  termine,
}: {
  readonly sitzung: Sitzungsdaten;
  readonly punkt: Tagesordnungspunkt;
  readonly antwort: Vorlagenantwort;
  readonly beratung: Beratung;
  readonly termine: Termine;
}) {
  const { ergebnis, eintrag, setze } = nutzeErgebnis(sitzung, punkt, antwort, beratung);
  const ablage = nutzeSpeicher(ablagefehler);
  const minute = nutzeMinute();
  const urteil = useMemo(
    () => ergebnis && urteile(antwort.vorlage, beratung.nr, ergebnis, new Date(minute).toISOString()),
    [antwort.vorlage, beratung.nr, ergebnis, minute],
  );
  return (
    <>
      <Speicherstand
        eintrag={eintrag}
        ablage={ablage}
        vomServer={
          beratung.ergebnis && beratung.erfasstVon
            ? `Erfasst von ${antwort.namen[beratung.erfasstVon] ?? 'einer anderen Person'}.`
            : null
        }
      />
      {eintrag?.konflikt && <Konflikt eintrag={eintrag} konflikt={eintrag.konflikt} />}
      <div class="gw-erfassen">
        <Ergebnisform
          ergebnis={ergebnis}
          setze={setze}
          gremium={sitzung.gremium}
          sitzung={sitzung.id}
          nichtoeffentlich={!punkt.oeffentlich}
          termine={termine}
        />
        <Urteilsspalte ergebnis={ergebnis} urteil={urteil ?? null} uebernimm={setze} />
      </div>
    </>
  );
}

/** The present minute in ms: whether the Sitzung has begun changes the verdict. */
function nutzeMinute(): number {
  const [minute, setze] = useState(() => Date.now());
  useEffect(() => {
    const uhr = setInterval(() => setze(Date.now()), 60_000);
    return () => clearInterval(uhr);
  }, []);
  return minute;
}
