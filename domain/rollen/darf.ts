import type { Phase } from '../vorlage/stand.ts';
import { type Aktion, type Recht, rechte } from './rechte.ts';
import type { Akteur, AusgeuebteStelle, Stelle } from './stelle.ts';

/** What the action is about, as far as rights depend on it. Left out = not involved. */
export interface Gegenstand {
  readonly amt?: string;
  readonly dezernat?: string;
  /** Gremien of the Gremienweg, or the one Gremium of a Sitzung or pool. */
  readonly gremien?: readonly string[];
  /** Gremium of the Beratung in question. */
  readonly beratungsgremium?: string;
  /** Who holds the Vorlage now. */
  readonly halt?: Stelle | null;
  readonly phase?: Phase;
  /** Stelle for which someone arranges a substitute. */
  readonly selbst?: Stelle;
}

export type Befugnis =
  | { readonly erlaubt: true; readonly stelle: AusgeuebteStelle }
  | { readonly erlaubt: false; readonly satz: string };

/**
 * May `akteur` do `aktion` on `gegenstand`? Own Stellen win over substituted ones, so that "i. V." is only
 * recorded where it was needed.
 */
export function darf(akteur: Akteur, aktion: Aktion, gegenstand: Gegenstand): Befugnis {
  const eigeneZuerst = [...akteur.stellen].sort((a, b) => Number(a.fuer !== null) - Number(b.fuer !== null));
  let falschePhase = false;
  for (const stelle of eigeneZuerst) {
    for (const recht of rechte) {
      if (recht.rolle !== stelle.rolle || recht.aktion !== aktion) continue;
      if (!bereichPasst(recht, stelle, gegenstand)) continue;
      if (recht.phasen && !(gegenstand.phase && recht.phasen.includes(gegenstand.phase))) {
        falschePhase = true;
        continue;
      }
      return { erlaubt: true, stelle };
    }
  }
  return {
    erlaubt: false,
    satz: falschePhase
      ? 'In diesem Stand der Vorlage ist das nicht möglich. Bitte laden Sie die Vorlage neu.'
      : 'Dazu sind Sie nicht berechtigt. Bitte wenden Sie sich an die zuständige Stelle.',
  };
}

function bereichPasst(recht: Recht, stelle: Stelle, g: Gegenstand): boolean {
  const passt = (wert: string | undefined) =>
    wert !== undefined && (stelle.bereich === '*' || stelle.bereich === wert);
  switch (recht.bereich) {
    case 'alle':
      return true;
    case 'amt':
      return passt(g.amt);
    case 'dezernat':
      return passt(g.dezernat);
    case 'gremium':
      return (g.gremien ?? []).some(passt);
    case 'beratungsgremium':
      return passt(g.beratungsgremium);
    case 'halt':
      return g.halt?.rolle === stelle.rolle && passt(g.halt.bereich);
    case 'selbst':
      return g.selbst?.rolle === stelle.rolle && passt(g.selbst.bereich);
  }
}
