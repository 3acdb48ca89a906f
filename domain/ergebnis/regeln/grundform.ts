import { ausgefuellt, entscheidetSache, hatAbstimmung, massgebliche } from './begriffe.ts';
import { regel, regelJeAbstimmung, warnung, widerspruch } from './regel.ts';

/** What the form asks for before any row of the table: something to print, and one vote to print. */

const gedruckteVerbleibe = new Set(['behandelt', 'verwiesen', 'vertagt', 'abgesetzt']);

export const grundform = [
  regel(0, (e) =>
    e.abstimmungen.filter((a) => a.massgeblich).length > 1
      ? widerspruch(
          'Mehrere Abstimmungen sind als maßgeblich gekennzeichnet. Das Formular kann nur eine drucken: Kennzeichnen Sie die Schlussabstimmung.',
        )
      : null,
  ),
  regel(0, (e) =>
    e.verbleib === 'behandelt' && hatAbstimmung(e, 'Sache') && massgebliche(e) === undefined
      ? widerspruch(
          'Es wurde in der Sache abgestimmt, aber keine Abstimmung ist als maßgeblich gekennzeichnet. Kennzeichnen Sie die Schlussabstimmung.',
        )
      : null,
  ),
  regelJeAbstimmung(0, (a) =>
    a.massgeblich && (a.gegenstand === 'Teil' || a.gegenstand === 'Aenderungsantrag')
      ? widerspruch(
          'Eine Teilabstimmung oder ein Änderungsantrag kann nicht maßgeblich sein. Kennzeichnen Sie die Schlussabstimmung, oder keine, wenn nur in Teilen abgestimmt wurde.',
        )
      : null,
  ),
  regelJeAbstimmung(0, (a, e) => {
    if (!a.massgeblich || a.richtung !== 'angenommen' || a.mehrheit !== null) return null;
    if (!gedruckteVerbleibe.has(e.verbleib)) return null;
    const andereBox = a.gegenstand !== 'Sache' && (e.verbleib !== 'behandelt' || e.kenntnis);
    if (andereBox && a.nein === null) return null;
    return widerspruch(
      'Angenommen, aber weder einstimmig noch mehrheitlich: Dafür hat das Formular kein Kästchen. Wählen Sie einstimmig oder mehrheitlich.',
    );
  }),
  regel(0, (e) => {
    if (e.verbleib !== 'behandelt' || e.kenntnis) return null;
    if (massgebliche(e) !== undefined || e.abstimmungen.some(entscheidetSache)) return null;
    return ausgefuellt(e.vermerk)
      ? warnung(
          'Behandelt, aber weder Kenntnisnahme noch Beschluss: Das Formular bleibt bis auf den Vermerk leer. Bestätigen Sie, dass es dabei bleibt.',
        )
      : widerspruch(
          'Es ist noch nichts festgehalten. Wählen Sie Kenntnis, tragen Sie die Abstimmung ein oder schreiben Sie einen Vermerk, was geschehen ist.',
        );
  }),
];
