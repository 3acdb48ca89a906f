import { describe, expect, it } from 'vitest';
import { phasenFuer, sitzungsphasen, ueblichePhase } from '../../../web/ansichten/sitzung/phase.ts';
import type { Tagesordnungspunkt } from '../../../web/ansichten/sitzung/typen.ts';

const punkt = (hatErgebnis: boolean, freigegeben: boolean): Tagesordnungspunkt => ({
  top: 'Ö 1',
  vorlage: 'v-1',
  beratung: 1,
  oeffentlich: true,
  nummer: 'UV/0001/2026',
  betreff: 'Bericht',
  phase: 'beratung',
  hatErgebnis,
  freigegeben,
  version: 7,
});

const [offen, erfasst, frei] = [punkt(false, false), punkt(true, false), punkt(false, true)];

describe('the phase to begin with', () => {
  it.each([
    ['the day before', '2026-04-21', [offen], 'vorbereiten'],
    ['on the day', '2026-04-22', [erfasst, offen], 'durchfuehren'],
    ['weeks later with one open', '2026-05-22', [offen, frei], 'durchfuehren'],
    ['all recorded', '2026-04-22', [erfasst, frei], 'nachbereiten'],
    ['all released', '2026-04-23', [frei], 'nachbereiten'],
    ['an empty agenda', '2026-04-22', [], 'vorbereiten'],
  ] as const)('%s', (_, heute, tops, erwartet) => {
    expect(ueblichePhase({ tops }, '2026-04-22', heute, sitzungsphasen)).toBe(erwartet);
  });

  it('is one that the person may use', () => {
    expect(ueblichePhase({ tops: [offen] }, '2026-04-22', '2026-04-22', ['vorbereiten'])).toBe('vorbereiten');
  });

  it.each([
    ['Sitzungsdienst', 'sozialausschuss', 3],
    ['Sitzungsdienst', 'rat', 1],
    ['Vorsitz', 'sozialausschuss', 1],
    ['Gremienmitglied', 'sozialausschuss', 1],
    ['Revision', '*', 1],
  ] as const)('%s of %s sees %i', (rolle, bereich, anzahl) => {
    const akteur = { person: 'p', stellen: [{ rolle, bereich, fuer: null }] };
    expect(phasenFuer(akteur, { gremium: 'sozialausschuss' })).toHaveLength(anzahl);
  });
});
