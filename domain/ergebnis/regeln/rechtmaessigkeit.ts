import type { Landesrecht } from '../../landesrecht/landesrecht.ts';
import type { Ergebnis, Verbleib } from '../schema.ts';
import type { Umfeld } from '../umfeld.ts';
import { ausgefuellt, entscheidetSache, inDerSache, mitwirkende } from './begriffe.ts';
import { type Feststellung, regel, warnung } from './regel.ts';

const nichtBeraten: ReadonlySet<Verbleib> = new Set(['abgesetzt', 'nichtBehandelt', 'zurueckgezogen']);

function beschlussfaehigkeit(u: Umfeld, recht: Landesrecht) {
  const koennen = mitwirkende(u);
  const ausgeschlossene = u.ausgeschlossene ?? 0;
  const vorAusschluss =
    koennen === null ? u.anwesende : Math.max(u.anwesende ?? 0, koennen + ausgeschlossene);
  return recht.beschlussfaehigkeit({
    gesetzlicheZahl: u.gesetzlicheZahl,
    mitwirkende: koennen,
    vorAusschluss: ausgeschlossene > 0 ? vorAusschluss : koennen,
    zweiteEinladung: u.zweiteEinladung === true,
  });
}

/** Whether the body decided for good, so that people must be told (row 27). */
function beschlussGefasst(e: Ergebnis, u: Umfeld): boolean {
  if (e.verbleib === 'entscheidungBuergermeister') return true;
  return e.verbleib === 'behandelt' && u.rolle === 'Entscheidung' && e.abstimmungen.some(entscheidetSache);
}

/**
 * Rows 24 to 27: an outcome that happened, though not lawfully or not in the open. None of them blocks the
 * release: the record says what happened, and someone is told to act.
 */
export const rechtmaessigkeit = [
  regel(24, (e, u, recht) => {
    const lage = beschlussfaehigkeit(u, recht);
    const ersatz = recht.paragrafen.entscheidungBuergermeister;
    const inSache = e.abstimmungen.some(inDerSache);
    const funde: Feststellung[] = [];
    if (e.verbleib === 'entscheidungBuergermeister') {
      if (lage === 'ja' || lage === 'nein') {
        funde.push(
          warnung(
            'Der Bürgermeister entscheidet nur, wenn Ausschließungen die Beschlussfähigkeit genommen haben und weniger als ein Drittel übrig ist. Nach der Anwesenheit ist das nicht der Fall: Prüfen und bestätigen Sie.',
            ersatz,
          ),
        );
      }
      if (inSache) {
        funde.push(
          warnung(
            'Entscheidung des Bürgermeisters und zugleich eine Abstimmung des Gremiums in der Sache: Bestätigen Sie, dass beides stattgefunden hat. Das Formular druckt die Abstimmung nicht.',
            ersatz,
          ),
        );
      }
      return funde;
    }
    if (!inSache || (lage !== 'nein' && lage !== 'buergermeister')) return null;
    const abhilfe =
      lage === 'buergermeister' ? ` Nach ${ersatz} entscheidet der Bürgermeister anstelle des Gremiums.` : '';
    return [
      warnung(
        `Rechtsverstoß: Das Gremium war bei der Abstimmung nicht beschlussfähig (${mitwirkende(u)} von ${u.gesetzlicheZahl}).${abhilfe} Bestätigen Sie, dass trotzdem abgestimmt wurde.`,
      ),
      {
        art: 'aufgabe',
        aufgabe: 'aussetzungPruefen',
        satz: `Beschluss ohne Beschlussfähigkeit: Aussetzung prüfen (${recht.paragrafen.aussetzung}).`,
      },
    ];
  }),
  regel(25, (e, u, recht) =>
    u.ausschlussVerletzt && e.abstimmungen.length > 0
      ? [
          warnung(
            'Rechtsverstoß: Eine wegen Befangenheit ausgeschlossene Person hat mitgewirkt, oder eine wurde zu Unrecht ausgeschlossen. Der Beschluss ist unwirksam, die Heilung befristet. Bestätigen Sie, dass es so war.',
          ),
          {
            art: 'aufgabe',
            aufgabe: 'aussetzungPruefen',
            satz: `Mitwirkungsverbot verletzt: Aussetzung und neue Beschlussfassung prüfen (${recht.paragrafen.aussetzung}).`,
          },
        ]
      : null,
  ),
  regel(26, (e, u) =>
    u.rolle === 'Vorberatung' && !u.oeffentlich && u.spaeterOeffentlich && !nichtBeraten.has(e.verbleib)
      ? warnung(
          'Nichtöffentlich vorberaten, obwohl ein späteres Gremium öffentlich berät: Was öffentlich beschlossen wird, ist auch öffentlich vorzuberaten. Bestätigen Sie, dass es einen Grund für die Nichtöffentlichkeit gab.',
        )
      : null,
  ),
  regel(27, (e, u) =>
    !u.oeffentlich && beschlussGefasst(e, u) && !ausgefuellt(e.keineBekanntgabe)
      ? {
          art: 'aufgabe',
          aufgabe: 'bekanntgabe',
          satz: 'Nichtöffentlich gefasster Beschluss: unverzüglich öffentlich bekannt geben, oder den Grund festhalten, der dagegen spricht.',
        }
      : null,
  ),
];
