import { useState } from 'preact/hooks';
import type { GespeichertesEreignis } from '../../../domain/ereignisse/kette.ts';
import { satzZu } from '../../api/fehler.ts';
import { hole } from '../../api/klient.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { sage } from '../../app/ansage.ts';
import { pruefeHier } from '../../app/kettenpruefung.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Register } from '../../bausteine/Register.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { Kettenliste } from './Kettenliste.tsx';
import { type Kettenkopf, kettenarten } from './kettenkopf.ts';
import { type Gesamtbefund, Pruefbericht } from './Pruefbericht.tsx';

/** Every chain of the record, and whether each still is what was written. */
export default function Nachweis({ abfrage }: Ansichtsangaben) {
  const ketten = nutzeAbfrage<{ eintraege: readonly Kettenkopf[] }>('/ketten');
  const [befund, setze] = useState<Gesamtbefund | null>(null);
  const [fortschritt, setzeFortschritt] = useState<number | null>(null);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const alle = ketten.daten?.eintraege ?? [];
  const art = kettenarten.find((a) => a.art === abfrage.get('art')) ?? kettenarten[0];
  const diese = alle.filter((k) => k.art === art?.art);

  const pruefeAlle = async () => {
    setzeFehler(null);
    const gebrochen: Gesamtbefund['gebrochen'][number][] = [];
    let ereignisse = 0;
    try {
      for (const [i, k] of alle.entries()) {
        setzeFortschritt(i);
        const kette = await hole<{ ereignisse: readonly GespeichertesEreignis[] }>(
          `/ketten/${k.art}/${k.id}`,
        );
        const b = await pruefeHier(kette.ereignisse);
        ereignisse += b.laenge;
        // What was written since the list was loaded may have made the chain longer, never shorter.
        const gekuerzt = b.laenge < k.nr || kette.ereignisse[k.nr - 1]?.hash !== k.kopf;
        if (!b.gueltig || gekuerzt) {
          gebrochen.push({ kette: k, satz: b.fehler ?? 'Der Kopf der Kette passt nicht zur Liste.' });
        }
      }
      setze({ ketten: alle.length, ereignisse, gebrochen, zeit: new Date().toISOString() });
      sage(
        gebrochen.length === 0
          ? 'Alle Ketten sind unversehrt.'
          : `${gebrochen.length} von ${alle.length} Ketten ${gebrochen.length === 1 ? 'ist' : 'sind'} beschädigt.`,
      );
    } catch (f) {
      setzeFehler(satzZu(f));
    }
    setzeFortschritt(null);
  };

  return (
    <Seite titel="Nachweis">
      <p>
        Jede Entscheidung steht als Ereignis in einer Kette. Jedes Glied trägt die Prüfsumme seines
        Vorgängers; wer nachträglich etwas ändert, bricht die Kette. Ihr Browser rechnet die Prüfsummen selbst
        nach.
      </p>
      {ketten.fehler !== null && <Fehleranzeige fehler={ketten.fehler} erneut={ketten.neu} />}
      {!ketten.daten && ketten.laedt && <Laedt was="Nachweis" hoehe={20} />}
      {ketten.daten && alle.length === 0 && <Leer titel="Noch ist nichts festgehalten." symbol="history" />}
      {ketten.daten && alle.length > 0 && (
        <>
          <Pruefbericht befund={befund} fortschritt={fortschritt} anzahl={alle.length} fehler={fehler} />
          <div class="gw-knoepfe">
            <Knopf onClick={pruefeAlle}>Alle {alle.length} Ketten prüfen</Knopf>
          </div>
          <Register
            name="Arten der Ketten"
            feld="art"
            aktiv={art?.art ?? 'Vorlage'}
            blaetter={kettenarten.map((a) => ({
              wert: a.art,
              name: a.name,
              anzahl: alle.filter((k) => k.art === a.art).length,
            }))}
          />
          <Kettenliste name={art?.name ?? ''} ketten={diese} />
        </>
      )}
    </Seite>
  );
}
