import { ausgefuellt, entscheidetSache } from './regeln/begriffe.ts';
import type { Ergebnis } from './schema.ts';
import type { Folge, Umfeld } from './umfeld.ts';

/**
 * Row 31: the next step of an outcome without contradictions. An Empfehlung (also a rejected one), Kenntnis
 * and "ohne BE" lead to the next Beratung; a decision of the deciding body, or the last Beratung, ends the way.
 * @throws RangeError on a Verweisung without target, which row 17 refuses before.
 */
export function bestimmeFolge(e: Ergebnis, u: Umfeld): Folge {
  const sitzung = e.folge?.sitzung ?? null;
  const terminOffen = !ausgefuellt(sitzung);
  switch (e.verbleib) {
    case 'zurueckgezogen':
      return { art: 'zurueckgezogen' };
    case 'verwiesen': {
      const gremium = e.folge?.gremium ?? null;
      if (gremium === null) throw new RangeError('Verweisung ohne Gremium');
      return { art: 'verwiesen', gremium, sitzung, terminOffen };
    }
    case 'vertagt':
    case 'abgesetzt':
    case 'nichtBehandelt':
      return { art: 'pool', sitzung, terminOffen };
    default: {
      const entschieden =
        e.verbleib === 'entscheidungBuergermeister' ||
        (e.verbleib === 'behandelt' && e.abstimmungen.some(entscheidetSache));
      const endet = u.letzteBeratung || (u.rolle === 'Entscheidung' && entschieden);
      return { art: endet ? 'ende' : 'naechsteBeratung' };
    }
  }
}
