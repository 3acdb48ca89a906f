import { nutzeListe } from '../../app/liste.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { uhrzeit, wochentag } from '../../format/datum.ts';
import { gremiumsname } from '../../format/stelle.ts';

interface Zeile {
  readonly sitzung: string;
  readonly beginn: string;
  readonly ort: string;
  readonly tops: number;
}

/** Sitzungen of one Gremium: those to come, nearest first, then the past ones. */
export function Gremiumsliste({ gremium }: { readonly gremium: string }) {
  const liste = nutzeListe<Zeile>(`/gremien/${gremium}/sitzungen?anzahl=50`);
  const jetzt = new Date().toISOString();
  const alle = liste.eintraege ?? [];
  // A Sitzung stays among the present ones until the day after.
  const grenze = new Date(Date.now() - 24 * 3_600_000).toISOString();
  const kommende = alle.filter((s) => s.beginn > grenze).toReversed();
  const vergangene = alle.filter((s) => s.beginn <= grenze);
  if (liste.fehler !== null) return <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />;
  if (!liste.eintraege) return <Laedt was="Sitzungen" />;
  if (alle.length === 0) {
    return (
      <Leer titel="Noch keine Sitzung angesetzt." symbol="calendar-today">
        <p>Sobald der Sitzungsdienst eine Sitzung ansetzt, steht sie hier und im Kalender.</p>
      </Leer>
    );
  }
  return (
    <div class="gw-stapel">
      <Tabelle titel="Laufende und kommende Sitzungen" zeilen={kommende} gremium={gremium} jetzt={jetzt} />
      <Tabelle titel="Vergangene Sitzungen" zeilen={vergangene} gremium={gremium} />
      {liste.mehr && (
        <div class="gw-knoepfe">
          <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
            Frühere Sitzungen laden
          </Knopf>
        </div>
      )}
    </div>
  );
}

function Tabelle({
  titel,
  zeilen,
  gremium,
  jetzt,
}: {
  readonly titel: string;
  readonly zeilen: readonly Zeile[];
  readonly gremium: string;
  /** Says of a Sitzung that it has begun; of past ones nobody needs to hear it. */
  readonly jetzt?: string;
}) {
  if (zeilen.length === 0) return null;
  return (
    <section class="gw-stapel">
      <h2 class="kern-heading-medium">{titel}</h2>
      <table class="gw-liste">
        <caption class="kern-sr-only">
          {titel} des Gremiums {gremiumsname(gremium)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Sitzung</th>
            <th scope="col">Ort</th>
            <th scope="col">Punkte</th>
          </tr>
        </thead>
        <tbody>
          {zeilen.map((z) => (
            <tr key={z.sitzung} data-zeile>
              <th scope="row">
                <a class="kern-link" data-haupt href={`/sitzungen/${z.sitzung}`}>
                  {wochentag(z.beginn)}, {uhrzeit(z.beginn)} Uhr
                </a>
                {jetzt && z.beginn <= jetzt && <span class="gw-leise"> (hat begonnen)</span>}
              </th>
              <td data-spalte="Ort">{z.ort}</td>
              <td data-spalte="Punkte" class="gw-zahl">
                {z.tops}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
