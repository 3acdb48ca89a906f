import { entscheidetSache, massgebliche, zahlwort } from './regeln/begriffe.ts';
import type { Abstimmung, Ergebnis } from './schema.ts';

interface Worte {
  /** Display name of a Gremium by its id (the target of a Verweisung); default: the id itself. */
  gremium?: (id: string) => string;
}

/**
 * The outcome as a phrase for mails and papers, without a subject and without a full stop:
 *
 *     einstimmig bei 2 Enthaltungen angenommen
 *     mehrheitlich abgelehnt (5 Ja, 9 Nein, 1 Enthaltung)
 */
export function ergebnisInWorten(e: Ergebnis, { gremium = (id) => id }: Worte = {}): string {
  const a = massgebliche(e);
  const verfahren = a?.gegenstand === 'Verfahren' ? a : undefined;
  const kenntnis = e.kenntnis && e.verbleib !== 'abgesetzt' && e.verbleib !== 'nichtBehandelt';
  const dazu = kenntnis ? 'zur Kenntnis genommen und ' : '';
  switch (e.verbleib) {
    case 'verwiesen': {
      const ziel = e.folge?.gremium ?? null;
      return `${dazu}${abstimmungsatz(ziel === null ? 'verwiesen' : `verwiesen an „${gremium(ziel)}“`, verfahren)}`;
    }
    case 'vertagt':
      return `${dazu}${abstimmungsatz('vertagt', verfahren)}`;
    case 'abgesetzt':
      return abstimmungsatz('von der Tagesordnung abgesetzt', verfahren);
    case 'ohneBE':
      return `${dazu}ohne Beschlussempfehlung weitergegeben`;
    case 'zurueckgezogen':
      return `${dazu}zurückgezogen`;
    case 'nichtBehandelt':
      return 'nicht behandelt';
    case 'entscheidungBuergermeister':
      return `${dazu}vom Bürgermeister anstelle des Gremiums entschieden`;
    case 'behandelt':
      return behandelt(e, a);
  }
}

function behandelt(e: Ergebnis, a: Abstimmung | undefined): string {
  const fassung = e.geaendert ? 'in geänderter Fassung ' : '';
  if (a === undefined || a.gegenstand === 'Teil' || a.gegenstand === 'Aenderungsantrag') {
    const teile = e.abstimmungen.some(entscheidetSache)
      ? 'in Teilen abgestimmt, ohne Schlussabstimmung'
      : null;
    const kenntnis = e.kenntnis ? 'zur Kenntnis genommen' : null;
    const beides = [kenntnis, teile].filter((satz) => satz !== null).join(', ');
    return beides === '' ? 'behandelt, ohne Beschluss' : beides;
  }
  const nurKenntnis = e.kenntnis && a.gegenstand === 'Verfahren' && a.richtung === 'angenommen';
  if (nurKenntnis) return abstimmungsatz('zur Kenntnis genommen', a);
  const satz = abstimmungsatz(`${fassung}${a.richtung}`, a);
  return e.kenntnis ? `zur Kenntnis genommen und ${satz}` : satz;
}

/** How the vote fell, before the participle; the counts where they were recorded. */
function abstimmungsatz(partizip: string, a: Abstimmung | undefined): string {
  if (a === undefined) return partizip;
  const { ja, nein, enthaltungen } = a;
  if (a.mehrheit === 'einstimmig') {
    const bei = enthaltungen ? ` bei ${zahlwort(enthaltungen, 'Enthaltung', 'Enthaltungen')}` : '';
    return `einstimmig${bei} ${partizip}`;
  }
  const gleich = ja !== null && ja > 0 && ja === nein;
  const wie = a.mehrheit === 'mehrheitlich' ? 'mehrheitlich ' : gleich ? 'bei Stimmengleichheit ' : '';
  const zahlen = [
    ...(ja === null ? [] : [`${ja} Ja`]),
    ...(nein === null ? [] : [`${nein} Nein`]),
    ...(enthaltungen ? [zahlwort(enthaltungen, 'Enthaltung', 'Enthaltungen')] : []),
    ...(a.ungueltig ? [`${a.ungueltig} ungültig`] : []),
  ];
  return `${wie}${partizip}${zahlen.length > 0 ? ` (${zahlen.join(', ')})` : ''}`;
}
