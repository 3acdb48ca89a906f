import { describe, expect, it } from 'vitest';
import type { Rolle } from '../../../domain/rollen/rolle.ts';
import { sichtFuer } from '../../../domain/rollen/sicht.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import {
  ausgang,
  geplant,
  inBeratung,
  kopf,
  schliesseAb,
  schreibeErgebnis,
  setzeAn,
} from '../vorlage/hilfen.ts';

const als = (rolle: Rolle, bereich: string) => ({ person: 'p', stellen: [{ rolle, bereich, fuer: null }] });
const erfasst = () => schreibeErgebnis(setzeAn(inBeratung(), 1), 1, ausgang({ vermerk: 'Geheim' }));
const sieht = (rolle: Rolle, bereich: string, stand: Vorlagenstand) =>
  JSON.stringify(sichtFuer(als(rolle, bereich), stand).stand).includes('Geheim');

describe('wer was von einer Vorlage sieht', () => {
  it.each([
    ['Sitzungsdienst', 'sozialausschuss', true],
    ['Revision', '*', true],
    ['Sachbearbeitung', '50', false],
    ['Amtsleitung', '50', false],
    ['Dezernat', '2', false],
    ['Vorsitz', 'sozialausschuss', false],
    ['Gremienmitglied', 'sozialausschuss', false],
  ] as const)('ein nicht freigegebenes Ergebnis: %s %s %s', (rolle, bereich, ja) => {
    expect(sieht(rolle, bereich, erfasst())).toBe(ja);
  });

  it('ein freigegebenes öffentliches Ergebnis sehen alle, die die Vorlage lesen', () => {
    const stand = schliesseAb(setzeAn(inBeratung(), 1), 1, ausgang({ vermerk: 'Geheim' }));
    for (const rolle of ['Dezernat', 'Gremienmitglied'] as const) {
      expect(sieht(rolle, rolle === 'Dezernat' ? '2' : 'sozialausschuss', stand)).toBe(true);
    }
  });

  it('Mitglieder sehen keine Gründe und Freigaben der Verwaltung und keinen Verlauf', () => {
    const stand = {
      ...erfasst(),
      zurueckweisung: { station: 'Dezernat', person: 'x', grund: 'Geheim', zeit: 'z' },
    };
    const sicht = sichtFuer(als('Gremienmitglied', 'sozialausschuss'), stand);
    expect(sicht).toMatchObject({ verlauf: false, stand: { freigaben: [], zurueckweisung: null } });
    expect(sichtFuer(als('Dezernat', '2'), stand).stand.zurueckweisung?.grund).toBe('Geheim');
  });

  it('Nichtöffentliches eines anderen Gremiums sehen Mitglieder nicht, auch nicht im Papier', () => {
    const wege = kopf({ gremienweg: [geplant('sozialausschuss', { oeffentlich: false }), geplant('rat')] });
    const stand = schliesseAb(
      setzeAn(inBeratung(wege), 1, { oeffentlich: false }),
      1,
      ausgang({ vermerk: 'Geheim' }),
    );
    expect(sieht('Gremienmitglied', 'rat', stand)).toBe(false);
    expect(sichtFuer(als('Gremienmitglied', 'rat'), stand).papiere).toBe(false);
    expect(sieht('Gremienmitglied', 'sozialausschuss', stand)).toBe(true);
    expect(sichtFuer(als('Gremienmitglied', 'sozialausschuss'), stand).papiere).toBe(true);
  });
});
