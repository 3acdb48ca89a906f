import type { Landesrecht } from '../landesrecht/landesrecht.ts';
import { massgebliche, stimmenlage } from './regeln/begriffe.ts';
import type { Abstimmung, Ergebnis } from './schema.ts';
import type { Umfeld } from './umfeld.ts';

/** Why something that looks odd is in order: row of the outcome table, German sentence, paragraph. */
export interface Erlaeuterung {
  zeile: number;
  satz: string;
  paragraf: string | null;
}

type Fall = readonly [zeile: number, satz: string, trifftZu: (e: Ergebnis, u: Umfeld) => boolean];

const eine = (pruefe: (a: Abstimmung) => boolean) => (e: Ergebnis) => e.abstimmungen.some(pruefe);

/** The rows of the outcome table whose verdict is "fine". */
const faelle: readonly Fall[] = [
  [
    2,
    'Enthaltungen zählen nicht mit: Das Ergebnis bleibt einstimmig.',
    eine((a) => a.mehrheit === 'einstimmig' && (a.enthaltungen ?? 0) > 0),
  ],
  [
    4,
    'Eine Mehrheit kann ohne Zahlen festgehalten werden.',
    eine((a) => a.mehrheit === 'mehrheitlich' && a.ja === null && a.nein === null),
  ],
  [
    5,
    'Einstimmig abgelehnt: Niemand hat mit Ja gestimmt.',
    eine((a) => a.richtung === 'abgelehnt' && a.mehrheit === 'einstimmig'),
  ],
  [
    6,
    'Mehrheitlich abgelehnt: Die Nein-Stimmen überwiegen.',
    eine((a) => a.richtung === 'abgelehnt' && a.mehrheit === 'mehrheitlich'),
  ],
  [
    7,
    'Bei Stimmengleichheit ist der Antrag abgelehnt.',
    eine((a) => stimmenlage(a) === 'gleichstand' && a.richtung === 'abgelehnt'),
  ],
  [
    11,
    'Ohne förmliche Abstimmung angenommen: Niemand hat widersprochen.',
    eine(
      (a) =>
        a.gegenstand === 'Sache' &&
        a.richtung === 'angenommen' &&
        a.mehrheit === 'einstimmig' &&
        a.ja === null &&
        a.nein === null &&
        a.enthaltungen === null,
    ),
  ],
  [
    12,
    'Kenntnis ohne Abstimmung ist bei einer Unterrichtungsvorlage der Normalfall.',
    (e, u) =>
      u.vorlagenart === 'UV' && e.verbleib === 'behandelt' && e.kenntnis && massgebliche(e) === undefined,
  ],
  [
    19,
    'In geänderter Fassung angenommen; der neue Wortlaut ist festgehalten.',
    (e) => e.geaendert && e.verbleib === 'behandelt' && massgebliche(e)?.richtung === 'angenommen',
  ],
];

/**
 * The explanations that stand beside an outcome in the interface. Ask only for an outcome without
 * contradictions: a sentence here does not say that the whole is in order.
 */
export function erlaeutere(ergebnis: Ergebnis, umfeld: Umfeld, recht: Landesrecht): Erlaeuterung[] {
  return faelle
    .filter(([, , trifftZu]) => trifftZu(ergebnis, umfeld))
    .map(([zeile, satz]) => ({ zeile, satz, paragraf: recht.paragrafZurZeile[zeile] ?? null }));
}
