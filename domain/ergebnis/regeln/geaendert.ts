import type { Abstimmung } from '../schema.ts';
import { entscheidetSache, hatWortlaut, massgebliche, verbleibPartizip } from './begriffe.ts';
import { regel, warnung, widerspruch } from './regel.ts';

const beschlossen = (a: Abstimmung): boolean => entscheidetSache(a) && a.richtung === 'angenommen';

/** Rows 19 and 20: adopted with changed wording. What row 18 refuses is not refused again here. */
export const geaendert = [
  regel(19, (e) => {
    if (!e.geaendert || hatWortlaut(e)) return null;
    const gilt =
      e.verbleib === 'entscheidungBuergermeister' ||
      (e.verbleib === 'behandelt' && e.abstimmungen.some(beschlossen));
    return gilt
      ? widerspruch('Geändert beschlossen, aber der neue Wortlaut fehlt. Tragen Sie ihn ein.')
      : null;
  }),
  regel(20, (e) => {
    if (!e.geaendert) return null;
    switch (e.verbleib) {
      case 'vertagt':
      case 'ohneBE':
        return widerspruch(
          `„Geändert“ gilt nur für einen Beschluss; der Punkt ist aber ${verbleibPartizip[e.verbleib]}. Nehmen Sie „geändert“ weg.`,
        );
      case 'verwiesen':
        return warnung(
          '„Geändert“ bei einer Verweisung: Beschlossen ist noch nichts. Bestätigen Sie, dass die Vorlage in geänderter Fassung weitergeht.',
        );
      case 'behandelt':
        if (!e.abstimmungen.some(entscheidetSache)) {
          return widerspruch(
            '„Geändert“ gilt nur für einen Beschluss in der Sache; festgehalten ist keiner. Nehmen Sie „geändert“ weg, oder tragen Sie die Abstimmung ein.',
          );
        }
        return massgebliche(e)?.richtung === 'abgelehnt' || !e.abstimmungen.some(beschlossen)
          ? warnung('„Geändert“ und „abgelehnt“: Bestätigen Sie, dass die geänderte Fassung abgelehnt wurde.')
          : null;
      default:
        return null;
    }
  }),
];
