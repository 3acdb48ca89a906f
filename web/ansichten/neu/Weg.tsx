import { freigabewege } from '../../../domain/freigabeweg/freigabewege.ts';
import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { einstellungen } from '../../api/einstellungen.ts';
import type { Abfrage } from '../../app/abfrage.ts';
import type { Beratungsangabe, Sitzungstermin } from '../../bausteine/beratungsangabe.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Gremienwegbau } from '../../bausteine/Gremienwegbau.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { heute, tagVon } from '../../format/datum.ts';
import { amtsname } from '../../format/stelle.ts';
import { Fristen } from './Fristen.tsx';
import type { Formular } from './formular.ts';
import { type Fristgrundlage, fristenbild, naechstePassende } from './fristenbild.ts';
import { weghinweise } from './hinweise.ts';

export interface Gremienliste {
  readonly eintraege: readonly { readonly id: string; readonly name: string }[];
}

/** What the deadlines of a Vorlage of this Amt count from. */
export function grundlageFuer(amt: string): Fristgrundlage {
  const dezernat = einstellungen().aemter.find((a) => a.nr === amt)?.dezernat;
  return {
    heute: heute(),
    vorlauf: einstellungen().vorlauf,
    freigabeweg: freigabewege.UV ?? unterrichtungsvorlage,
    stationsname: (bereich) =>
      bereich === 'amt' ? (amt ? amtsname(amt) : 'Amt') : dezernat ? `Dezernat ${dezernat}` : 'Dezernat',
  };
}

/** Step 2: which Gremien, in which order, on which days. */
export function Weg({
  f,
  gremien,
  termine,
  bereit,
  fehler,
  onWeg,
}: {
  readonly f: Formular;
  readonly gremien: Abfrage<Gremienliste>;
  readonly termine: readonly Sitzungstermin[] | null;
  /** The calendar has answered, or failed. */
  readonly bereit: boolean;
  readonly fehler: (feld: string) => string | undefined;
  readonly onWeg: (weg: readonly Beratungsangabe[]) => void;
}) {
  if (gremien.fehler && !gremien.daten) return <Fehleranzeige fehler={gremien.fehler} erneut={gremien.neu} />;
  if (!gremien.daten || !bereit) return <Laedt was="Gremienweg" hoehe={28} />;
  const grundlage = grundlageFuer(f.amt);
  const passende = (gremium: string, ab: string) => {
    const termin = naechstePassende(termine ?? [], gremium, ab, grundlage);
    return termin ? tagVon(termin.beginn) : null;
  };
  /** After the Beratung before it: one Gremium passes it on to the next. */
  const fruehestens = (platz: number) =>
    f.gremienweg
      .slice(0, platz)
      .map((b) => b.datum)
      .reduce((spaetestes, d) => (d > spaetestes ? d : spaetestes), grundlage.heute);
  return (
    <>
      <p>
        In welchen Gremien soll die Vorlage beraten werden, und in welcher Reihenfolge? Vorgeschlagen wird die
        nächste Sitzung, für die die Zeit reicht.
      </p>
      <Gremienwegbau
        weg={f.gremienweg}
        onWeg={onWeg}
        gremien={gremien.daten.eintraege}
        termine={termine}
        fehler={fehler}
        vorschlag={(gremium, platz) => passende(gremium, fruehestens(platz)) ?? ''}
        bemerkung={(t) => {
          const { lage } = fristenbild(tagVon(t.beginn), grundlage);
          return lage === 'passt' ? '' : lage === 'knapp' ? 'wird knapp' : 'reicht nicht mehr';
        }}
        zusatz={(b, platz) =>
          b.datum !== '' && (
            <Fristen
              bild={fristenbild(b.datum, grundlage)}
              naechste={passende(b.gremium, fruehestens(platz))}
              onNaechste={() => {
                const datum = passende(b.gremium, fruehestens(platz)) ?? b.datum;
                onWeg(f.gremienweg.map((x, i) => (i === platz ? { ...x, datum, freierTag: false } : x)));
              }}
            />
          )
        }
      />
      {weghinweise(f.gremienweg).map((satz) => (
        <Meldung key={satz} art="info" titel={satz} />
      ))}
    </>
  );
}
