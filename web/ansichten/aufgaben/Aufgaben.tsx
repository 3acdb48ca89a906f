import { useState } from 'preact/hooks';
import { einstellungen } from '../../api/einstellungen.ts';
import { hatRolle, ich } from '../../app/ich.ts';
import { nutzeDa } from '../../app/nutzeDa.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import { nutzeSpeicher } from '../../app/speicher.ts';
import type { Ansichtsangaben } from '../../app/wege.ts';
import { Auswahl, Textfeld } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Register } from '../../bausteine/Register.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { blaetterFuer } from './blaetter.ts';
import { Ergebnisliste } from './Ergebnisliste.tsx';
import { fristfilter } from './filter.ts';
import { Liste } from './Liste.tsx';
import { OhneAufgaben } from './OhneAufgaben.tsx';
import type { Aufgabe, Freigabeergebnis } from './sammelfreigabe.ts';
import { Vorschau } from './Vorschau.tsx';
import { Willkommen } from './Willkommen.tsx';

/** What waits for me, for those I stand in for, in my Amt and Dezernat, and what I wrote. */
export default function Aufgaben({ abfrage }: Ansichtsangaben) {
  const wer = nutzeSpeicher(ich);
  const da = nutzeDa();
  const [gewaehlt, setzeGewaehlt] = useState<ReadonlyMap<string, Aufgabe>>(new Map());
  const [vorschau, setzeVorschau] = useState(false);
  const [ergebnisse, setzeErgebnisse] = useState<readonly Freigabeergebnis[] | null>(null);
  const [anzahlen, setzeAnzahlen] = useState<Readonly<Record<string, number>>>({});
  const [runde, setzeRunde] = useState(0);

  const blaetter = wer ? blaetterFuer(wer) : [];
  const blatt = blaetter.find((b) => b.wert === abfrage.get('blatt')) ?? blaetter[0];
  const wort = abfrage.get('wort') ?? '';
  const frist = abfrage.get('frist') ?? '';
  const anzahl = Object.entries(anzahlen)
    .filter(([pfad]) => blaetter[0]?.abschnitte.some((a) => a.pfad === pfad))
    .reduce((summe, [, n]) => summe + n, 0);

  const waehle = (aufgabe: Aufgabe, an: boolean) => {
    const neu = new Map(gewaehlt);
    if (an) neu.set(aufgabe.vorlage, aufgabe);
    else neu.delete(aufgabe.vorlage);
    setzeGewaehlt(neu);
  };

  return (
    <Seite
      titel="Meine Aufgaben"
      fenstertitel={anzahl > 0 ? `(${anzahl}) Meine Aufgaben` : 'Meine Aufgaben'}
      aktionen={
        hatRolle(wer, 'Sachbearbeitung') && (
          <a class="kern-btn kern-btn--primary" href="/neu">
            <span class="kern-icon kern-icon--add" aria-hidden="true" />
            <span class="kern-label">Neue Vorlage</span>
          </a>
        )
      }
    >
      {einstellungen().demo && <Willkommen />}
      {ergebnisse && (
        <div role="status">
          <Ergebnisliste ergebnisse={ergebnisse} />
        </div>
      )}
      {!blatt ? (
        <OhneAufgaben wer={wer} />
      ) : (
        <>
          <Register name="Ansichten der Aufgaben" feld="blatt" blaetter={blaetter} aktiv={blatt.wert} />
          <search class="gw-filter" aria-label="Liste filtern">
            <Textfeld
              name="wort"
              label="In der Liste suchen"
              schlicht
              art="search"
              wert={wort}
              onWert={(w) => setzeAbfrage({ wort: w })}
            />
            <Auswahl
              name="frist"
              label="Frist"
              schlicht
              wert={frist}
              werte={fristfilter}
              onWert={(w) => setzeAbfrage({ frist: w })}
            />
          </search>
          {blatt.eigene && gewaehlt.size > 0 && (
            <div class="gw-knoepfe">
              <Knopf onClick={() => setzeVorschau(true)}>
                {gewaehlt.size === 1
                  ? 'Eine ausgewählte freigeben …'
                  : `${gewaehlt.size} ausgewählte freigeben …`}
              </Knopf>
              <Knopf art="tertiary" onClick={() => setzeGewaehlt(new Map())}>
                Auswahl aufheben
              </Knopf>
            </div>
          )}
          {blatt.abschnitte.map((a) => (
            <Liste
              key={a.pfad}
              abschnitt={a}
              mitName={blatt.abschnitte.length > 1}
              wort={wort}
              frist={frist}
              runde={runde}
              wahl={blatt.eigene ? { gewaehlt: new Set(gewaehlt.keys()), setze: waehle } : null}
              onGeladen={(e) => setzeAnzahlen((alt) => ({ ...alt, [a.pfad]: e.length }))}
            />
          ))}
        </>
      )}
      {vorschau && (
        <Vorschau
          aufgaben={[...gewaehlt.values()]}
          onZu={() => setzeVorschau(false)}
          onErgebnis={(e) => {
            setzeErgebnisse(e);
            setzeGewaehlt(new Map());
            setzeRunde((r) => r + 1);
            return da.current;
          }}
        />
      )}
    </Seite>
  );
}
