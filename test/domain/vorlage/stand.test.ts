import { describe, expect, it, test } from 'vitest';
import { liesVorlagenereignis } from '../../../domain/vorlage/ereignisse.ts';
import { haltInBeratung } from '../../../domain/vorlage/halt.ts';
import { istOeffentlich, offeneBeratung, verfasserzeile } from '../../../domain/vorlage/stand.ts';
import { wendeAn } from '../../../domain/vorlage/wendeAn.ts';
import { amDezernat, entwurf, geplant, inBeratung, kopf, umgebung } from './hilfen.ts';

describe('eine Vorlage ist nichtöffentlich, sobald eine ihrer Beratungen es ist', () => {
  test.each([
    [[true], true],
    [[true, true], true],
    [[true, false], false],
    [[false, true], false],
    [[false, false], false],
  ])('öffentlich je Beratung %j: %s', (teile, erwartet) => {
    const gremienweg = teile.map((oeffentlich) => geplant('rat', { oeffentlich }));
    expect(istOeffentlich(entwurf(kopf({ gremienweg })))).toBe(erwartet);
  });
});

describe('Halt in einer Beratung', () => {
  const beratung = { nr: 1, gremium: 'rat', sitzungsbeginn: null };
  it('im Pool zählen die Arbeitstage der Einstellung ab jetzt', () => {
    // 20 working days after Monday, 02.03.2026; no holiday lies between.
    expect(haltInBeratung(beratung, 4, umgebung('x'))).toMatchObject({ fristTage: 20, frist: '2026-03-30' });
  });
  it('in einer Sitzung am Gründonnerstag: der nächste Arbeitstag ist der Dienstag nach Ostern', () => {
    const angesetzt = { ...beratung, sitzungsbeginn: '2026-04-02T15:00:00.000Z' };
    expect(haltInBeratung(angesetzt, 4, umgebung('x')).frist).toBe('2026-04-07');
  });
});

describe('was der Stand sagt', () => {
  it('Verfasserzeile wie auf dem Formular', () => {
    expect(verfasserzeile(entwurf())).toBe('50-Sozialamt');
  });
  it('die erste ohne freigegebenes Ergebnis ist offen', () => {
    expect(offeneBeratung(inBeratung())?.nr).toBe(1);
    expect(offeneBeratung({ gremienweg: [] })).toBeUndefined();
  });
  it('ein gelöschter Betreff liest sich als gelöscht', () => {
    const ereignis = { art: 'EntwurfGeaendert', daten: { ...kopf(), betreff: { freitext: null } } };
    const gelesen = liesVorlagenereignis(ereignis.art, ereignis.daten);
    const herkunft = { ...amDezernat(), zeit: '', person: 'x', vertretungFuer: null };
    expect(wendeAn(entwurf(), gelesen, herkunft).betreff).toBe('[gelöscht]');
  });
});

describe('was nicht in die Kette gehört, wird nicht gelesen', () => {
  it('eine unbekannte Art', () => {
    expect(() => liesVorlagenereignis('Verbrannt', {})).toThrow('Unbekanntes Ereignis');
    expect(() => liesVorlagenereignis('toString', {})).toThrow();
  });
  it('ein Feld zu viel', () => {
    expect(() => liesVorlagenereignis('Zurueckgezogen', { grund: { freitext: 'x' }, mehr: 1 })).toThrow();
  });
  it('ein Ereignis, dem keine Vorlage vorausgeht', () => {
    const e = { art: 'Zurueckgezogen' as const, daten: { grund: { freitext: 'x' } } };
    const h = { id: 'v', koerperschaft: 'm', nr: 1, zeit: '', person: 'x', vertretungFuer: null };
    expect(() => wendeAn(null, e, h)).toThrow('ohne Vorlage');
  });
});
