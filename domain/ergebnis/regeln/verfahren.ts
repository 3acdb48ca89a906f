import type { Verbleib } from '../schema.ts';
import { ausgefuellt, hatAbstimmung, inDerSache, massgebliche, verbleibPartizip } from './begriffe.ts';
import { type Feststellung, regel, warnung, widerspruch } from './regel.ts';

const verschoben: ReadonlySet<Verbleib> = new Set(['vertagt', 'abgesetzt', 'nichtBehandelt']);

/** Rows 16 to 18: an item that was not finished, and where it goes. */
export const verfahren = [
  regel(16, (e) => {
    const massgeblich = massgebliche(e);
    if (e.verbleib === 'behandelt') {
      if (massgeblich?.gegenstand !== 'Verfahren') return null;
      if (massgeblich.richtung === 'abgelehnt') {
        return widerspruch(
          'Ein abgelehnter Antrag zum Verfahren ist als maßgeblich gekennzeichnet; das Formular würde „abgelehnt“ zur Sache drucken. Nehmen Sie die Kennzeichnung weg.',
        );
      }
      if (hatAbstimmung(e, 'Sache')) {
        return widerspruch(
          'Über die Sache wurde abgestimmt, maßgeblich ist aber eine Abstimmung zum Verfahren. Kennzeichnen Sie die Abstimmung zur Sache.',
        );
      }
      return e.kenntnis
        ? null // row 13
        : warnung(
            'Behandelt, aber abgestimmt wurde nur zum Verfahren. Bestätigen Sie, dass in der Sache nichts beschlossen wurde.',
          );
    }
    if (e.verbleib !== 'vertagt' && e.verbleib !== 'verwiesen' && e.verbleib !== 'abgesetzt') return null;
    const wie = verbleibPartizip[e.verbleib];
    const funde: Feststellung[] = [];
    if (massgeblich?.gegenstand === 'Verfahren' && massgeblich.richtung === 'abgelehnt') {
      funde.push(
        widerspruch(
          `Der Antrag zum Verfahren wurde abgelehnt, der Punkt aber ${wie}. Wählen Sie einen anderen Ausgang, oder nehmen Sie die Kennzeichnung der Abstimmung weg.`,
        ),
      );
    }
    if (e.verbleib === 'abgesetzt') return funde; // row 18 speaks of the Sache
    if (hatAbstimmung(e, 'Sache')) {
      funde.push(
        widerspruch(
          `Der Punkt ist ${wie}; dann kann nur über das Verfahren abgestimmt worden sein. Ändern Sie den Gegenstand der Abstimmung in Verfahren, oder wählen Sie behandelt.`,
        ),
      );
    } else if (e.abstimmungen.some(inDerSache)) {
      funde.push(
        warnung(
          `Vor dem Beschluss „${wie}“ wurde über Teile oder Änderungen abgestimmt. Bestätigen Sie, dass das festgehalten bleiben soll; das Formular druckt es nicht.`,
        ),
      );
    }
    return funde;
  }),
  regel(17, (e) => {
    const folge = e.folge;
    if (e.verbleib === 'verwiesen') {
      if (!ausgefuellt(folge?.gremium)) {
        return widerspruch(
          'Verwiesen, aber wohin? Geben Sie das Gremium an, sonst geht die Vorlage verloren.',
        );
      }
    } else if (!verschoben.has(e.verbleib)) {
      return null;
    } else if (!ausgefuellt(folge?.sitzung) && folge?.terminOffen !== true) {
      return widerspruch(
        `Der Punkt ist ${verbleibPartizip[e.verbleib]}, aber ohne nächste Sitzung. Wählen Sie eine Sitzung oder „Termin offen“, sonst geht die Vorlage verloren.`,
      );
    }
    if (!ausgefuellt(folge?.sitzung)) {
      return {
        art: 'aufgabe',
        aufgabe: 'terminFinden',
        satz: `Für die Vorlage (${verbleibPartizip[e.verbleib]}) ist noch eine Sitzung zu finden.`,
      };
    }
    return folge?.terminOffen === true
      ? warnung('„Termin offen“ ist angekreuzt, obwohl die nächste Sitzung feststeht. Es gilt die Sitzung.')
      : null;
  }),
  regel(18, (e) => {
    if (e.verbleib !== 'abgesetzt' && e.verbleib !== 'nichtBehandelt' && e.verbleib !== 'zurueckgezogen') {
      return null;
    }
    const zuviel = [
      ...(e.abstimmungen.some(inDerSache) ? ['eine Abstimmung in der Sache'] : []),
      ...(e.geaendert ? ['„geändert“'] : []),
      ...(e.kenntnis && e.verbleib !== 'zurueckgezogen' ? ['„Kenntnis“'] : []),
    ];
    return zuviel.length === 0
      ? null
      : widerspruch(
          `Der Punkt ist ${verbleibPartizip[e.verbleib]}, also nicht zu Ende behandelt; ${zuviel.join(' und ')} passt nicht dazu. Nehmen Sie die Angabe weg, oder wählen Sie einen anderen Ausgang.`,
        );
  }),
];
