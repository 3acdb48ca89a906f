import { describe, expect, it, test } from 'vitest';
import { zieheZurueck, zurueckziehenSchema } from '../../../../domain/vorlage/befehle/zurueckziehen.ts';
import { projektionen } from '../../../../domain/vorlage/projektion.ts';
import {
  abgeschlossen,
  amAusschuss,
  amDezernat,
  amSozialamt,
  ausgang,
  entwurf,
  erwarteAblehnung,
  inBeratung,
  inUeberarbeitung,
  schliesseAb,
  schreibeErgebnis,
  setzeAn,
  umgebung,
  vertagt,
  weiter,
} from '../hilfen.ts';

const befehl = { begruendung: 'Der Sachverhalt hat sich erledigt.' };

describe('zurückziehen: das Amt, jederzeit vor der Beratung', () => {
  test.each([
    ['am Dezernat', amDezernat],
    ['am Sozialamt', amSozialamt],
    ['bei der Formprüfung', amAusschuss],
    ['in der Überarbeitung', inUeberarbeitung],
    ['sitzungsreif', inBeratung],
    ['auf der Tagesordnung', () => setzeAn(inBeratung(), 1)],
  ])('%s: niemand wartet mehr, die Nummer bleibt', (_, mache) => {
    expect(weiter(mache(), zieheZurueck(mache(), befehl, umgebung('clerk')), 'clerk')).toMatchObject({
      phase: 'zurueckgezogen',
      halt: null,
      letzteFolge: 'zurueckgezogen',
      nummer: 'UV/0001/2026',
    });
  });

  it('ein Entwurf wird verworfen: er war nie eingereicht, und kein Dezernat sieht ihn', () => {
    const danach = weiter(entwurf(), zieheZurueck(entwurf(), befehl, umgebung('clerk')), 'clerk');
    expect(danach).toMatchObject({ phase: 'verworfen', nummer: null, halt: null });
    expect(projektionen(danach).map((p) => p.liste)).toEqual(['AMT#50', 'VERFASSER#clerk']);
  });

  test.each([
    ['abgeschlossen', abgeschlossen],
    [
      'zurückgezogen',
      () => weiter(amDezernat(), zieheZurueck(amDezernat(), befehl, umgebung('clerk')), 'clerk'),
    ],
    ['verworfen', () => weiter(entwurf(), zieheZurueck(entwurf(), befehl, umgebung('clerk')), 'clerk')],
  ])('SCHON_BEENDET: %s', (_, mache) => {
    erwarteAblehnung(zieheZurueck(mache(), befehl, umgebung('clerk')), 'SCHON_BEENDET');
  });

  test.each([
    ['erfasst, nicht freigegeben', () => schreibeErgebnis(setzeAn(inBeratung(), 1), 1, ausgang())],
    ['vertagt, die nächste wartet', () => schliesseAb(setzeAn(inBeratung(), 1), 1, vertagt)],
  ])('SCHON_BERATEN: ein Ergebnis ist %s', (_, mache) => {
    erwarteAblehnung(zieheZurueck(mache(), befehl, umgebung('clerk')), 'SCHON_BERATEN');
  });

  it('ohne Begründung wird der Befehl nicht angenommen', () => {
    expect(zurueckziehenSchema.safeParse({ begruendung: '  ' }).success).toBe(false);
  });

  it('SCHON_BERATEN: auch ohne Ergebnis, sobald die Sitzung begonnen hat', () => {
    const stand = setzeAn(inBeratung(), 1);
    const beginn = stand.gremienweg[0]?.sitzungsbeginn ?? '';
    const eben = new Date(Date.parse(beginn) - 1).toISOString();
    expect(zieheZurueck(stand, befehl, { jetzt: eben }).ok).toBe(true);
    erwarteAblehnung(zieheZurueck(stand, befehl, { jetzt: beginn }), 'SCHON_BERATEN');
  });
});
