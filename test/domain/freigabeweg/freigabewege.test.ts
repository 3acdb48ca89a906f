import { describe, expect, it } from 'vitest';
import { freigabewege } from '../../../domain/freigabeweg/freigabewege.ts';
import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';

describe('der Weg der Unterrichtungsvorlage', () => {
  it('Dezernat, Sozialamt, Sozialausschuss; jede Station mit ihrer Rolle', () => {
    expect(unterrichtungsvorlage.stationen.map((s) => `${s.name}: ${s.rolle}`)).toEqual([
      'Dezernat: Dezernat',
      'Sozialamt: Amtsleitung',
      'Sozialausschuss: Sitzungsdienst',
    ]);
  });
});

describe.each(Object.entries(freigabewege))('jeder Freigabeweg: %s', (art, weg) => {
  it('steht unter seiner eigenen Art', () => expect(weg.art).toBe(art));
  it('nennt jede Station einmal, und keine wie einen Zustand des Automaten', () => {
    const namen = weg.stationen.map((s) => s.name);
    expect(new Set(namen).size).toBe(namen.length);
    const belegt = ['Lage lesen', 'Weiche', 'Überarbeitung', 'Angehalten', 'Fehler festhalten', 'Entscheid'];
    for (const name of namen) expect(belegt).not.toContain(name);
  });
  it('endet im Gremium, und nur dort', () => {
    expect(weg.stationen.map((s) => s.art === 'gremium')).toEqual(
      weg.stationen.map((_, i) => i === weg.stationen.length - 1),
    );
  });
  it('hat überall eine Frist von ganzen Arbeitstagen und jemanden, der danach davon hört', () => {
    for (const s of weg.stationen) {
      expect(s.frist).toBeGreaterThanOrEqual(1);
      expect(Number.isInteger(s.frist)).toBe(true);
      expect(s.eskalation.length).toBeGreaterThan(0);
      expect(s.eskalation).not.toContain(s.rolle);
    }
    expect(weg.ueberarbeitung.frist).toBeGreaterThanOrEqual(1);
  });
});
