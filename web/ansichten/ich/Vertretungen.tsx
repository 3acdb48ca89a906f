import { useEffect, useState } from 'preact/hooks';
import type { Stelle } from '../../../domain/rollen/stelle.ts';
import { stellenschluessel } from '../../../domain/rollen/stellenschluessel.ts';
import { ApiFehler, satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import type { Ich } from '../../app/ich.ts';
import { nutzeListe } from '../../app/liste.ts';
import { Fehlersumme, type Feldfehler } from '../../bausteine/Fehlersumme.tsx';
import { Auswahl, Textfeld } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { heute, tag } from '../../format/datum.ts';
import { stellenname } from '../../format/stelle.ts';

export interface Vertretung {
  readonly stelle: Stelle;
  readonly vertreter: string;
  readonly von: string;
  readonly bis: string;
}

/** Roles whose holder may name a substitute. */
const vertretbar: ReadonlySet<string> = new Set(['Amtsleitung', 'Dezernat', 'Sitzungsdienst']);

export function Vertretungen({
  stand,
  onGeaendert,
}: {
  readonly stand: Ich & { readonly vertretungen: readonly Vertretung[] };
  readonly onGeaendert: () => void;
}) {
  const stellen = stand.stellen.filter((s) => s.fuer === null && vertretbar.has(s.rolle));
  const personen = nutzeListe<{ id: string; name: string }>(
    stellen.length > 0 ? '/personen?anzahl=100' : null,
  );
  // Everybody can be chosen, page after page.
  useEffect(() => {
    if (personen.mehr && !personen.laedt) personen.ladeMehr();
  }, [personen.mehr, personen.laedt]);
  if (stellen.length === 0) return null;
  const name = (id: string) => stand.namen?.[id] ?? id;
  return (
    <section class="gw-stapel">
      <h2 class="kern-heading-medium">Wer mich vertritt</h2>
      {stand.vertretungen.length === 0 ? (
        <p>Zurzeit ist keine Vertretung eingerichtet.</p>
      ) : (
        <ul class="kern-list">
          {stand.vertretungen.map((v) => (
            <li key={`${stellenschluessel(v.stelle)}${v.vertreter}${v.von}`}>
              {name(v.vertreter)} als {stellenname(v.stelle)}, {tag(v.von)} bis {tag(v.bis)}
            </li>
          ))}
        </ul>
      )}
      <Formular
        stellen={stellen}
        personen={(personen.eintraege ?? []).filter((p) => p.id !== stand.person)}
        onGeaendert={onGeaendert}
      />
    </section>
  );
}

function Formular({
  stellen,
  personen,
  onGeaendert,
}: {
  readonly stellen: readonly Stelle[];
  readonly personen: readonly { readonly id: string; readonly name: string }[];
  readonly onGeaendert: () => void;
}) {
  const erste = stellen[0];
  const [stelle, setzeStelle] = useState(erste ? stellenschluessel(erste) : '');
  const [vertreter, setzeVertreter] = useState('');
  const [von, setzeVon] = useState(heute());
  const [bis, setzeBis] = useState('');
  const [fehler, setzeFehler] = useState<readonly Feldfehler[]>([]);
  const satz = (feld: string) => fehler.find((f) => f.feld === feld)?.satz;

  const richteEin = async () => {
    const mangel: Feldfehler[] = [
      ...(vertreter === '' ? [{ feld: 'vertreter', satz: 'Bitte wählen Sie, wer Sie vertritt.' }] : []),
      ...(von === '' ? [{ feld: 'von', satz: 'Bitte geben Sie den ersten Tag an.' }] : []),
      ...(bis === '' ? [{ feld: 'bis', satz: 'Bitte geben Sie den letzten Tag an.' }] : []),
    ];
    setzeFehler(mangel);
    const gewaehlt = stellen.find((s) => stellenschluessel(s) === stelle);
    if (mangel.length > 0 || !gewaehlt) return;
    try {
      const { rolle, bereich } = gewaehlt;
      await sende('POST', '/ich/vertretungen', {
        koerper: { stelle: { rolle, bereich }, vertreter, von, bis },
      });
      setzeVertreter('');
      setzeBis('');
      sage('Die Vertretung ist eingerichtet.');
      onGeaendert();
    } catch (f) {
      const genannt = f instanceof ApiFehler ? f.felder : [];
      setzeFehler(genannt.length > 0 ? genannt : [{ feld: 'bis', satz: satzZu(f) }]);
    }
  };

  return (
    <form
      class="gw-stapel"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void richteEin();
      }}
    >
      <h3 class="kern-heading-small">Vertretung einrichten</h3>
      <Fehlersumme fehler={fehler} />
      <div class="gw-filter">
        {stellen.length > 1 && (
          <Auswahl
            name="stelle"
            label="Für meine Stelle"
            wert={stelle}
            onWert={setzeStelle}
            werte={stellen.map((s) => ({ wert: stellenschluessel(s), name: stellenname(s) }))}
          />
        )}
        <Auswahl
          name="vertreter"
          label="Vertreten durch"
          wert={vertreter}
          onWert={setzeVertreter}
          fehler={satz('vertreter')}
          werte={[{ wert: '', name: 'Bitte wählen' }, ...personen.map((p) => ({ wert: p.id, name: p.name }))]}
        />
        <Textfeld
          name="von"
          label="Erster Tag"
          art="date"
          wert={von}
          onWert={setzeVon}
          fehler={satz('von')}
        />
        <Textfeld
          name="bis"
          label="Letzter Tag"
          art="date"
          min={von}
          wert={bis}
          onWert={setzeBis}
          fehler={satz('bis')}
        />
      </div>
      <div class="gw-knoepfe">
        <Knopf senden>Vertretung einrichten</Knopf>
      </div>
    </form>
  );
}
