import { kenntnis } from '../../demo/ergebnisse.ts';
import { beschlossen, stimmen } from '../ergebnisse.ts';
import { am, type Schritt } from '../schritt.ts';
import type { Punkt, Stadt } from '../stadt.ts';
import { dezernat, sozialamt, sozialausschuss } from '../stellen.ts';
import { heutige } from '../vorlagen/heute.ts';

const neue = Object.keys(heutige) as (keyof typeof heutige)[];

/** What comes back from earlier Sitzungen, then the new items; the nichtoeffentlich one last. */
const tagesordnung: readonly Punkt[] = [
  ['seniorenbeirat', 2, 'Ö 2'],
  ['teilhabe', 3, 'Ö 3'],
  ['pflegestuetzpunkt', 1, 'Ö 4'],
  ['sozialticket', 1, 'Ö 5'],
  ['stadtteiltreff', 1, 'Ö 6'],
  ['winternothilfe', 1, 'Ö 7'],
  ['sprachkurse', 1, 'Ö 8'],
  ['barrierefreiheit', 1, 'Ö 9'],
  ['mietschulden', 1, 'N 1'],
];

/** The Sitzung whose outcomes are open: three are noted, one of them contradictory, nothing is released. */
export function heutigeSitzung(stadt: Stadt): Schritt[] {
  const { kalender } = stadt;
  const tag = (n: number) => kalender.um('sozialausschuss/2', n);
  return [
    am(tag(-14), '09:50', () => stadt.reicheEin(...neue)),
    am(tag(-14), '10:00', () => stadt.gibWeiter('reinicke', dezernat, ...neue)),
    am(tag(-14), '10:10', () => stadt.gibWeiter('ohlsen', sozialamt, ...neue)),
    am(tag(-14), '10:20', () => stadt.gibWeiter('wolframm', sozialausschuss, ...neue)),
    am(kalender.um('stadtrat/1', 0), '19:50', async () => {
      await stadt.setzeAn('wolframm', 'sozialausschuss/2', ...tagesordnung);
      // The Jugendhilfeausschuss hears of it later: placed there already.
      await stadt.setzeAn('kestner', 'jugendhilfeausschuss/2', ['winternothilfe', 2, 'Ö 2']);
    }),
    am(tag(0), '17:50', async () => {
      await stadt.erfasse('wolframm', 'pflegestuetzpunkt', 1, kenntnis);
      await stadt.erfasse(
        'wolframm',
        'sozialticket',
        1,
        // Row 1: unanimous, and yet two against.
        beschlossen(
          'Der Ausschuss bittet die Verwaltung, das Sozialticket auch für den Nachtbus zu prüfen.',
          stimmen('Sache', 'angenommen', 'einstimmig', [11, 2, 0]),
        ),
      );
      await stadt.erfasse(
        'wolframm',
        'stadtteiltreff',
        1,
        // Row 14: a vote on a report is a warning where its wording arose in the Sitzung.
        beschlossen(
          'Der Versuch am Wochenende soll bis zum Sommer fortgesetzt werden.',
          stimmen('Sache', 'angenommen', 'einstimmig', [12, 0, 1]),
        ),
      );
    }),
  ];
}
