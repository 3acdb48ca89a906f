import type { Regelbefund } from '../../../../domain/ergebnis/umfeld.ts';
import type { Tagesordnungspunkt, Vorlagenantwort } from '../typen.ts';

/** How far a TOP is on its way to the release. */
export type Zeilenlage =
  | 'laedt'
  | 'ohneErgebnis'
  | 'nichtGesendet'
  | 'widerspruch'
  | 'zuBestaetigen'
  | 'bereit'
  | 'freigegeben';

export interface Freigabezeile {
  readonly punkt: Tagesordnungspunkt;
  readonly antwort: Vorlagenantwort | null;
  readonly lage: Zeilenlage;
  readonly widersprueche: readonly Regelbefund[];
  readonly warnungen: readonly Regelbefund[];
}

/** Name of a warning in the one list: TOP and sentence, because one row may warn twice. */
export function befundname(t: Pick<Tagesordnungspunkt, 'vorlage' | 'beratung'>, b: Regelbefund): string {
  return `${t.vorlage}#${t.beratung}#${b.zeile}#${b.satz}`;
}

/**
 * What may be released: recorded, on the server, without contradiction, every warning confirmed.
 * @param wartet whether something of this TOP lies only on this device
 */
export function beurteile(
  punkt: Tagesordnungspunkt,
  antwort: Vorlagenantwort | null,
  bestaetigt: ReadonlySet<string>,
  wartet: boolean,
): Freigabezeile {
  const pruefung = antwort?.pruefungen[String(punkt.beratung)];
  const beratung = antwort?.vorlage.gremienweg.find((b) => b.nr === punkt.beratung);
  const offen = !beratung?.freigegeben && pruefung;
  const zeile = {
    punkt,
    antwort,
    widersprueche: offen ? pruefung.widersprueche : [],
    warnungen: offen ? pruefung.warnungen : [],
  };
  if (beratung?.freigegeben || punkt.freigegeben) return { ...zeile, lage: 'freigegeben' };
  if (wartet) return { ...zeile, lage: 'nichtGesendet' };
  if (!antwort) return { ...zeile, lage: 'laedt' };
  if (!beratung?.ergebnis || !pruefung) return { ...zeile, lage: 'ohneErgebnis' };
  if (zeile.widersprueche.length > 0) return { ...zeile, lage: 'widerspruch' };
  const alle = zeile.warnungen.every((w) => bestaetigt.has(befundname(punkt, w)));
  return { ...zeile, lage: alle ? 'bereit' : 'zuBestaetigen' };
}

export interface Freigabeergebnis {
  readonly punkt: Tagesordnungspunkt;
  readonly freigegeben: boolean;
  readonly grund: string | null;
}

/** "11 freigegeben, 1 übersprungen" */
export function zusammenfassung(ergebnisse: readonly Freigabeergebnis[]): string {
  const frei = ergebnisse.filter((e) => e.freigegeben).length;
  const nicht = ergebnisse.length - frei;
  return nicht === 0 ? `${frei} freigegeben` : `${frei} freigegeben, ${nicht} übersprungen`;
}
