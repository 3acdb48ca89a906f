import { useEffect, useRef, useState } from 'preact/hooks';
import { Teilfehler } from '../../../api/fehler.ts';
import { ich } from '../../../app/ich.ts';
import { nutzeDa } from '../../../app/nutzeDa.ts';
import { ort } from '../../../app/ort.ts';
import { nachFenster } from '../../../app/rueckholen.ts';
import { nutzeSpeicher } from '../../../app/speicher.ts';
import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Laedt } from '../../../bausteine/Laedt.tsx';
import { Leer } from '../../../bausteine/Leer.tsx';
import { Meldung } from '../../../bausteine/Meldung.tsx';
import { bestand } from '../../../speicher/ausgang.ts';
import { nutzeGemerktes } from '../../../speicher/gemerkt.ts';
import { eintragsid, istOffen } from '../../../speicher/postausgang.ts';
import type { Phasenangaben } from '../typen.ts';
import { nutzeVorlagen } from '../vorlagendaten.ts';
import { Befundliste } from './Befundliste.tsx';
import { Berichtigung } from './Berichtigung.tsx';
import { beurteile, type Freigabeergebnis, type Freigabezeile } from './beurteilung.ts';
import { Freigabeliste } from './Freigabeliste.tsx';
import { Freigabemeldung } from './Freigabemeldung.tsx';
import { gibFrei } from './freigabe.ts';
import './nachbereiten.css';

/** After the Sitzung: what is to be cleared up in one list, the release, and what followed from it. */
export default function Nachbereiten({ sitzung, geraet, termine, neu }: Phasenangaben) {
  const { abfrage } = nutzeSpeicher(ort);
  const eintraege = nutzeSpeicher(bestand);
  const { antworten, fehler, neu: vorlagenNeu } = nutzeVorlagen(sitzung, geraet);
  const [bestaetigt, setzeBestaetigt, vergissBestaetigt] = nutzeGemerktes<readonly string[]>(
    `bestaetigt:${sitzung.id}`,
    [],
  );
  const [ergebnisse, setzeErgebnisse] = useState<readonly Freigabeergebnis[] | null>(null);
  const [laeuft, setzeLaeuft] = useState(false);
  const da = nutzeDa();

  const ueberschrift = useRef<HTMLHeadingElement>(null);
  const war = useRef(abfrage.get('berichtigen'));
  useEffect(() => {
    // Back from a correction, whose heading had the focus.
    if (war.current !== null && abfrage.get('berichtigen') === null) ueberschrift.current?.focus();
    war.current = abfrage.get('berichtigen');
  }, [abfrage]);

  if (sitzung.tops.length === 0) {
    return <Leer titel="Auf der Tagesordnung stand nichts." symbol="info" />;
  }
  const geladen = fehler.size > 0 || sitzung.tops.every((t) => antworten.has(t.vorlage));
  if (!geladen) return <Laedt was="Nachbereitung" hoehe={30} />;
  const person = ich.lies()?.person ?? '';
  const gewaehlt = new Set(bestaetigt);
  const zeilen = sitzung.tops.map((t) => {
    const e = eintraege.get(eintragsid({ person, ...t }));
    return beurteile(t, antworten.get(t.vorlage) ?? null, gewaehlt, e !== undefined && istOffen(e));
  });
  const berichtigt = zeilen.find((z) => z.punkt.top === abfrage.get('berichtigen'));
  if (berichtigt?.antwort && berichtigt.lage === 'freigegeben') {
    return (
      <Berichtigung
        key={berichtigt.punkt.top}
        sitzung={sitzung}
        punkt={berichtigt.punkt}
        antwort={berichtigt.antwort}
        termine={termine}
        fertig={() => {
          neu();
          vorlagenNeu();
        }}
      />
    );
  }

  const frei = async (auswahl: readonly Freigabezeile[]) => {
    const satz =
      auswahl.length === 1
        ? `Das Ergebnis zu ${auswahl[0]?.punkt.top} wird freigegeben`
        : `${auswahl.length} Ergebnisse werden freigegeben`;
    setzeLaeuft(true);
    setzeErgebnisse(null);
    try {
      await nachFenster(satz, async (ueberlebt) => {
        const gesendete = await gibFrei(auswahl, ueberlebt);
        setzeErgebnisse(gesendete);
        const nicht = gesendete.filter((e) => !e.freigegeben);
        if ((!da.current || ueberlebt) && nicht.length > 0) {
          throw new Teilfehler(nicht.map((e) => `${e.punkt.top}: ${e.grund}`).join(' '));
        }
      });
    } catch {
      // Who has gone on, or is about to, reads it in the bar.
    } finally {
      setzeLaeuft(false);
      neu();
      vorlagenNeu();
    }
  };
  const bereit = zeilen.filter((z) => z.lage === 'bereit');
  const offen = zeilen.filter((z) => z.lage !== 'freigegeben');
  return (
    <div class="gw-stapel">
      {geraet && (
        <Meldung art="info" titel="Freigeben geht nur mit Netz">
          <p>Erfasstes bleibt auf diesem Gerät. Freigegeben wird, wenn die Verbindung zurück ist.</p>
        </Meldung>
      )}
      {fehler.size > 0 && (
        <Meldung art="danger" titel="Nicht alle Punkte konnten geladen werden">
          <Knopf art="secondary" onClick={vorlagenNeu}>
            Erneut laden
          </Knopf>
        </Meldung>
      )}
      {ergebnisse && <Freigabemeldung ergebnisse={ergebnisse} />}
      <Befundliste
        zeilen={zeilen}
        bestaetigt={gewaehlt}
        setze={(name, an) => {
          if (an) setzeBestaetigt([...bestaetigt.filter((n) => n !== name), name]);
          else if (bestaetigt.length === 1) {
            setzeBestaetigt([]);
            vergissBestaetigt();
          } else setzeBestaetigt(bestaetigt.filter((n) => n !== name));
        }}
      />
      <section class="gw-stapel" aria-labelledby="ergebnisse-titel">
        <div class="gw-freigabekopf">
          <h2
            class="kern-heading-medium gw-sprungziel"
            id="ergebnisse-titel"
            tabIndex={-1}
            ref={ueberschrift}
          >
            Ergebnisse
          </h2>
          {bereit.length > 0 && !geraet && (
            <Knopf symbol="check" laeuft={laeuft} onClick={() => frei(bereit)}>
              {bereit.length === 1 ? '1 Ergebnis freigeben' : `${bereit.length} Ergebnisse freigeben`}
            </Knopf>
          )}
        </div>
        <p class="gw-leise">
          {offen.length === 0
            ? 'Alle Ergebnisse sind freigegeben.'
            : bereit.length === 0
              ? 'Noch kein offenes Ergebnis ist so weit, dass es freigegeben werden kann.'
              : 'Mit der Freigabe entstehen die Papiere, die Ämter bekommen Nachricht, und die Vorlagen gehen weiter.'}
        </p>
        <Freigabeliste zeilen={zeilen} gibFrei={geraet || laeuft ? null : (z) => frei([z])} />
      </section>
    </div>
  );
}
