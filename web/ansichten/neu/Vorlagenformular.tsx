import { useEffect, useRef, useState } from 'preact/hooks';
import { plusTage } from '../../../domain/fristen/datum.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { melde } from '../../app/kurzmeldung.ts';
import { gehe } from '../../app/ort.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import type { Sitzungstermin } from '../../bausteine/beratungsangabe.ts';
import { Fehlersumme, type Feldfehler } from '../../bausteine/Fehlersumme.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { heute } from '../../format/datum.ts';
import { merkeGremien } from '../../format/stelle.ts';
import { Abschnitt } from './Abschnitt.tsx';
import { Anlagen } from './Anlagen.tsx';
import { macheDateien } from './dateien.ts';
import { reicheEin } from './einreichen.ts';
import { kopfAus } from './formular.ts';
import { maengel } from './maengel.ts';
import { Papier } from './Papier.tsx';
import { istFertig } from './pruefstand.ts';
import { Speicheranzeige } from './Speicheranzeige.tsx';
import { Streit } from './Streit.tsx';
import { schritte, Uebersicht } from './Uebersicht.tsx';
import { Verwerfen } from './Verwerfen.tsx';
import { type Gremienliste, Weg } from './Weg.tsx';
import { Worum } from './Worum.tsx';
import { macheWerkstatt } from './werkstatt.ts';
import { Zusammenfassung } from './Zusammenfassung.tsx';
import type { Zustand } from './zustand.ts';
import './neu.css';

/** How far ahead Sitzungen are offered, in days. */
const vorschau = 270;

/** The whole form on one page, for a new draft, an old one, and a new Fassung. */
export function Vorlagenformular({
  anfang,
  aemter,
  onUeberholt,
}: {
  readonly anfang: Zustand;
  readonly aemter: readonly string[];
  /** Meanwhile it is no draft any more: show what it is now. */
  readonly onUeberholt: (id: string) => void;
}) {
  const [{ w, dateien }] = useState(() => {
    const werkstatt = macheWerkstatt(anfang);
    return { w: werkstatt, dateien: macheDateien(werkstatt) };
  });
  const z = nutzeSpeicher(w.zustand);
  const gremien = nutzeAbfrage<Gremienliste>('/gremien');
  const kalender = nutzeAbfrage<{ eintraege: readonly Sitzungstermin[] }>(
    `/kalender?von=${heute()}&bis=${plusTage(heute(), vorschau)}`,
  );
  const kalenderBereit = useRef(false);
  kalenderBereit.current ||= !kalender.laedt;
  const [summe, setzeSumme] = useState<readonly Feldfehler[]>([]);
  const [gezeigt, setzeGezeigt] = useState(false);
  const [reicht, setzeReicht] = useState(false);
  if (gremien.daten) merkeGremien(gremien.daten.eintraege);

  useEffect(() => {
    const beimGehen = (e: BeforeUnloadEvent) => {
      void w.sichere();
      if (dateien.laufende() > 0) e.preventDefault();
    };
    addEventListener('beforeunload', beimGehen);
    return () => {
      removeEventListener('beforeunload', beimGehen);
      void w.sichere().then(w.beende);
      dateien.beende();
    };
  }, [w, dateien]);
  useEffect(() => {
    if (z.ueberholt && z.id) onUeberholt(z.id);
  }, [z.ueberholt]);

  const alle = maengel({ ...z, heute: heute() });
  useEffect(() => {
    // Once all of it is mended the summary goes; before that it stays as it was, and so does the focus.
    const offen = summe.some((s) => [...alle, ...z.ablehnung].some((m) => m.feld === s.feld));
    if (summe.length > 0 && !offen) setzeSumme([]);
  });
  const fehler = (feld: string) =>
    z.ablehnung.find((f) => f.feld === feld)?.satz ??
    (gezeigt ? alle.find((f) => f.feld === feld)?.satz : undefined);

  const einreichen = async () => {
    setzeGezeigt(true);
    setzeSumme(alle);
    if (alle.length > 0) return;
    setzeReicht(true);
    try {
      const kurz = await reicheEin(w);
      if (kurz) {
        const neueFassung = z.phase === 'ueberarbeitung' ? `${kurz.fassung}. Fassung von ` : '';
        melde(neueFassung ? `${neueFassung}${kurz.nummer} eingereicht.` : `Eingereicht als ${kurz.nummer}.`);
        if (location.pathname === `/vorlagen/${kurz.id}/bearbeiten`) {
          gehe(`/vorlagen/${kurz.id}`, { ersetze: true });
        }
      } else setzeSumme(w.zustand.lies().ablehnung);
    } finally {
      setzeReicht(false);
    }
  };

  const [eins, zwei, drei, vier, fuenf] = schritte;
  return (
    <form
      class="gw-neu"
      noValidate
      onSubmit={(e) => e.preventDefault()}
      onFocusOut={(e) => {
        // Leaving a field saves what was typed there; not before there is something to save.
        if (z.id && e.target instanceof HTMLElement && e.target.matches('input,textarea,select'))
          void w.sichere();
      }}
    >
      <aside class="gw-neu__seite" aria-label="Stand des Entwurfs">
        <Uebersicht maengel={alle} anzahlAnlagen={z.anlagen.length} />
        <Speicheranzeige stand={z.speichern} />
      </aside>
      <div class="gw-neu__haupt">
        {/* Without the last step: who has just submitted keeps the focus on the button. */}
        <div class="gw-neu__angaben" inert={reicht}>
          <Fehlersumme fehler={summe} />
          <Streit faelle={z.streit} jetzt={kopfAus(z.formular)} onLoese={w.loese} />
          {z.zusammengefuehrt && (
            <Meldung
              art="info"
              titel="Jemand hat den Entwurf inzwischen geändert. Beides wurde zusammengeführt."
              sprich
            />
          )}
          <Abschnitt nr={1} id={eins.id} titel={eins.titel}>
            <Worum
              f={z.formular}
              aemter={aemter}
              angelegt={z.id !== null}
              liest={prueftPapier(z)}
              fehler={fehler}
              onAenderung={w.aendereFormular}
            />
          </Abschnitt>
          <Abschnitt nr={2} id={zwei.id} titel={zwei.titel}>
            <Weg
              f={z.formular}
              gremien={gremien}
              termine={kalender.daten?.eintraege ?? null}
              bereit={kalenderBereit.current}
              fehler={fehler}
              onWeg={(gremienweg) => w.aendereFormular({ gremienweg })}
            />
          </Abschnitt>
          <Abschnitt nr={3} id={drei.id} titel={drei.titel}>
            <Papier z={z} w={w} dateien={dateien} fehler={fehler} />
          </Abschnitt>
          <Abschnitt nr={4} id={vier.id} titel={`${vier.titel} (freiwillig)`}>
            <Anlagen z={z} w={w} dateien={dateien} fehler={fehler} />
          </Abschnitt>
        </div>
        <Abschnitt nr={5} id={fuenf.id} titel={fuenf.titel}>
          <Zusammenfassung z={z} />
          {z.ablehnung.length > 0 && (
            <Meldung art="danger" titel="Nicht eingereicht">
              <p>{z.ablehnung.map((a) => a.satz).join(' ')}</p>
            </Meldung>
          )}
          <div class="gw-knoepfe" data-feld="einreichen">
            <Knopf onClick={einreichen} laeuft={reicht}>
              {z.phase === 'entwurf' ? 'Vorlage einreichen' : 'Neue Fassung einreichen'}
            </Knopf>
            {z.phase === 'entwurf' && (
              <div inert={reicht}>
                <Verwerfen w={w} />
              </div>
            )}
          </div>
          <p class="gw-leise">
            Nach dem Einreichen haben Sie 6 Sekunden, um es zurückzunehmen. Danach liegt die Vorlage beim
            Dezernat, und Sie können hier jederzeit sehen, wo sie ist.
          </p>
        </Abschnitt>
      </div>
    </form>
  );
}

function prueftPapier({ papier, uploads }: Zustand): boolean {
  const upload = papier && uploads[papier.schluessel];
  return papier !== null && !(upload?.art === 'beimServer' && istFertig(upload.stand));
}
