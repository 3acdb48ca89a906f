import { mehrheitsurteil, stimmenlage, unterlegene, zahlwort } from './begriffe.ts';
import { regelJeAbstimmung, warnung, widerspruch } from './regel.ts';

/**
 * Rows 1 to 9: a vote's direction and majority against its counts, each vote for itself. Together they find
 * a contradiction exactly where no completion of the unrecorded counts is lawful. Rows 2 (einstimmig with
 * Enthaltungen) and 11 (no formal vote) are fine and so have no rule; see zulaessig.ts.
 */
export const auszaehlung = [
  regelJeAbstimmung(1, (a) => {
    const gegen = unterlegene(a);
    if (a.mehrheit !== 'einstimmig' || gegen === null || gegen === 0) return null;
    const stimmen =
      a.richtung === 'angenommen'
        ? zahlwort(gegen, 'Gegenstimme', 'Gegenstimmen')
        : zahlwort(gegen, 'Ja-Stimme', 'Ja-Stimmen');
    return widerspruch(
      `„Einstimmig ${a.richtung}“ und ${stimmen} passen nicht zusammen. Wählen Sie mehrheitlich, oder berichtigen Sie die Zahl.`,
    );
  }),
  regelJeAbstimmung(3, (a) => {
    if (a.mehrheit !== 'mehrheitlich' || unterlegene(a) !== 0) return null;
    if (a.ja === 0 && a.nein === 0) return null; // row 9
    const stimmen = a.richtung === 'angenommen' ? 'keine Gegenstimme' : 'keine Ja-Stimme';
    return widerspruch(
      `„Mehrheitlich ${a.richtung}“, aber ${stimmen}: Das ist einstimmig. Wählen Sie einstimmig, oder lassen Sie die Zahl leer, wenn nicht gezählt wurde.`,
    );
  }),
  regelJeAbstimmung(4, (a, _e, u) =>
    u.einstellungen.warneOhneZaehlung && a.mehrheit === 'mehrheitlich' && (a.ja === null || a.nein === null)
      ? warnung(
          'Mehrheitlich, aber die Stimmen sind nicht vollständig gezählt. Bestätigen Sie, dass keine Zahlen vorliegen.',
        )
      : null,
  ),
  regelJeAbstimmung(5, (a) => {
    if (a.richtung !== 'abgelehnt') return null;
    if (a.mehrheit === 'einstimmig' && a.nein === 0 && a.ja === null) {
      return widerspruch(
        '„Einstimmig abgelehnt“ braucht mindestens eine Nein-Stimme. Berichtigen Sie die Zahl, oder lassen Sie sie leer.',
      );
    }
    return a.mehrheit === null && a.ja === 0 && a.nein !== null && a.nein > 0
      ? warnung('Ohne Ja-Stimme abgelehnt: Das ist einstimmig. Das Formular druckt sonst nur „abgelehnt“.')
      : null;
  }),
  regelJeAbstimmung(6, (a, e, u, recht) => {
    if (a.richtung !== 'abgelehnt' || a.mehrheit === 'einstimmig') return null;
    const lage = stimmenlage(a);
    if (lage === 'mehrJa' && mehrheitsurteil(a, e, u, recht) === 'einfach') {
      return widerspruch(
        `Abgelehnt, obwohl ${a.ja} Ja gegen ${a.nein} Nein stehen: Das ist angenommen. Berichtigen Sie das Ergebnis oder die Zahlen.`,
      );
    }
    if (a.mehrheit === 'mehrheitlich' && a.ja === null && a.nein !== null && a.nein <= 1) {
      return widerspruch(
        `„Mehrheitlich abgelehnt“ braucht mehr Nein- als Ja-Stimmen und mindestens eine Ja-Stimme, also mindestens 2 Nein; eingetragen ${a.nein === 1 ? 'ist 1' : 'sind 0'}.`,
      );
    }
    return a.mehrheit === null && lage === 'mehrNein' && a.ja !== 0
      ? warnung(
          'Mit mehr Nein als Ja abgelehnt: Das ist mehrheitlich. Das Formular druckt sonst nur „abgelehnt“, wie bei Stimmengleichheit.',
        )
      : null;
  }),
  regelJeAbstimmung(7, (a) => {
    if (stimmenlage(a) !== 'gleichstand') return null;
    if (a.richtung === 'abgelehnt' && a.mehrheit === null) return null;
    return widerspruch(
      `Stimmengleichheit (${a.ja} : ${a.nein}): Der Antrag ist abgelehnt, weder einstimmig noch mehrheitlich. Wählen Sie abgelehnt ohne Mehrheitsangabe.`,
    );
  }),
  regelJeAbstimmung(8, (a) => {
    if (a.richtung !== 'angenommen') return null;
    if (stimmenlage(a) === 'mehrNein') {
      return widerspruch(
        `Angenommen, obwohl ${a.nein} Nein gegen ${a.ja} Ja stehen. Ein Beschluss braucht mehr Ja- als Nein-Stimmen: Wählen Sie abgelehnt, oder berichtigen Sie die Zahlen.`,
      );
    }
    if (a.nein !== null) return null;
    const zuWenig = a.ja === 0 || (a.ja === 1 && a.mehrheit === 'mehrheitlich');
    return zuWenig
      ? widerspruch(
          `„${a.mehrheit === 'mehrheitlich' ? 'Mehrheitlich angenommen' : 'Angenommen'}“ ist mit ${zahlwort(a.ja ?? 0, 'Ja-Stimme', 'Ja-Stimmen')} nicht möglich: Ja muss Nein überwiegen. Berichtigen Sie die Zahl.`,
        )
      : null;
  }),
  regelJeAbstimmung(9, (a, e, u, recht) => {
    const lage = stimmenlage(a);
    if (lage === 'leer') {
      return widerspruch(
        '0 Ja, 0 Nein, 0 Enthaltungen kann keine Abstimmung ergeben. Lassen Sie leer, was nicht gezählt wurde.',
      );
    }
    if (lage === 'nurEnthaltungen') {
      return a.richtung === 'abgelehnt' && a.mehrheit === null
        ? warnung(
            'Es gab nur Enthaltungen; damit ist der Antrag abgelehnt. Bestätigen Sie, dass die Zahlen stimmen.',
          )
        : widerspruch(
            'Ohne Ja- und Nein-Stimmen ist der Antrag abgelehnt, weder einstimmig noch mehrheitlich. Wählen Sie abgelehnt ohne Mehrheitsangabe.',
          );
    }
    const niemandDagegen =
      a.richtung === 'abgelehnt' &&
      a.mehrheit === null &&
      a.ja === null &&
      a.nein === 0 &&
      a.enthaltungen === 0;
    return niemandDagegen && (a.ungueltig ?? 0) === 0 && mehrheitsurteil(a, e, u, recht) === 'einfach'
      ? widerspruch(
          'Abgelehnt, aber niemand hat mit Nein gestimmt oder sich enthalten. Berichtigen Sie das Ergebnis, oder lassen Sie leer, was nicht gezählt wurde.',
        )
      : null;
  }),
];
