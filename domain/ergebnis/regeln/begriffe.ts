import type { Landesrecht } from '../../landesrecht/landesrecht.ts';
import type { Abstimmung, Ergebnis, Verbleib } from '../schema.ts';
import type { Umfeld } from '../umfeld.ts';

/** The words the rules are written in. Each is one fact about an outcome, and decides nothing. */

/** A vote on the matter itself, a part of it or its wording; only Verfahren is none. */
export const inDerSache = (a: Abstimmung): boolean => a.gegenstand !== 'Verfahren';

/** A vote that settles the matter or a part of it; an amendment alone settles nothing. */
export const entscheidetSache = (a: Abstimmung): boolean =>
  a.gegenstand === 'Sache' || a.gegenstand === 'Teil';

export const hatAbstimmung = (e: Ergebnis, gegenstand: Abstimmung['gegenstand']): boolean =>
  e.abstimmungen.some((a) => a.gegenstand === gegenstand);

export const massgebliche = (e: Ergebnis): Abstimmung | undefined =>
  e.abstimmungen.find((a) => a.massgeblich);

/** Whether somebody wrote something into a free text. */
export const ausgefuellt = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

export const hatWortlaut = (e: Ergebnis): boolean =>
  ausgefuellt(e.wortlaut) || e.abstimmungen.some((a) => inDerSache(a) && ausgefuellt(a.wortlaut));

/** The losing side: Nein where adopted, Ja where rejected. */
export const unterlegene = (a: Abstimmung): number | null => (a.richtung === 'angenommen' ? a.nein : a.ja);

/** "den Punkt vertagt" and the like, for sentences. */
export const verbleibPartizip: Record<Verbleib, string> = {
  behandelt: 'behandelt',
  verwiesen: 'verwiesen',
  vertagt: 'vertagt',
  abgesetzt: 'abgesetzt',
  zurueckgezogen: 'zurückgezogen',
  nichtBehandelt: 'nicht behandelt',
  ohneBE: 'ohne BE weitergegeben',
  entscheidungBuergermeister: 'vom Bürgermeister entschieden',
};

/** "1 Gegenstimme", "3 Gegenstimmen". */
export const zahlwort = (n: number, einzahl: string, mehrzahl: string): string =>
  `${n} ${n === 1 ? einzahl : mehrzahl}`;

export type Stimmenlage = 'unbekannt' | 'leer' | 'nurEnthaltungen' | 'gleichstand' | 'mehrJa' | 'mehrNein';

/**
 * What the counts say for themselves. `leer` is 0:0:0, which no vote can be; with Ja and Nein 0 and the
 * abstentions not recorded there can only have been abstentions.
 */
export function stimmenlage(a: Abstimmung): Stimmenlage {
  const { ja, nein } = a;
  if (ja === null || nein === null) return 'unbekannt';
  if (ja > nein) return 'mehrJa';
  if (nein > ja) return 'mehrNein';
  if (ja > 0) return 'gleichstand';
  return a.enthaltungen === 0 && (a.ungueltig ?? 0) === 0 ? 'leer' : 'nurEnthaltungen';
}

/** Present and not excluded under § 22; null where it was not recorded. */
export function mitwirkende(u: Umfeld): number | null {
  if (u.stimmberechtigte !== null) return u.stimmberechtigte;
  return u.anwesende === null ? null : Math.max(0, u.anwesende - (u.ausgeschlossene ?? 0));
}

export type Mehrheitsurteil = 'einfach' | 'erreicht' | 'verfehlt' | 'unbekannt';

/**
 * How a vote stands to a qualified majority; `einfach` where it needs none. The requirement belongs to the
 * matter and its parts, and to a decisive vote on procedure only where that is the item itself (§ 34 (7):
 * putting an item on the agenda), not to a postponement or an amendment.
 */
export function mehrheitsurteil(a: Abstimmung, e: Ergebnis, u: Umfeld, recht: Landesrecht): Mehrheitsurteil {
  const erfordernis = u.mehrheitserfordernis;
  if (erfordernis === null) return 'einfach';
  if (erfordernis.anteil === 'mehrheit' && erfordernis.grundlage === 'stimmen') return 'einfach';
  const gilt =
    entscheidetSache(a) || (a.gegenstand === 'Verfahren' && a.massgeblich && e.verbleib === 'behandelt');
  if (!gilt) return 'einfach';
  const erreicht = recht.mehrheitErreicht(a, erfordernis, {
    anwesende: mitwirkende(u),
    gesetzlicheZahl: u.gesetzlicheZahl,
  });
  return erreicht === null ? 'unbekannt' : erreicht ? 'erreicht' : 'verfehlt';
}
