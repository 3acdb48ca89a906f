import type { ComponentChildren } from 'preact';
import { Beratungsfelder } from './Beratungsfelder.tsx';
import { type Beratungsangabe, neueBeratung, type Sitzungstermin } from './beratungsangabe.ts';
import { Knopf } from './Knopf.tsx';
import { Reihenfolge } from './Reihenfolge.tsx';
import './gremienwegbau.css';

export interface Gremienwegangaben {
  readonly weg: readonly Beratungsangabe[];
  readonly onWeg: (weg: readonly Beratungsangabe[]) => void;
  readonly gremien: readonly { readonly id: string; readonly name: string }[];
  /** The coming Sitzungen; null: not known, a day is typed then. */
  readonly termine: readonly Sitzungstermin[] | null;
  /** The Sitzung that is proposed when a Gremium is chosen; an empty text proposes none. */
  readonly vorschlag?: (gremium: string, platz: number) => string;
  /** Sentence for a field by its name (`gremienweg.0.gremium`). */
  readonly fehler: (feld: string) => string | undefined;
  /** What stands below a Beratung: its deadlines. */
  readonly zusatz?: (beratung: Beratungsangabe, platz: number) => ComponentChildren;
  /** Word behind a Sitzung in the list of days ("reicht nicht mehr"). */
  readonly bemerkung?: (termin: Sitzungstermin) => string;
  readonly hoechstens?: number;
}

/** The Beratungen of a Vorlage in their order: which Gremium, what for, when, oeffentlich or not. */
export function Gremienwegbau(a: Gremienwegangaben) {
  const ersetze = (i: number, teil: Partial<Beratungsangabe>) =>
    a.onWeg(a.weg.map((b, j) => (j === i ? { ...b, ...teil } : b)));
  const waehleGremium = (i: number, gremium: string) => {
    const tag = a.vorschlag?.(gremium, i) ?? '';
    ersetze(i, { gremium, datum: tag, freierTag: false });
  };
  const setzeUm = (von: number, nach: number) => {
    const weg = [...a.weg];
    weg.splice(nach, 0, ...weg.splice(von, 1));
    a.onWeg(weg);
  };
  return (
    <div class="gw-gremienweg" data-feld="gremienweg">
      <ol>
        {a.weg.map((b, i) => (
          <li key={b.schluessel}>
            <fieldset class="gw-beratung">
              <legend class="kern-title">{i + 1}. Beratung</legend>
              <Beratungsfelder
                b={b}
                platz={i}
                angaben={a}
                onAenderung={(teil) => ersetze(i, teil)}
                onGremium={(gremium) => waehleGremium(i, gremium)}
              />
              {a.zusatz?.(b, i)}
              {a.weg.length > 1 && (
                <Reihenfolge
                  was={`${i + 1}. Beratung`}
                  platz={i}
                  anzahl={a.weg.length}
                  onPlatz={(neu) => setzeUm(i, neu)}
                  onWeg={() => {
                    a.onWeg(a.weg.filter((_, j) => j !== i));
                    document.querySelector<HTMLElement>('.gw-gremienweg > .kern-btn')?.focus();
                  }}
                />
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      <Knopf
        art="secondary"
        symbol="add"
        gesperrt={a.weg.length >= (a.hoechstens ?? 20) ? 'mehr Beratungen sind nicht möglich' : undefined}
        onClick={() => a.onWeg([...a.weg, neueBeratung()])}
      >
        Weitere Beratung hinzufügen
      </Knopf>
    </div>
  );
}
