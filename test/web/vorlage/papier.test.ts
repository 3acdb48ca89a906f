import { describe, expect, it } from 'vitest';
import { erwartete, papiername } from '../../../web/ansichten/vorlage/papier.ts';
import { Lauf } from './lauf.ts';

const papier = (ereignis: number) => ({
  ereignis,
  fassung: 1,
  dateiname: 'UV.docx',
  sha256: 'a'.repeat(64),
  zeit: '2026-04-22T08:00:00.000Z',
});
const lauf = new Lauf().lege().reicheEin().gibFrei('Amt').gibFrei('Form').gibFrei('Beratung1');
lauf.setzeAuf('Ö 5').gibErgebnisFrei('Beratung2').berichtige('vertippt');

describe('papiername', () => {
  it.each([
    [2, 'Vorlage, Fassung 1', 'Vorlage, Fassung 1'],
    [7, 'Vorlage mit Ergebnis, Fassung 1', 'Vorlage mit Ergebnis, Fassung 1'],
    [8, 'Vorlage mit berichtigtem Ergebnis, Fassung 1', 'Vorlage mit Ergebnis, Fassung 1'],
  ])('of event %i: with the course %j, without it %j', (ereignis, mit, ohne) => {
    expect(papiername(papier(ereignis), lauf.verlauf, lauf.vorlage)).toBe(mit);
    expect(papiername(papier(ereignis), null, lauf.vorlage)).toBe(ohne);
  });
});

describe('erwartete', () => {
  it('counts what is still being issued', () => {
    expect(erwartete(lauf.verlauf, [papier(2)])).toBe(2);
    expect(erwartete(lauf.verlauf, [papier(2), papier(7), papier(8)])).toBe(0);
    expect(erwartete(null, [])).toBe(0);
  });
});
