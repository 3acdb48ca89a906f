import { expect, test } from 'vitest';
import { ergebnisInWorten } from '../../../domain/ergebnis/in-worten.ts';
import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import { abstimmung, ergebnis, stimmen } from './hilfen.ts';

const abgelehnt = { richtung: 'abgelehnt' } as const;
const mehrheitlich = { mehrheit: 'mehrheitlich' } as const;
const verfahren = { gegenstand: 'Verfahren' } as const;
const anHauptausschuss = { gremium: 'hauptausschuss', sitzung: null, terminOffen: false };

test.each<[string, Partial<Ergebnis>]>([
  ['zur Kenntnis genommen', { kenntnis: true }],
  ['einstimmig zur Kenntnis genommen', { kenntnis: true, abstimmungen: [abstimmung(verfahren)] }],
  ['einstimmig angenommen', { abstimmungen: [abstimmung(stimmen(14, 0, 0))] }],
  ['einstimmig bei 2 Enthaltungen angenommen', { abstimmungen: [abstimmung(stimmen(12, 0, 2))] }],
  [
    'einstimmig bei 1 Enthaltung abgelehnt',
    { abstimmungen: [abstimmung({ ...abgelehnt, ...stimmen(0, 12, 1) })] },
  ],
  [
    'mehrheitlich angenommen',
    { abstimmungen: [abstimmung({ ...mehrheitlich, ...stimmen(null, null, null) })] },
  ],
  [
    'mehrheitlich abgelehnt (5 Ja, 9 Nein, 1 Enthaltung)',
    { abstimmungen: [abstimmung({ ...abgelehnt, ...mehrheitlich, ...stimmen(5, 9, 1) })] },
  ],
  [
    'mehrheitlich in geänderter Fassung angenommen (9 Ja, 5 Nein)',
    { geaendert: true, abstimmungen: [abstimmung({ ...mehrheitlich, ...stimmen(9, 5, 0) })] },
  ],
  [
    'bei Stimmengleichheit abgelehnt (7 Ja, 7 Nein)',
    { abstimmungen: [abstimmung({ ...abgelehnt, mehrheit: null, ...stimmen(7, 7, 0) })] },
  ],
  [
    'abgelehnt (0 Ja, 0 Nein, 5 Enthaltungen)',
    { abstimmungen: [abstimmung({ ...abgelehnt, mehrheit: null, ...stimmen(0, 0, 5) })] },
  ],
  ['abgelehnt', { abstimmungen: [abstimmung({ ...abgelehnt, mehrheit: null })] }],
  [
    'mehrheitlich angenommen (9 Ja, 5 Nein, 1 ungültig)',
    { abstimmungen: [abstimmung({ ...mehrheitlich, ...stimmen(9, 5, 0), ungueltig: 1 })] },
  ],
  [
    'zur Kenntnis genommen und einstimmig abgelehnt',
    { kenntnis: true, abstimmungen: [abstimmung(abgelehnt)] },
  ],
  ['vertagt', { verbleib: 'vertagt' }],
  ['zur Kenntnis genommen und vertagt', { verbleib: 'vertagt', kenntnis: true }],
  [
    'mehrheitlich vertagt (9 Ja, 5 Nein)',
    {
      verbleib: 'vertagt',
      abstimmungen: [abstimmung({ ...verfahren, ...mehrheitlich, ...stimmen(9, 5, 0) })],
    },
  ],
  ['verwiesen an „Hauptausschuss“', { verbleib: 'verwiesen', folge: anHauptausschuss }],
  ['verwiesen', { verbleib: 'verwiesen' }],
  ['von der Tagesordnung abgesetzt', { verbleib: 'abgesetzt' }],
  ['ohne Beschlussempfehlung weitergegeben', { verbleib: 'ohneBE' }],
  ['zurückgezogen', { verbleib: 'zurueckgezogen' }],
  ['nicht behandelt', { verbleib: 'nichtBehandelt' }],
  ['vom Bürgermeister anstelle des Gremiums entschieden', { verbleib: 'entscheidungBuergermeister' }],
  [
    'in Teilen abgestimmt, ohne Schlussabstimmung',
    { abstimmungen: [abstimmung({ gegenstand: 'Teil', massgeblich: false })] },
  ],
  ['behandelt, ohne Beschluss', {}],
])('%s', (worte, e) => {
  const namen: Record<string, string> = { hauptausschuss: 'Hauptausschuss' };
  expect(ergebnisInWorten(ergebnis(e), { gremium: (id) => namen[id] ?? id })).toBe(worte);
});

test('ohne Namen steht die Kennung des Gremiums', () => {
  const e = ergebnis({ verbleib: 'verwiesen', folge: anHauptausschuss });
  expect(ergebnisInWorten(e)).toBe('verwiesen an „hauptausschuss“');
});
