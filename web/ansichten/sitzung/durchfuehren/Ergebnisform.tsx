import { useEffect, useRef } from 'preact/hooks';
import type { Abstimmung, Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import { sage } from '../../../app/ansage.ts';
import { tastenAn } from '../../../app/tastatur.ts';
import { Kaestchen, Textbereich } from '../../../bausteine/Feld.tsx';
import type { Termine } from '../termine.ts';
import { Abstimmungen } from './Abstimmungen.tsx';
import { Ausgangswahl } from './Ausgangswahl.tsx';
import {
  type Ausgang,
  ausgaenge,
  ausgangVon,
  brauchtFolge,
  leeresErgebnis,
  sachabstimmung,
  waehle,
} from './ausgang.ts';
import { Folgefelder } from './Folgefelder.tsx';
import { Hauptabstimmung } from './Hauptabstimmung.tsx';

export interface Formangaben {
  /** Null: nothing is recorded yet. */
  readonly ergebnis: Ergebnis | null;
  readonly setze: (neu: Ergebnis) => void;
  readonly gremium: string;
  /** The Sitzung itself: it is not its own next one. */
  readonly sitzung: string;
  readonly nichtoeffentlich: boolean;
  readonly termine: Termine;
}

/** The outcome of a TOP: one tap for the usual cases, what belongs to it below. */
export function Ergebnisform(a: Formangaben) {
  const { ergebnis, setze } = a;
  const form = useRef<HTMLFormElement>(null);
  const zuletzt = useRef<Abstimmung | null>(null);
  const ausgang = ausgangVon(ergebnis);
  const sache = ergebnis && sachabstimmung(ergebnis);
  if (sache) zuletzt.current = sache;

  const tippe = (wert: Ausgang) => setze(waehle(ergebnis, wert, zuletzt.current));
  const jetzt = useRef(tippe);
  jetzt.current = tippe;
  useEffect(() => {
    const f = form.current;
    const beiTaste = (taste: KeyboardEvent) => {
      if (!tastenAn() || taste.ctrlKey || taste.altKey || taste.metaKey || schreibt(taste.target)) return;
      const gewaehlt = ausgaenge.find((x) => x.taste === taste.key);
      if (!gewaehlt) return;
      taste.preventDefault();
      jetzt.current(gewaehlt.wert);
      sage(`${gewaehlt.name} gewählt.`);
    };
    f?.addEventListener('keydown', beiTaste);
    return () => f?.removeEventListener('keydown', beiTaste);
  }, []);

  const e = ergebnis ?? leeresErgebnis;
  const aendere = (neu: Partial<Ergebnis>) => setze({ ...e, ...neu });
  const kannGeaendert =
    e.geaendert ||
    e.verbleib === 'verwiesen' ||
    e.verbleib === 'entscheidungBuergermeister' ||
    e.abstimmungen.some((x) => x.gegenstand !== 'Verfahren');
  return (
    <form
      class="gw-ergebnisform gw-stapel"
      ref={form}
      onSubmit={(s) => s.preventDefault()}
      aria-label="Ergebnis"
    >
      <Ausgangswahl ausgang={ausgang} onWahl={tippe} />
      {sache && ergebnis && <Hauptabstimmung ergebnis={ergebnis} abstimmung={sache} setze={setze} />}
      {ergebnis && brauchtFolge(ergebnis) && (
        <Folgefelder
          ergebnis={ergebnis}
          setze={setze}
          gremium={a.gremium}
          sitzung={a.sitzung}
          termine={a.termine}
        />
      )}
      {ergebnis && (
        <div class="gw-nebenher">
          {ausgang !== 'kenntnis' && (
            <Kaestchen
              name="kenntnis"
              label="Auch zur Kenntnis genommen"
              an={e.kenntnis}
              onWert={(kenntnis) => aendere({ kenntnis })}
            />
          )}
          {kannGeaendert && (
            <Kaestchen
              name="geaendert"
              label="In geänderter Fassung"
              an={e.geaendert}
              onWert={(geaendert) => aendere({ geaendert })}
            />
          )}
        </div>
      )}
      {(e.geaendert || e.wortlaut !== null) && (
        <Textbereich
          name="wortlaut"
          label="Wortlaut, wie er beschlossen wurde"
          wert={e.wortlaut ?? ''}
          onWert={(wortlaut) => aendere({ wortlaut: wortlaut === '' ? null : wortlaut })}
          hoechstlaenge={20_000}
          freiwillig={!e.geaendert}
        />
      )}
      <Abstimmungen ergebnis={ergebnis} setze={setze} />
      {!e.geaendert && e.wortlaut === null && sache && (
        <details>
          <summary>Wortlaut des Beschlusses festhalten</summary>
          <Textbereich
            name="wortlaut"
            label="Wortlaut"
            hinweis="Nur nötig, wenn er erst in der Sitzung entstanden ist."
            wert=""
            onWert={(wortlaut) => aendere({ wortlaut: wortlaut === '' ? null : wortlaut })}
            hoechstlaenge={20_000}
            freiwillig
          />
        </details>
      )}
      <Textbereich
        name="vermerk"
        label="Vermerk"
        wert={e.vermerk ?? ''}
        onWert={(vermerk) => aendere({ vermerk: vermerk === '' ? null : vermerk })}
        zeilen={2}
        hoechstlaenge={20_000}
        freiwillig
      />
      {a.nichtoeffentlich && ergebnis && (sache || e.keineBekanntgabe !== undefined) && (
        <Textbereich
          name="keineBekanntgabe"
          label="Warum der Beschluss nicht bekannt gegeben wird"
          hinweis="Ohne Grund ist er öffentlich bekannt zu geben (§ 35 Abs. 1 Satz 3 GemO)."
          wert={e.keineBekanntgabe ?? ''}
          onWert={(text) => {
            const { keineBekanntgabe: _, ...ohne } = e;
            setze(text === '' ? ohne : { ...ohne, keineBekanntgabe: text });
          }}
          zeilen={2}
          hoechstlaenge={2_000}
          freiwillig
        />
      )}
    </form>
  );
}

/** Digits are text there, not shortcuts. */
function schreibt(ziel: EventTarget | null): boolean {
  if (ziel instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(ziel.type);
  return ziel instanceof HTMLTextAreaElement || ziel instanceof HTMLSelectElement;
}
