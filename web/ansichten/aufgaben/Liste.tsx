import { useEffect } from 'preact/hooks';
import { nutzeListe } from '../../app/liste.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Vorlagenliste } from '../../bausteine/Vorlagenliste.tsx';
import { heute } from '../../format/datum.ts';
import type { Abschnitt } from './blaetter.ts';
import { filtere } from './filter.ts';
import type { Aufgabe } from './sammelfreigabe.ts';

export interface Listenangaben {
  readonly abschnitt: Abschnitt;
  /** The name is shown where a sheet has several lists. */
  readonly mitName: boolean;
  readonly wort: string;
  readonly frist: string;
  /** Changes when the list is to be loaded again. */
  readonly runde: number;
  readonly wahl: {
    readonly gewaehlt: ReadonlySet<string>;
    readonly setze: (a: Aufgabe, an: boolean) => void;
  } | null;
  readonly onGeladen: (aufgaben: readonly Aufgabe[]) => void;
}

const waehlbar = (e: Aufgabe) => e.art === 'station';

/** One list of a sheet with all its states. */
export function Liste({ abschnitt, mitName, wort, frist, runde, wahl, onGeladen }: Listenangaben) {
  const liste = nutzeListe<Aufgabe>(abschnitt.pfad);
  useEffect(() => {
    if (runde > 0) liste.neu();
  }, [runde]);
  useEffect(() => {
    if (liste.eintraege) onGeladen(liste.eintraege);
  }, [liste.eintraege]);
  const gezeigt = liste.eintraege && filtere(liste.eintraege, wort, frist, heute());
  return (
    <section class="gw-stapel" aria-label={abschnitt.name}>
      {mitName && <h2 class="kern-heading-small">{abschnitt.name}</h2>}
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {gezeigt === null && liste.laedt && <Laedt was="Liste" />}
      {gezeigt !== null && gezeigt.length === 0 && (
        <Leer
          titel={
            liste.eintraege?.length === 0 ? 'Hier liegt gerade nichts.' : 'Zu diesem Filter passt nichts.'
          }
        >
          {liste.eintraege?.length === 0 ? (
            <p>Sobald etwas auf Sie wartet, steht es hier, und Sie bekommen eine E-Mail.</p>
          ) : (
            <p>Ändern Sie das Suchwort oder die Frist.</p>
          )}
        </Leer>
      )}
      {gezeigt !== null && gezeigt.length > 0 && (
        <Vorlagenliste
          titel={abschnitt.name}
          eintraege={gezeigt}
          {...(wahl && gezeigt.some(waehlbar)
            ? {
                wahl: {
                  gewaehlt: wahl.gewaehlt,
                  waehlbar,
                  setze: (vorlage: string, an: boolean) => {
                    const aufgabe = gezeigt.find((e) => e.vorlage === vorlage);
                    if (aufgabe) wahl.setze(aufgabe, an);
                  },
                },
              }
            : {})}
        />
      )}
      {liste.mehr && (
        <div class="gw-knoepfe">
          <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
            Weitere Vorlagen laden
          </Knopf>
        </div>
      )}
    </section>
  );
}
