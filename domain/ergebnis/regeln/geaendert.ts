import { entscheidetSache, hatWortlaut, massgebliche, verbleibPartizip } from './begriffe.ts';
import { regel, warnung, widerspruch } from './regel.ts';

/** Rows 19 and 20: adopted with changed wording. What row 18 refuses is not refused again here. */
export const geaendert = [
  regel(19, (e) => {
    if (!e.geaendert || hatWortlaut(e)) return null;
    const beschlossen =
      e.verbleib === 'entscheidungBuergermeister' ||
      (e.verbleib === 'behandelt' &&
        e.abstimmungen.some((a) => entscheidetSache(a) && a.richtung === 'angenommen'));
    return beschlossen
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
        return massgebliche(e)?.richtung === 'abgelehnt'
          ? warnung('„Geändert“ und „abgelehnt“: Bestätigen Sie, dass die geänderte Fassung abgelehnt wurde.')
          : null;
      default:
        return null;
    }
  }),
];
