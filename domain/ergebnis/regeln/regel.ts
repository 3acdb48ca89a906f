import type { Landesrecht } from '../../landesrecht/landesrecht.ts';
import type { Abstimmung, Ergebnis } from '../schema.ts';
import type { Regelaufgabe, Umfeld } from '../umfeld.ts';

/** What a rule finds. A contradiction blocks the release, a warning is confirmed there, a task goes to someone. */
export type Feststellung =
  | { art: 'widerspruch' | 'warnung'; satz: string; paragraf?: string }
  | { art: 'aufgabe'; aufgabe: Regelaufgabe['aufgabe']; satz: string };

/** One row of the outcome table (0: what the form itself asks for, before the table). */
export interface Regel {
  readonly zeile: number;
  pruefe(e: Ergebnis, u: Umfeld, recht: Landesrecht): readonly Feststellung[];
}

const nichts: readonly Feststellung[] = [];

export const widerspruch = (satz: string, paragraf?: string): Feststellung => ({
  art: 'widerspruch',
  satz,
  ...(paragraf ? { paragraf } : {}),
});
export const warnung = (satz: string, paragraf?: string): Feststellung => ({
  art: 'warnung',
  satz,
  ...(paragraf ? { paragraf } : {}),
});

type Antwort = Feststellung | readonly Feststellung[] | null;

/** A rule about the outcome as a whole. */
export function regel(zeile: number, pruefe: (e: Ergebnis, u: Umfeld, recht: Landesrecht) => Antwort): Regel {
  return {
    zeile,
    pruefe(e, u, recht) {
      const antwort = pruefe(e, u, recht);
      if (antwort === null) return nichts;
      return 'art' in antwort ? [antwort] : antwort;
    },
  };
}

/** A rule about each vote for itself; its sentence names the vote where there are several. */
export function regelJeAbstimmung(
  zeile: number,
  pruefe: (a: Abstimmung, e: Ergebnis, u: Umfeld, recht: Landesrecht) => Feststellung | null,
): Regel {
  return {
    zeile,
    pruefe(e, u, recht) {
      let gefunden: Feststellung[] | null = null;
      for (const [index, abstimmung] of e.abstimmungen.entries()) {
        const fund = pruefe(abstimmung, e, u, recht);
        if (fund === null) continue;
        gefunden ??= [];
        gefunden.push({ ...fund, satz: `${vorspann(e, index)}${fund.satz}` });
      }
      return gefunden ?? nichts;
    },
  };
}

const gegenstandNamen: Record<Abstimmung['gegenstand'], string> = {
  Sache: 'Sache',
  Verfahren: 'Verfahren',
  Aenderungsantrag: 'Änderungsantrag',
  Teil: 'Teilabstimmung',
};

function vorspann(e: Ergebnis, index: number): string {
  const abstimmung = e.abstimmungen[index];
  if (abstimmung === undefined || e.abstimmungen.length === 1) return '';
  return `Abstimmung ${index + 1} (${gegenstandNamen[abstimmung.gegenstand]}): `;
}
