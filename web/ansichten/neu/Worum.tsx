import { Auswahl, Textbereich, Textfeld } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Meldung } from '../../bausteine/Meldung.tsx';
import { amtsname } from '../../format/stelle.ts';
import { einzeilig, type Formular, istNichtoeffentlich } from './formular.ts';
import { personenbezug } from './personenbezug.ts';

/** Step 1: what it is about. */
export function Worum({
  f,
  aemter,
  angelegt,
  liest,
  fehler,
  onAenderung,
}: {
  readonly f: Formular;
  readonly aemter: readonly string[];
  /** The Amt is fixed once the record is there. */
  readonly angelegt: boolean;
  /** The file is still being read and may name the Betreff. */
  readonly liest: boolean;
  readonly fehler: (feld: string) => string | undefined;
  readonly onAenderung: (teil: Partial<Formular>) => void;
}) {
  const laenge = einzeilig(f.betreff).length;
  const hinweis = personenbezug(f.betreff, istNichtoeffentlich(f));
  return (
    <>
      {aemter.length > 1 && !angelegt ? (
        <Auswahl
          name="amt"
          label="Für welches Amt?"
          wert={f.amt}
          werte={[
            ...(f.amt ? [] : [{ wert: '', name: 'Bitte wählen' }]),
            ...aemter.map((nr) => ({ wert: nr, name: amtsname(nr) })),
          ]}
          fehler={fehler('amt')}
          onWert={(amt) => onAenderung({ amt })}
        />
      ) : (
        <p class="gw-leise">Verfasser: {amtsname(f.amt)}</p>
      )}
      <Textbereich
        name="betreff"
        label="Betreff"
        hinweis={
          <>
            Wird Titel des Tagesordnungspunkts, zum Beispiel „Bericht zur Schuldnerberatung 2026“.{' '}
            <span class="gw-zahl">
              {laenge <= 250 ? `Noch ${250 - laenge} von 250 Zeichen.` : `${laenge - 250} Zeichen zu viel.`}
            </span>
          </>
        }
        zeilen={2}
        wert={f.betreff}
        // A title is one line; Enter and pasted line breaks become spaces.
        onWert={(betreff) =>
          onAenderung({ betreff: betreff.replaceAll(/\s*\n\s*/g, ' '), betreffVorlaeufig: false })
        }
        fehler={
          fehler('betreff') ?? (laenge > 250 ? 'Der Betreff darf höchstens 250 Zeichen haben.' : undefined)
        }
      />
      {f.betreffVorlaeufig && !liest && (
        <Meldung art="info" titel="Der Betreff ist vorläufig der Name Ihrer Datei">
          <p>Die Datei nennt keinen Betreff, der sich lesen lässt. Bitte ändern oder bestätigen Sie ihn.</p>
          <Knopf art="tertiary" onClick={() => onAenderung({ betreffVorlaeufig: false })}>
            Betreff so lassen
          </Knopf>
        </Meldung>
      )}
      {hinweis && (
        <Meldung art="warning" titel="Bitte den Betreff prüfen">
          <p>{hinweis}</p>
        </Meldung>
      )}
      <div class="gw-nebeneinander">
        <Textfeld
          name="az"
          label="Aktenzeichen (Az.)"
          freiwillig
          hinweis="Schlüssel zur E-Akte, zum Beispiel 503001."
          wert={f.az}
          onWert={(az) => onAenderung({ az })}
          fehler={fehler('az')}
        />
        <Textfeld
          name="datum"
          label="Datum der Vorlage"
          freiwillig
          art="date"
          hinweis="Leer bedeutet: der Tag der Einreichung."
          wert={f.datum}
          onWert={(datum) => onAenderung({ datum })}
          fehler={fehler('datum')}
        />
      </div>
    </>
  );
}
