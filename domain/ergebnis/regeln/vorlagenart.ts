import { entscheidetSache, hatWortlaut, inDerSache, massgebliche } from './begriffe.ts';
import { regel, warnung, widerspruch } from './regel.ts';

/** Rows 13 to 15: what a kind of Vorlage asks for. Row 12 (UV, Kenntnis, no vote) is fine: see zulaessig.ts. */
export const vorlagenart = [
  regel(13, (e) =>
    e.verbleib === 'behandelt' && e.kenntnis && massgebliche(e) !== undefined
      ? warnung(
          'Kenntnis mit einer Abstimmung: Zur Kenntnisnahme genügt die Feststellung der oder des Vorsitzenden. Bestätigen Sie, dass abgestimmt wurde.',
        )
      : null,
  ),
  regel(14, (e, u) => {
    if (u.vorlagenart !== 'UV' || !e.abstimmungen.some(inDerSache)) return null;
    return hatWortlaut(e)
      ? warnung(
          'Beschluss zu einer Unterrichtungsvorlage: Der Beschlusstext ist erst in der Sitzung entstanden. Bestätigen Sie das.',
        )
      : widerspruch(
          'Eine Unterrichtungsvorlage enthält keinen Antrag, über den in der Sache abgestimmt werden kann. Wählen Sie Kenntnis; ist in der Sitzung ein Beschluss entstanden, tragen Sie seinen Wortlaut ein.',
        );
  }),
  // Where the Beratung's role is Kenntnisnahme, another body decides: nothing stays undecided.
  regel(15, (e, u) => {
    if (u.vorlagenart !== 'BV' && u.vorlagenart !== 'AT') return null;
    if (e.verbleib !== 'behandelt' || !e.kenntnis || u.rolle === 'Kenntnisnahme') return null;
    if (e.abstimmungen.some(entscheidetSache)) return null;
    return warnung(
      `Nur Kenntnis zu ${u.vorlagenart === 'BV' ? 'einer Beschlussvorlage' : 'einem Antrag'}: Die Sache bleibt unentschieden. Bestätigen Sie, dass kein Beschluss gefasst wurde.`,
    );
  }),
];
