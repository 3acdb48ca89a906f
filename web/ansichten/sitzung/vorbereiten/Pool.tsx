import { useEffect, useRef, useState } from 'preact/hooks';
import type { Listeneintrag } from '../../../../domain/vorlage/projektion.ts';
import { satzZu } from '../../../api/fehler.ts';
import { hole, sende } from '../../../api/klient.ts';
import { sage } from '../../../app/ansage.ts';
import { nutzeListe } from '../../../app/liste.ts';
import { Fehleranzeige } from '../../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Laedt } from '../../../bausteine/Laedt.tsx';
import { Leer } from '../../../bausteine/Leer.tsx';
import { Nichtoeffentlich } from '../../../bausteine/Marke.tsx';
import { Meldung } from '../../../bausteine/Meldung.tsx';
import { tag } from '../../../format/datum.ts';
import type { Sitzungsdaten, Tagesordnungspunkt } from '../typen.ts';
import { nutzeNachruecken } from './fokus.ts';
import { naechsteNummer } from './ordnen.ts';
import { punktname } from './Zeile.tsx';

/** A Beratung that is ready and stands on no agenda (GET /api/gremien/{id}/pool). */
interface Poolzeile extends Listeneintrag {
  readonly beratung: number;
  readonly datum: string | null;
}

export interface Poolangaben {
  readonly sitzung: Sitzungsdaten;
  readonly tops: readonly Tagesordnungspunkt[];
  /** A new order is not saved yet; first that. */
  readonly gesperrt: boolean;
  readonly onGesetzt: () => void;
}

/** What is ready for this Gremium and waits for a Sitzung. */
export function Pool({ sitzung, tops, gesperrt, onGesetzt }: Poolangaben) {
  const liste = nutzeListe<Poolzeile>(`/gremien/${sitzung.gremium}/pool?anzahl=50`);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const { liste: zeilen, merke } = nutzeNachruecken(liste.eintraege);
  const aufgesetzt = sitzung.tops.map(punktname).join();
  const gesehen = useRef(aufgesetzt);
  // What was taken off the agenda waits here again; what somebody else put on it does not.
  useEffect(() => {
    if (gesehen.current === aufgesetzt) return;
    gesehen.current = aufgesetzt;
    liste.neu();
  }, [aufgesetzt]);
  const setze = async (z: Poolzeile) => {
    merke();
    try {
      const { version } = await hole<{ version: number }>(`/vorlagen/${z.vorlage}`);
      const top = naechsteNummer(tops, z.oeffentlich);
      await sende('POST', `/sitzungen/${sitzung.id}/tops`, {
        koerper: { vorlage: z.vorlage, beratung: z.beratung, top, oeffentlich: z.oeffentlich },
        version,
      });
      setzeFehler(null);
      sage(`${z.betreff} steht jetzt als ${top} auf der Tagesordnung.`);
    } catch (f) {
      setzeFehler(satzZu(f));
    }
    liste.neu();
    onGesetzt();
  };
  return (
    <section class="gw-stapel gw-nurbildschirm" aria-labelledby="pool">
      <h2 class="kern-heading-medium" id="pool" tabIndex={-1}>
        Sitzungsreif
      </h2>
      {fehler && <Meldung art="danger" titel={fehler} sprich />}
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {!liste.eintraege && liste.laedt && <Laedt was="Liste" hoehe={8} />}
      {liste.eintraege?.length === 0 && <Leer titel="Alles Sitzungsreife steht auf einer Tagesordnung." />}
      <ul class="gw-tops" ref={zeilen}>
        {(liste.eintraege ?? []).map((z) => (
          <li key={punktname(z)} class="gw-top" data-zeile>
            <div class="gw-top__text">
              <a class="kern-link" data-haupt href={`/vorlagen/${z.vorlage}`}>
                {z.betreff}
              </a>
              <span class="gw-liste__neben">
                <span class="gw-zahl">{z.nummer}</span>
                {!z.oeffentlich && <Nichtoeffentlich />}
                <span class="gw-leise">{z.datum ? `geplant für ${tag(z.datum)}` : 'Termin offen'}</span>
              </span>
            </div>
            <Knopf
              art="secondary"
              klein
              symbol="add"
              name={`${z.nummer} ${z.betreff} auf die Tagesordnung`}
              gesperrt={gesperrt ? 'bitte zuerst die Reihenfolge speichern' : undefined}
              onClick={() => setze(z)}
            >
              Auf die Tagesordnung
            </Knopf>
          </li>
        ))}
      </ul>
      {liste.mehr && (
        <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
          Weitere Vorlagen laden
        </Knopf>
      )}
    </section>
  );
}
