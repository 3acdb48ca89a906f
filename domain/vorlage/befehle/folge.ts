import type { Ergebnis } from '../../ergebnis/schema.ts';
import type { Folge } from '../../ergebnis/umfeld.ts';
import { zuLokal } from '../../fristen/berlin.ts';
import type { GeplanteBeratung } from '../ereignisse.ts';
import { haltInBeratung } from '../halt.ts';
import { type Beratung, offeneBeratung, type Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import type { SitzungImBlick } from './aufTagesordnung.ts';

/**
 * Row 31, "next step": verwiesen puts in a Beratung of the target and one back here; vertagt, abgesetzt
 * and nicht behandelt put in another one of the same Gremium, which waits in its pool, with the day of the
 * next Sitzung where the outcome names one.
 */
export function weiterNach(
  stand: Vorlagenstand,
  beratung: Beratung,
  ergebnis: Ergebnis,
  folge: Folge,
  folgesitzung: SitzungImBlick | null,
  u: Umgebung,
) {
  const naechste = Math.max(...stand.gremienweg.map((b) => b.nr)) + 1;
  const hier: GeplanteBeratung = {
    gremium: beratung.gremium,
    rolle: beratung.rolle,
    datum: null,
    oeffentlich: beratung.oeffentlich,
  };
  const datum = folgesitzung && zuLokal(folgesitzung.beginn).datum;
  const eingefuegt =
    folge.art === 'verwiesen'
      ? [
          {
            ...hier,
            datum,
            gremium: folge.gremium,
            rolle: rolleDort(beratung),
            nach: beratung.nr,
            nr: naechste,
          },
          { ...hier, nach: naechste, nr: naechste + 1 },
        ]
      : folge.art === 'pool'
        ? [{ ...hier, datum, nach: beratung.nr, nr: naechste }]
        : [];
  const erste = eingefuegt[0];
  const danach = erste
    ? { ...erste, sitzungsbeginn: null }
    : folge.art === 'zurueckgezogen' || folge.art === 'ende'
      ? undefined
      : offeneBeratung({ gremienweg: stand.gremienweg.filter((b) => b.nr !== beratung.nr) });
  return {
    folge: nameDerFolge(ergebnis, folge),
    eingefuegt,
    weiter: danach ? haltInBeratung(danach, stand.wartenummer + 1, u) : null,
  };
}

/** What the graph shows after the Beratung. */
function nameDerFolge(ergebnis: Ergebnis, folge: Folge): string {
  if (folge.art === 'pool' || folge.art === 'verwiesen') return ergebnis.verbleib;
  return folge.art === 'zurueckgezogen' ? 'zurueckgezogen' : 'erledigt';
}

/** A matter that is only reported stays a report; else the other Gremium prepares the decision. */
function rolleDort(beratung: Beratung): Beratung['rolle'] {
  return beratung.rolle === 'Kenntnisnahme' ? 'Kenntnisnahme' : 'Vorberatung';
}
