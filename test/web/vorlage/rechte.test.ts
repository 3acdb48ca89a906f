import { describe, expect, it } from 'vitest';
import type { Akteur, Stelle } from '../../../domain/rollen/stelle.ts';
import {
  darfBearbeiten,
  darfGremienwegAendern,
  darfLesen,
  darfZurueckziehen,
  entscheidetAls,
  istEigene,
  sitzungsschritte,
} from '../../../web/ansichten/vorlage/rechte.ts';
import { Lauf } from './lauf.ts';

const als = (rolle: Stelle['rolle'], bereich: string, fuer: string | null = null): Akteur => ({
  person: 'wer',
  stellen: [{ rolle, bereich, fuer }],
});
const amDezernat = () => new Lauf().lege().reicheEin();
const inBeratung = () => amDezernat().gibFrei('Amt').gibFrei('Form').gibFrei('Beratung1');
const jetzt = '2026-04-20T08:00:00.000Z';

describe('who decides', () => {
  it('is the one who holds it, as substitute with the name of whom', () => {
    const { vorlage } = amDezernat();
    expect(entscheidetAls(als('Dezernat', '2', 'almut'), vorlage)?.fuer).toBe('almut');
    expect(entscheidetAls(als('Dezernat', '1'), vorlage)).toBeNull();
    expect(entscheidetAls(als('Amtsleitung', '50'), vorlage)).toBeNull();
  });
  it('is nobody while it is revised or treated', () => {
    expect(entscheidetAls(als('Sachbearbeitung', '50'), amDezernat().gibZurueck('x').vorlage)).toBeNull();
    expect(entscheidetAls(als('Sitzungsdienst', 'sozialausschuss'), inBeratung().vorlage)).toBeNull();
  });
  it('is not who drafted it', () => {
    expect(istEigene({ person: 'jana' }, amDezernat().vorlage)).toBe(true);
    expect(istEigene({ person: 'tilo' }, amDezernat().vorlage)).toBe(false);
  });
});

describe('the other acts', () => {
  const clerk = als('Sachbearbeitung', '50');
  it('the clerk revises what came back, and withdraws until the Sitzung begins', () => {
    expect(darfBearbeiten(clerk, amDezernat().vorlage)).toBe(false);
    expect(darfBearbeiten(clerk, amDezernat().gibZurueck('x').vorlage)).toBe(true);
    const angesetzt = inBeratung().setzeAuf('Ö 5').vorlage;
    expect(darfZurueckziehen(clerk, angesetzt, jetzt)).toBe(true);
    expect(darfZurueckziehen(clerk, angesetzt, '2026-04-22T15:00:00.000Z')).toBe(false);
    expect(darfZurueckziehen(als('Dezernat', '2'), angesetzt, jetzt)).toBe(false);
  });
  it('the Dezernat changes the Gremienweg only while it holds the paper', () => {
    expect(darfGremienwegAendern(als('Dezernat', '2'), amDezernat().vorlage)).toBe(true);
    expect(darfGremienwegAendern(als('Dezernat', '2'), amDezernat().gibFrei('Amt').vorlage)).toBe(false);
  });
  it('members read neither course nor chain', () => {
    const { vorlage } = inBeratung();
    const mitglied = als('Gremienmitglied', 'sozialausschuss');
    expect([darfLesen(mitglied, 'verlauf', vorlage), darfLesen(mitglied, 'kette', vorlage)]).toEqual([
      false,
      false,
    ]);
    expect(darfLesen(als('Revision', '*'), 'kette', vorlage)).toBe(true);
  });
});

describe('sitzungsschritte', () => {
  const schritte = (akteur: Akteur, l: Lauf) =>
    sitzungsschritte(akteur, l.vorlage).map((s) => `${s.beratung.gremium} ${s.was}`);
  const dienst = als('Sitzungsdienst', 'sozialausschuss');
  it('lead the Sitzungsdienst through its own Beratung', () => {
    expect(schritte(dienst, inBeratung())).toEqual(['sozialausschuss tagesordnung']);
    expect(schritte(dienst, inBeratung().setzeAuf('Ö 5'))).toEqual(['sozialausschuss ergebnis']);
    const frei = inBeratung().setzeAuf('Ö 5').gibErgebnisFrei('Beratung2');
    expect(schritte(dienst, frei)).toEqual(['sozialausschuss berichtigung']);
  });
  it('lead the chair to the agenda, and nobody else anywhere', () => {
    expect(schritte(als('Vorsitz', 'stadtrat'), inBeratung())).toEqual(['stadtrat tagesordnung']);
    expect(schritte(als('Sachbearbeitung', '50'), inBeratung())).toEqual([]);
  });
});
