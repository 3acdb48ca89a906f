import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { bestimmeFolge } from './folge.ts';
import { regeln } from './regeln/regeln.ts';
import type { Ergebnis } from './schema.ts';
import type { Pruefung, Regelbefund, Umfeld } from './umfeld.ts';
import { schlageVor } from './vorschlag.ts';

/**
 * The verdict of the outcome table on one outcome: API, interface and import ask this one function. Saving
 * is never blocked by it; contradictions block the release, warnings are confirmed there in one list.
 *
 *     pruefeErgebnis(ergebnis, umfeld, rheinlandPfalz).widersprueche.length === 0 // may be released
 */
export function pruefeErgebnis(ergebnis: Ergebnis, umfeld: Umfeld, recht: Landesrecht): Pruefung {
  const pruefung: Pruefung = { widersprueche: [], warnungen: [], vorschlag: null, folge: null, aufgaben: [] };
  for (const { zeile, pruefe } of regeln) {
    for (const fund of pruefe(ergebnis, umfeld, recht)) {
      if (fund.art === 'aufgabe') {
        pruefung.aufgaben.push({ zeile, aufgabe: fund.aufgabe, satz: fund.satz });
        continue;
      }
      const befund: Regelbefund = {
        zeile,
        satz: fund.satz,
        paragraf: fund.paragraf ?? recht.paragrafZurZeile[zeile] ?? null,
        bestaetigbar: fund.art === 'warnung',
      };
      (fund.art === 'warnung' ? pruefung.warnungen : pruefung.widersprueche).push(befund);
    }
  }
  pruefung.vorschlag = schlageVor(ergebnis, umfeld, recht);
  if (pruefung.widersprueche.length === 0) pruefung.folge = bestimmeFolge(ergebnis, umfeld);
  return pruefung;
}
