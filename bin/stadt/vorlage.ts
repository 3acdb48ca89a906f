import type { Musterentwurf } from '../demo/entwuerfe.ts';
import { gremiumVon, type Kalender, type Sitzungsname } from './kalender.ts';
import { modellAus } from './text.ts';

export interface Stadtberatung {
  /** The Sitzung it is meant for. */
  readonly in: Sitzungsname;
  /** Default: Kenntnisnahme. */
  readonly rolle?: 'Vorberatung' | 'Entscheidung' | 'Kenntnisnahme';
  /** Default: oeffentlich. */
  readonly nichtoeffentlich?: true;
}

/** A Vorlage of the invented town as its clerk writes it. */
export interface Stadtvorlage {
  readonly betreff: string;
  readonly az: string;
  readonly weg: readonly Stadtberatung[];
  /** See text.ts. */
  readonly text: readonly string[];
  /** Titles of the Anlagen and what stands in them. */
  readonly anlagen?: readonly { readonly titel: string; readonly zeilen: readonly string[] }[];
}

export function musterentwurf({ betreff, az, text, anlagen = [] }: Stadtvorlage): Musterentwurf {
  return {
    betreff,
    az,
    modell: modellAus(text),
    anlagen: anlagen.map(({ titel, zeilen }, i) => ({ titel, dateiname: `anlage-${i + 1}.pdf`, zeilen })),
  };
}

/** The Gremienweg as the API takes it. */
export function gremienweg({ weg }: Stadtvorlage, { sitzungen }: Kalender) {
  return weg.map((b) => ({
    gremium: gremiumVon(b.in),
    rolle: b.rolle ?? 'Kenntnisnahme',
    datum: sitzungen[b.in],
    oeffentlich: !b.nichtoeffentlich,
  }));
}
