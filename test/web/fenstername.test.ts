import { expect, it } from 'vitest';
import type { Beratung } from '../../domain/vorlage/stand.ts';
import { fenstername } from '../../web/format/fenstername.ts';

const weg = (...oeffentlich: boolean[]) => oeffentlich.map((o) => ({ oeffentlich: o }) as Beratung);

it.each([
  ['UV/0001/2026', weg(true), 'UV/0001/2026 Pflegeplan'],
  ['UV/0001/2026', weg(false), 'UV/0001/2026 (nichtöffentlich)'],
  ['UV/0001/2026', weg(true, false), 'UV/0001/2026 (nichtöffentlich)'],
  [null, weg(true), 'Entwurf Pflegeplan'],
  [null, weg(false), 'Entwurf (nichtöffentlich)'],
])('%s %j: %s', (nummer, gremienweg, erwartet) => {
  expect(fenstername({ nummer, betreff: 'Pflegeplan', gremienweg })).toBe(erwartet);
});
