import { useState } from 'preact/hooks';
import { nutzeListe } from '../../app/liste.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { tag } from '../../format/datum.ts';
import { stellenname } from '../../format/stelle.ts';
import { Betriebsmenue } from './Betriebsmenue.tsx';
import { type Person, Personendialog } from './Personendialog.tsx';

/** Who works here, in which Stellen, and who stands in for whom. */
export default function Personen() {
  const liste = nutzeListe<Person>('/personen?anzahl=50');
  const [offen, setze] = useState<Person | 'neu' | null>(null);
  return (
    <Seite
      titel="Systembetreuung: Personen"
      aktionen={
        <Knopf symbol="add" onClick={() => setze('neu')}>
          Person anlegen
        </Knopf>
      }
    >
      <Betriebsmenue hier="/betrieb/personen" />
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {!liste.eintraege && liste.laedt && <Laedt was="Liste" />}
      {liste.eintraege?.length === 0 && <Leer titel="Noch keine Person angelegt." symbol="add" />}
      {liste.eintraege && liste.eintraege.length > 0 && (
        <table class="gw-liste">
          <caption class="kern-sr-only">Personen</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Stellen</th>
              <th scope="col">Vertretung</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {liste.eintraege.map((p) => (
              <tr key={p.id} data-zeile>
                <th scope="row" class="gw-text">
                  <strong>{p.name}</strong>
                  <br />
                  <span class="gw-leise">{p.mail}</span>
                </th>
                <td data-spalte="Stellen">
                  {p.stellen.length === 0
                    ? 'keine'
                    : p.stellen.map((s) => <div key={s.rolle + s.bereich}>{stellenname(s)}</div>)}
                </td>
                <td data-spalte="Vertretung">
                  {p.vertretungen.length === 0
                    ? 'keine'
                    : p.vertretungen.map((v) => (
                        <div key={v.vertreter + v.von}>
                          {liste.eintraege?.find((a) => a.id === v.vertreter)?.name ?? v.vertreter},{' '}
                          {tag(v.von)} bis {tag(v.bis)}
                        </div>
                      ))}
                </td>
                <td>
                  <Knopf klein art="secondary" name={`${p.name} ändern`} onClick={() => setze(p)}>
                    Ändern
                  </Knopf>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {liste.mehr && (
        <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
          Weitere Personen laden
        </Knopf>
      )}
      {offen && (
        <Personendialog
          person={offen === 'neu' ? null : offen}
          onZu={() => setze(null)}
          onGespeichert={liste.neu}
        />
      )}
    </Seite>
  );
}
