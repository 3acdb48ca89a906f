import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { type Beratungsangabe, neueBeratung } from '../../bausteine/beratungsangabe.ts';

/** The head of the form as it is being typed. Empty text: nothing entered. */
export interface Formular {
  readonly betreff: string;
  /** The Betreff is only the name of the file so far. */
  readonly betreffVorlaeufig: boolean;
  readonly az: string;
  readonly datum: string;
  readonly amt: string;
  readonly gremienweg: readonly Beratungsangabe[];
}

export function leeresFormular(amt: string): Formular {
  return { betreff: '', betreffVorlaeufig: false, az: '', datum: '', amt, gremienweg: [neueBeratung()] };
}

/** What the API stores of it: rows without a Gremium are left out. */
export function kopfAus(f: Formular): Kopf {
  return {
    betreff: einzeilig(f.betreff),
    az: f.az.trim() || null,
    datum: f.datum || null,
    gremienweg: f.gremienweg
      .filter((b) => b.gremium !== '')
      .map(({ gremium, rolle, datum, oeffentlich }) => ({
        gremium,
        rolle,
        datum: datum || null,
        oeffentlich,
      })),
  };
}

/** The head as the server has it. */
export function kopfVonStand(stand: Vorlagenstand): Kopf {
  const { betreff, az, datum } = stand;
  const gremienweg = stand.gremienweg.map((b) => ({
    gremium: b.gremium,
    rolle: b.rolle,
    datum: b.datum,
    oeffentlich: b.oeffentlich,
  }));
  return { betreff, az, datum, gremienweg };
}

export function formularAus(kopf: Kopf, amt: string): Formular {
  return {
    betreff: kopf.betreff,
    betreffVorlaeufig: false,
    az: kopf.az ?? '',
    datum: kopf.datum ?? '',
    amt,
    gremienweg: beratungenAus(kopf),
  };
}

export function beratungenAus({ gremienweg }: Pick<Kopf, 'gremienweg'>): readonly Beratungsangabe[] {
  return gremienweg.map((b) => ({ ...neueBeratung(), ...b, datum: b.datum ?? '' }));
}

/** May it be kept on the server already? */
export function istSpeicherbar(kopf: Kopf): boolean {
  return kopf.betreff !== '' && kopf.betreff.length <= 250 && kopf.gremienweg.length > 0;
}

export function gleich(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A title stands in one line; what is pasted from Word often does not. */
export function einzeilig(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function istNichtoeffentlich(f: Pick<Formular, 'gremienweg'>): boolean {
  return f.gremienweg.some((b) => !b.oeffentlich);
}
