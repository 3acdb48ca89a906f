import type { Mehrheitserfordernis } from '../umfeld.ts';
import { massgebliche, mehrheitsurteil, mitwirkende, stimmenlage, zahlwort } from './begriffe.ts';
import { type Feststellung, regel, regelJeAbstimmung, warnung, widerspruch } from './regel.ts';

const anteile: Record<Mehrheitserfordernis['anteil'], string> = {
  mehrheit: 'die Mehrheit',
  zweiDrittel: 'zwei Drittel',
};
const grundlagen: Record<Mehrheitserfordernis['grundlage'], string> = {
  stimmen: 'der gültigen Stimmen',
  anwesende: 'der Anwesenden',
  gesetzlicheZahl: 'der gesetzlichen Mitgliederzahl',
};

/** Rows 10 and 23: the counts against those who could vote. */
export const mehrheit = [
  regelJeAbstimmung(10, (a, e, u, recht) => {
    const urteil = mehrheitsurteil(a, e, u, recht);
    if (u.mehrheitserfordernis === null || urteil === 'einfach' || urteil === 'unbekannt') return null;
    const noetig = `${anteile[u.mehrheitserfordernis.anteil]} ${grundlagen[u.mehrheitserfordernis.grundlage]}`;
    const lage = stimmenlage(a);
    if (a.richtung === 'angenommen') {
      const andereZeile = lage !== 'mehrJa' && lage !== 'unbekannt';
      if (urteil === 'erreicht' || andereZeile) return null;
      return widerspruch(
        `Nötig ist ${noetig}; ${zahlwort(a.ja ?? 0, 'Ja-Stimme genügt', 'Ja-Stimmen genügen')} dafür nicht. Wählen Sie abgelehnt ohne Mehrheitsangabe, oder berichtigen Sie die Zahlen.`,
      );
    }
    if (urteil === 'erreicht') {
      return widerspruch(
        `Abgelehnt, obwohl die nötige Mehrheit (${noetig}) erreicht ist. Berichtigen Sie das Ergebnis oder die Zahlen.`,
      );
    }
    return lage === 'mehrJa' && a.mehrheit === 'mehrheitlich'
      ? widerspruch(
          `Abgelehnt, weil ${noetig} fehlt, nicht weil die Mehrheit dagegen war. Wählen Sie abgelehnt ohne Mehrheitsangabe.`,
        )
      : null;
  }),
  regel(23, (e, u) => {
    const koennen = mitwirkende(u);
    if (koennen === null) return null;
    const funde: Feststellung[] = [];
    for (const a of e.abstimmungen) {
      const abgegeben = (a.ja ?? 0) + (a.nein ?? 0) + (a.enthaltungen ?? 0) + (a.ungueltig ?? 0);
      if (abgegeben > koennen) {
        funde.push(
          widerspruch(
            `${zahlwort(abgegeben, 'Stimme', 'Stimmen')} bei ${zahlwort(koennen, 'stimmberechtigten Person', 'stimmberechtigten Personen')}: Das ist zu viel. Berichtigen Sie die Zahlen oder die Anwesenheit.`,
          ),
        );
      }
    }
    const a = massgebliche(e);
    if (a === undefined || a.ja === null || a.nein === null || a.enthaltungen === null) return funde;
    const fehlen = koennen - (a.ja + a.nein + a.enthaltungen + (a.ungueltig ?? 0));
    if (fehlen > 0) {
      funde.push(
        warnung(
          `${fehlen === 1 ? '1 Person hat' : `${fehlen} Personen haben`} nicht abgestimmt (${koennen} waren stimmberechtigt). Bestätigen Sie, dass das stimmt.`,
        ),
      );
    }
    return funde;
  }),
];
