import { describe, expect, it, test } from 'vitest';
import { vorlagenarten } from '../../../domain/ergebnis/umfeld.ts';
import { nummerImDateinamen, vorlagennummer } from '../../../domain/vorlage/nummer.ts';

describe('Vorlagennummer: Art, vier Stellen, Jahr; mehr Stellen, wenn ein Jahr sie braucht', () => {
  test.each([
    ['UV', 1, 2026, 'UV/0001/2026'],
    ['UV', 84, 2026, 'UV/0084/2026'],
    ['UV', 999, 2026, 'UV/0999/2026'],
    ['UV', 9999, 2026, 'UV/9999/2026'],
    ['UV', 10_000, 2026, 'UV/10000/2026'],
    ['UV', 123_456, 2027, 'UV/123456/2027'],
    ...vorlagenarten.map((art) => [art, 7, 2026, `${art}/0007/2026`] as const),
  ] as const)('%s %i in %i: %s', (art, laufend, jahr, erwartet) => {
    expect(vorlagennummer(art, laufend, jahr)).toBe(erwartet);
  });

  it('in Dateinamen steht ein Bindestrich statt des Schrägstrichs', () => {
    expect(nummerImDateinamen('UV/0084/2026')).toBe('UV-0084-2026');
  });
});
