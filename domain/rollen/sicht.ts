import { type Beratung, istOeffentlich, type Vorlagenstand } from '../vorlage/stand.ts';
import { darf } from './darf.ts';
import { gegenstandVon } from './gegenstand.ts';
import type { Akteur } from './stelle.ts';

/** What a person who may read a Vorlage sees of it. */
export interface Sicht {
  /** The state without what is not for this person. */
  readonly stand: Vorlagenstand;
  /** Course and chain: who decided what and why, inside the administration. */
  readonly verlauf: boolean;
  /** The official papers: they print every Beratung. */
  readonly papiere: boolean;
  siehtErgebnis(beratung: Beratung): boolean;
}

/**
 * An outcome that is not released is seen by the Sitzungsdienst of its Gremium only (and by the Revision).
 * Members and chair of a Gremium see no reasons and signatures of the administration, and of other Gremien
 * nothing nichtoeffentlich (§ 35 GemO).
 */
export function sichtFuer(akteur: Akteur, stand: Vorlagenstand): Sicht {
  const verlauf = darf(akteur, 'verlauf.lesen', gegenstandVon(stand)).erlaubt;
  const eigenes = (b: Beratung) => akteur.stellen.some((s) => s.bereich === b.gremium);
  const siehtErgebnis = (b: Beratung) =>
    b.freigegeben === null
      ? darf(akteur, 'ergebnis.offenLesen', gegenstandVon(stand, b.nr)).erlaubt
      : verlauf || b.oeffentlich || eigenes(b);
  const gremienweg = stand.gremienweg.map((b) =>
    siehtErgebnis(b) ? b : { ...b, ergebnis: null, erfasstVon: null },
  );
  const ganzer = { ...stand, gremienweg };
  return {
    stand: verlauf ? ganzer : { ...ganzer, freigaben: [], zurueckweisung: null },
    verlauf,
    papiere: verlauf || istOeffentlich({ gremienweg: gremienweg.filter((b) => !eigenes(b)) }),
    siehtErgebnis,
  };
}
