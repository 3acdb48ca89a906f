import { describe, expect, it } from 'vitest';
import type { Phase } from '../../domain/vorlage/stand.ts';
import { liegtBei } from '../../web/format/liegtBei.ts';

describe('with whom a Vorlage lies', () => {
  it.each<[phase: Phase, station: string | null, erwartet: string | null]>([
    ['entwurf', null, 'Sachbearbeitung'],
    ['ueberarbeitung', 'Überarbeitung', 'Sachbearbeitung'],
    ['unterwegs', 'Dezernat', 'Dezernat'],
    ['abgeschlossen', null, null],
  ])('in %s at the station %s: %s', (phase, station, erwartet) => {
    expect(liegtBei({ phase, liegtBei: station })).toBe(erwartet);
  });
});
