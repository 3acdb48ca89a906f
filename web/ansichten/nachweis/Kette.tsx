import { useEffect, useState } from 'preact/hooks';
import type { Ereignis } from '../../../domain/ereignisse/ereignis.ts';
import type { GespeichertesEreignis, Kettenbefund } from '../../../domain/ereignisse/kette.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { pruefeHier } from '../../app/kettenpruefung.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { zeitpunkt } from '../../format/datum.ts';
import { ereignisInWorten } from '../../format/ereignis.ts';
import { gremiumsname, stellenname } from '../../format/stelle.ts';

interface Kettenantwort {
  readonly ereignisse: readonly GespeichertesEreignis[];
  readonly befund: Kettenbefund;
}

/** The number that a Vorlage got with its first submission. */
function nummerAus(ereignisse: readonly GespeichertesEreignis[]): string | null {
  for (const { bytes } of ereignisse) {
    const e = JSON.parse(bytes) as Ereignis;
    if (e.art === 'Eingereicht' && typeof e.daten.nummer === 'string') return e.daten.nummer;
  }
  return null;
}

/** One chain in plain German, verified here. */
export default function Kette({ teile }: Ansichtsangaben) {
  const pfad = `/ketten/${teile.art}/${teile.id}`;
  const kette = nutzeAbfrage<Kettenantwort>(pfad);
  const personen = nutzeAbfrage<{ eintraege: readonly { id: string; name: string }[] }>(
    '/personen?anzahl=100',
  );
  const [befund, setze] = useState<Kettenbefund | null>(null);
  useEffect(() => {
    if (kette.daten) void pruefeHier(kette.daten.ereignisse).then(setze);
  }, [kette.daten]);

  const namen = new Map((personen.daten?.eintraege ?? []).map((p) => [p.id, p.name]));
  const person = (id: string) => (id === 'system' ? 'System' : (namen.get(id) ?? id));
  const name = nummerAus(kette.daten?.ereignisse ?? []) ?? namen.get(teile.id ?? '') ?? teile.id;
  const speichere = () => {
    const datei = new Blob([`${JSON.stringify(kette.daten, null, 2)}\n`], { type: 'application/json' });
    const verweis = document.createElement('a');
    verweis.href = URL.createObjectURL(datei);
    verweis.download = `kette-${teile.art}-${teile.id}.json`;
    verweis.click();
    URL.revokeObjectURL(verweis.href);
  };

  return (
    <Seite
      titel={`Kette ${teile.art} ${name}`}
      oben={
        <a class="kern-link" href="/nachweis">
          Nachweis
        </a>
      }
    >
      {kette.fehler !== null && <Fehleranzeige fehler={kette.fehler} erneut={kette.neu} />}
      {!kette.daten && kette.laedt && <Laedt was="Kette" hoehe={20} />}
      {befund && (
        <Meldung
          art={befund.gueltig ? 'success' : 'danger'}
          titel={
            befund.gueltig
              ? `Unversehrt: ${befund.laenge} ${befund.laenge === 1 ? 'Ereignis' : 'Ereignisse'}, in diesem Browser nachgerechnet`
              : (befund.fehler ?? 'Die Kette ist beschädigt.')
          }
        />
      )}
      {kette.daten && (
        <>
          <ol class="gw-kette">
            {kette.daten.ereignisse.map(({ bytes, hash }) => {
              const e = JSON.parse(bytes) as Ereignis;
              return (
                <li key={hash}>
                  <p>
                    {ereignisInWorten(e.art, e.daten, { person, gremium: gremiumsname, stelle: stellenname })}
                  </p>
                  <p class="gw-leise">
                    {zeitpunkt(e.zeit)}, {person(e.person)}
                    {e.vertretungFuer && ` i. V. für ${person(e.vertretungFuer)}`}
                  </p>
                  <p class="gw-leise gw-text">
                    Prüfsumme <code>{hash}</code>
                  </p>
                </li>
              );
            })}
          </ol>
          <div class="gw-knoepfe">
            <Knopf art="secondary" symbol="download" onClick={speichere}>
              Kette als JSON speichern
            </Knopf>
          </div>
        </>
      )}
    </Seite>
  );
}
