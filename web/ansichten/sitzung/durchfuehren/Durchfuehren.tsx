import { useEffect } from 'preact/hooks';
import { ich } from '../../../app/ich.ts';
import { ort, setzeAbfrage } from '../../../app/ort.ts';
import { nutzeSpeicher } from '../../../app/speicher.ts';
import { Fehleranzeige } from '../../../bausteine/Fehleranzeige.tsx';
import { Laedt } from '../../../bausteine/Laedt.tsx';
import { Leer } from '../../../bausteine/Leer.tsx';
import { bestand, liefereSofort } from '../../../speicher/ausgang.ts';
import { eintragsid } from '../../../speicher/postausgang.ts';
import { nutzeBreit } from '../breit.ts';
import type { Phasenangaben, Tagesordnungspunkt } from '../typen.ts';
import { nutzeVorlagen } from '../vorlagendaten.ts';
import { Blaettern } from './Blaettern.tsx';
import { Topansicht } from './Topansicht.tsx';
import { Topliste } from './Topliste.tsx';
import './durchfuehren.css';

/** Recording in the Sitzung: one TOP at a time, the others beside it where there is room. */
export default function Durchfuehren({ sitzung, geraet, termine, neu }: Phasenangaben) {
  const { abfrage } = nutzeSpeicher(ort);
  const eintraege = nutzeSpeicher(bestand);
  const breit = nutzeBreit(80);
  const { tops } = sitzung;
  const person = ich.lies()?.person ?? '';
  const erfasst = (t: Tagesordnungspunkt) => {
    const e = eintraege.get(eintragsid({ person, ...t }));
    return t.hatErgebnis || (e !== undefined && (e.stand !== 'zugestellt' || e.zugestelltAm !== null));
  };
  const genannt = tops.findIndex((t) => t.top === abfrage.get('top'));
  const ersterOffener = tops.findIndex((t) => !t.freigegeben && !erfasst(t));
  const platz = genannt >= 0 ? genannt : Math.max(0, ersterOffener);
  const punkt = tops[platz];
  const { antworten, fehler, neu: vorlagenNeu } = nutzeVorlagen(sitzung, geraet, punkt?.vorlage ?? null);

  // Named in the address: with its outcome recorded it is not the first open one any more.
  useEffect(() => {
    if (punkt && genannt < 0) setzeAbfrage({ top: punkt.top });
  }, [punkt?.top, genannt]);
  // Leaving a TOP sends what was typed there.
  useEffect(() => liefereSofort, [punkt?.top]);

  if (!punkt) {
    return (
      <Leer titel="Auf der Tagesordnung steht noch nichts." symbol="info">
        <p>Setzen Sie zuerst beim Vorbereiten sitzungsreife Vorlagen darauf.</p>
      </Leer>
    );
  }
  const antwort = antworten.get(punkt.vorlage);
  const liste = <Topliste tops={tops} aktiv={punkt.top} erfasst={erfasst} eintraege={eintraege} />;
  return (
    <div class={`gw-durchfuehren${breit ? ' gw-durchfuehren--breit' : ''}`}>
      {breit ? (
        <nav class="gw-topleiste" aria-label="Tagesordnung">
          {liste}
        </nav>
      ) : null}
      <div class="gw-durchfuehren__top">
        <Blaettern tops={tops} platz={platz} liste={breit ? null : liste} />
        {antwort ? (
          <Topansicht
            key={`${punkt.vorlage}#${punkt.beratung}`}
            sitzung={sitzung}
            punkt={punkt}
            antwort={antwort}
            termine={termine}
          />
        ) : fehler.has(punkt.vorlage) ? (
          <Fehleranzeige
            fehler={fehler.get(punkt.vorlage)}
            erneut={() => {
              neu();
              vorlagenNeu();
            }}
          />
        ) : (
          <Laedt was={punkt.top} />
        )}
      </div>
    </div>
  );
}
