import { nutzeAbfrage } from '../../app/abfrage.ts';
import { mitAbfrage, setzeAbfrage } from '../../app/ort.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Auswahl } from '../../bausteine/Feld.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { heute, tagVon } from '../../format/datum.ts';
import { plusMonate, zeitraum } from './monate.ts';
import type { Kalendersitzung } from './plan.ts';
import { Sitzungskarte } from './Sitzungskarte.tsx';

/** All Sitzungen of three months with their deadlines counted back. */
export default function Kalender({ abfrage }: Ansichtsangaben) {
  const ab = /^\d{4}-\d{2}$/.test(abfrage.get('ab') ?? '') ? (abfrage.get('ab') ?? '') : heute().slice(0, 7);
  const gremium = abfrage.get('gremium') ?? '';
  const { von, bis, monate } = zeitraum(ab, 3);
  const gremien = nutzeAbfrage<{ eintraege: readonly { id: string; name: string }[] }>('/gremien');
  const liste = nutzeAbfrage<{ eintraege: readonly Kalendersitzung[] }>(
    `/kalender?von=${von}&bis=${bis}${gremium ? `&gremium=${encodeURIComponent(gremium)}` : ''}`,
  );
  // Both at once: what stands below is not pushed down by what comes later.
  const sitzungen = gremien.laedt ? null : (liste.daten?.eintraege ?? null);
  return (
    <Seite titel="Kalender">
      <div class="gw-filter">
        <Auswahl
          name="gremium"
          label="Gremium"
          schlicht
          wert={gremium}
          onWert={(g) => setzeAbfrage({ gremium: g })}
          werte={[
            { wert: '', name: 'Alle Gremien' },
            ...(gremien.daten?.eintraege ?? []).map((g) => ({ wert: g.id, name: g.name })),
          ]}
        />
        <nav class="gw-knoepfe" aria-label="Zeitraum">
          <a class="kern-btn kern-btn--secondary" href={mitAbfrage({ ab: plusMonate(ab, -3) })}>
            <span class="kern-label">Frühere drei Monate</span>
          </a>
          <a class="kern-btn kern-btn--secondary" href={mitAbfrage({ ab: plusMonate(ab, 3) })}>
            <span class="kern-label">Spätere drei Monate</span>
          </a>
        </nav>
      </div>
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {!sitzungen && (liste.laedt || gremien.laedt) && <Laedt was="Kalender" hoehe={20} />}
      {sitzungen &&
        monate.map((monat) => {
          const diese = sitzungen.filter((s) => tagVon(s.beginn).startsWith(monat.wert));
          return (
            <section key={monat.wert} class="gw-stapel">
              <h2 class="kern-heading-medium">{monat.name}</h2>
              {diese.length === 0 ? (
                <p class="gw-leise">In diesem Monat ist keine Sitzung angesetzt.</p>
              ) : (
                diese.map((s) => <Sitzungskarte key={s.sitzung} sitzung={s} />)
              )}
            </section>
          );
        })}
      {sitzungen && <Abonnieren gremien={gremien.daten?.eintraege ?? []} />}
    </Seite>
  );
}

function Abonnieren({ gremien }: { readonly gremien: readonly { id: string; name: string }[] }) {
  return (
    <section class="gw-stapel gw-nurbildschirm">
      <h2 class="kern-heading-medium">Im eigenen Kalender abonnieren</h2>
      <p>
        Diese Adressen zeigen die Sitzungstermine in Outlook und anderen Kalendern, ohne Anmeldung und ohne
        Inhalte.
      </p>
      <ul class="kern-list">
        {gremien.map((g) => (
          <li key={g.id}>
            <a class="kern-link" href={`/api/gremien/${g.id}/kalender.ics`} download={`${g.id}.ics`}>
              Termine {g.name} (iCalendar)
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
