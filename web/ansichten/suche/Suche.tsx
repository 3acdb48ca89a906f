import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sucheintrag } from '../../../domain/suche/sucheintrag.ts';
import type { Phase } from '../../../domain/vorlage/stand.ts';
import { satzZu } from '../../api/fehler.ts';
import { sage } from '../../app/ansage.ts';
import { nutzeListe } from '../../app/liste.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Textfeld } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { Vorlagenliste } from '../../bausteine/Vorlagenliste.tsx';
import { tag, tagVon } from '../../format/datum.ts';
import { liegtBei } from '../../format/liegtBei.ts';
import { phasennamen } from '../../format/phase.ts';
import { gremiumsname } from '../../format/stelle.ts';
import { csv } from './csv.ts';
import { Eingrenzung, eingrenzungen } from './Eingrenzung.tsx';
import { ladeAlle } from './ladeAlle.ts';

/** A word is looked up this long after the last key, in ms. */
const tippause = 300;

/** All that I may see, by word and narrowed down; the address holds the question. */
export default function Suche({ abfrage }: Ansichtsangaben) {
  const wort = abfrage.get('q') ?? '';
  const [getippt, setze] = useState(wort);
  const uhr = useRef(0);
  useEffect(() => setze(wort), [wort]);
  const frage = new URLSearchParams();
  for (const feld of ['q', ...eingrenzungen]) {
    const wert = abfrage.get(feld);
    if (wert) frage.set(feld, wert);
  }
  const pfad = `/suche?${frage}`;
  const liste = nutzeListe<Sucheintrag>(pfad);
  const [fehler, setzeFehler] = useState<string | null>(null);
  const treffer = liste.eintraege;

  useEffect(() => {
    if (treffer && !liste.laedt) {
      sage(
        treffer.length === 0
          ? 'Keine Vorlage gefunden.'
          : `${treffer.length}${liste.mehr ? ' und mehr' : ''} Vorlagen gefunden.`,
      );
    }
  }, [treffer, liste.laedt]);

  const suche = (neu: string) => {
    setze(neu);
    clearTimeout(uhr.current);
    uhr.current = window.setTimeout(() => setzeAbfrage({ q: neu.trim() }), tippause);
  };
  const speichere = async () => {
    try {
      const alle = await ladeAlle(pfad);
      const kopf = [
        'Nummer',
        'Betreff',
        'Stand',
        'Liegt bei',
        'Frist',
        'Amt',
        'Dezernat',
        'Az.',
        'Gremien',
        'Öffentlich',
        'Angelegt',
      ];
      const datei = new Blob([csv([kopf, ...alle.map(alsZeile)])], { type: 'text/csv;charset=utf-8' });
      const verweis = document.createElement('a');
      verweis.href = URL.createObjectURL(datei);
      verweis.download = 'vorlagen.csv';
      verweis.click();
      URL.revokeObjectURL(verweis.href);
      setzeFehler(null);
      sage(`${alle.length} Vorlagen als CSV gespeichert.`);
    } catch (f) {
      setzeFehler(satzZu(f));
    }
  };

  return (
    <Seite titel="Suche" fenstertitel={wort ? `„${wort}“ – Suche` : 'Suche'}>
      <search class="gw-stapel">
        <form
          onSubmit={(e) => {
            e.preventDefault();
            clearTimeout(uhr.current);
            setzeAbfrage({ q: getippt.trim() });
          }}
        >
          <Textfeld
            name="q"
            label="Nummer, Betreff, Aktenzeichen oder Amt"
            hinweis="Wortanfänge genügen. Mehrere Wörter müssen alle vorkommen."
            schlicht
            art="search"
            wert={getippt}
            onWert={suche}
            hoechstlaenge={200}
          />
        </form>
        <Eingrenzung abfrage={abfrage} />
      </search>
      {fehler && <Meldung art="danger" titel={fehler} sprich />}
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {!treffer && liste.laedt && <Laedt was="Trefferliste" hoehe={20} />}
      {treffer?.length === 0 && !liste.mehr && (
        <Leer titel="Keine Vorlage gefunden." symbol="search">
          <p>
            {frage.size > 0
              ? 'Versuchen Sie ein kürzeres Wort oder weniger Eingrenzungen. Gerade Geändertes erscheint nach einem Augenblick.'
              : 'Es gibt noch keine Vorlage, die Sie lesen dürfen.'}
          </p>
        </Leer>
      )}
      {treffer && treffer.length > 0 && (
        <section class="gw-stapel" aria-label="Treffer">
          <div class="gw-knoepfe">
            <p>
              {treffer.length}
              {liste.mehr ? ' und mehr' : ''} {treffer.length === 1 ? 'Vorlage' : 'Vorlagen'}
            </p>
            <Knopf art="tertiary" symbol="download" onClick={speichere}>
              Alle Treffer als CSV speichern
            </Knopf>
          </div>
          <Vorlagenliste titel="Treffer" eintraege={treffer} />
        </section>
      )}
      {liste.mehr && (
        <div class="gw-knoepfe">
          <Knopf art="secondary" onClick={liste.ladeMehr} laeuft={liste.laedt}>
            Weitere Treffer laden
          </Knopf>
        </div>
      )}
    </Seite>
  );
}

function alsZeile(e: Sucheintrag): string[] {
  return [
    e.nummer ?? '',
    e.betreff,
    phasennamen[e.phase as Phase].name,
    liegtBei(e) ?? '',
    e.frist ? tag(e.frist) : '',
    `${e.amt}-${e.amtName}`,
    e.dezernat,
    e.az ?? '',
    e.gremien.map(gremiumsname).join(', '),
    e.oeffentlich ? 'ja' : 'nein',
    tag(tagVon(e.angelegtAm)),
  ];
}
