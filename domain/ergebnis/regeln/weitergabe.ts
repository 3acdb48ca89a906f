import type { Verbleib } from '../schema.ts';
import { verbleibPartizip } from './begriffe.ts';
import { type Feststellung, regel, warnung, widerspruch } from './regel.ts';

const nebenKenntnis: ReadonlySet<Verbleib> = new Set([
  'verwiesen',
  'vertagt',
  'ohneBE',
  'zurueckgezogen',
  'entscheidungBuergermeister',
]);

/** Rows 21 and 22: passed on without a Beschlussempfehlung, and Kenntnis beside another end. */
export const weitergabe = [
  regel(21, (e, u) => {
    if (e.verbleib !== 'ohneBE') return null;
    const funde: Feststellung[] = [];
    const sache = e.abstimmungen.filter((a) => a.gegenstand === 'Sache');
    if (sache.some((a) => a.richtung === 'angenommen')) {
      funde.push(
        widerspruch(
          'Ohne Beschlussempfehlung weitergegeben, aber eine Empfehlung wurde angenommen. Wählen Sie behandelt, oder berichtigen Sie die Abstimmung.',
        ),
      );
    } else if (sache.length > 0) {
      funde.push(
        warnung(
          'Ohne Beschlussempfehlung weitergegeben, nachdem die Empfehlung abgelehnt wurde: Das Formular druckt die Abstimmung nicht. Bestätigen Sie das.',
        ),
      );
    }
    if (u.rolle === 'Entscheidung') {
      funde.push(
        warnung(
          'Ohne Beschlussempfehlung, obwohl dieses Gremium entscheiden soll. Bestätigen Sie, dass es nicht entschieden hat.',
        ),
      );
    }
    return funde;
  }),
  regel(22, (e) =>
    e.kenntnis && nebenKenntnis.has(e.verbleib)
      ? warnung(
          `Kenntnis, und zugleich ${verbleibPartizip[e.verbleib]}. Bestätigen Sie, dass beides festgehalten werden soll.`,
        )
      : null,
  ),
];
