import { describe, expect, it, test } from 'vitest';
import {
  aendereGremienweg,
  gremienwegAendernSchema,
} from '../../../../domain/vorlage/befehle/gremienwegAendern.ts';
import type { Vorlagenstand } from '../../../../domain/vorlage/stand.ts';
import {
  abgeschlossen,
  amAusschuss,
  amDezernat,
  amSozialamt,
  ausgang,
  entwurf,
  ereignisse,
  erwarteAblehnung,
  geplant,
  gibStationFrei,
  inBeratung,
  inUeberarbeitung,
  kopf,
  schliesseAb,
  setzeAn,
  umgebung,
  weiter,
} from '../hilfen.ts';

type Neu = { nr: number | null } & ReturnType<typeof geplant>;
const zeile = (nr: number | null, gremium = 'sozialausschuss', mehr = {}): Neu => ({
  nr,
  ...geplant(gremium, mehr),
});
const aendere = (stand: Vorlagenstand, ...beratungen: Neu[]) =>
  aendereGremienweg(stand, { beratungen, begruendung: 'Anderes Gremium zuständig.' }, umgebung('clerk'));
const nachher = (stand: Vorlagenstand, ...neu: Neu[]) => weiter(stand, aendere(stand, ...neu), 'clerk');
const weg = (s: Vorlagenstand) => s.gremienweg.map((b) => `${b.nr} ${b.gremium}`);
const zwei = kopf({ gremienweg: [geplant(), geplant('rat', { rolle: 'Kenntnisnahme', datum: null })] });

describe('Gremienweg ändern, während er läuft', () => {
  it('fügt ein, ordnet um und streicht; vorhandene behalten ihre Nummer, neue bekommen die nächste', () => {
    const stand = inBeratung(zwei);
    expect(weg(nachher(stand, zeile(2, 'rat'), zeile(null, 'hauptausschuss'), zeile(1)))).toEqual([
      '2 rat',
      '3 hauptausschuss',
      '1 sozialausschuss',
    ]);
    expect(weg(nachher(stand, zeile(2, 'rat')))).toEqual(['2 rat']);
  });

  it('was freigegeben ist, bleibt vorn stehen', () => {
    const stand = schliesseAb(setzeAn(inBeratung(zwei), 1), 1, ausgang());
    expect(weg(nachher(stand, zeile(null, 'beirat'), zeile(2, 'rat')))).toEqual([
      '1 sozialausschuss',
      '3 beirat',
      '2 rat',
    ]);
  });

  const faelle = [
    ['am Dezernat bleibt der Halt', () => amDezernat(), 'hauptausschuss', null],
    ['am Sozialamt bleibt der Halt', () => amSozialamt(), 'hauptausschuss', null],
    ['in der Überarbeitung bleibt der Halt', () => inUeberarbeitung(), 'hauptausschuss', null],
    ['Formprüfung, dasselbe erste Gremium: bleibt', () => amAusschuss(), 'sozialausschuss', null],
    ['Formprüfung, anderes erstes Gremium: zu ihm', () => amAusschuss(), 'hauptausschuss', 'station'],
    ['Beratung, anderes erstes Gremium: zu ihm', () => inBeratung(), 'hauptausschuss', 'beratung'],
  ] as const;
  test.each(faelle)('%s', (_, mache, gremium, art) => {
    const stand = mache();
    const danach = nachher(stand, zeile(1, gremium));
    if (art === null) {
      expect(danach.halt).toEqual(stand.halt);
      expect(danach.wartenummer).toBe(stand.wartenummer);
    } else {
      expect(danach.halt).toMatchObject({ art, bereich: gremium, wartenummer: stand.wartenummer + 1 });
      expect(danach.wartenummer).toBe(stand.wartenummer + 1);
    }
    expect(danach.phase).toBe(stand.phase);
  });

  it('rückt eine andere, schon angesetzte Beratung nach vorn, zählt deren Sitzungstag', () => {
    const stand = setzeAn(inBeratung(zwei), 2, { beginn: '2026-06-10T15:00:00.000Z' });
    const rat = stand.gremienweg[1];
    const danach = nachher(stand, zeile(2, 'rat', { datum: rat?.datum }), zeile(1));
    expect(danach.halt).toMatchObject({
      beratung: 2,
      beginn: '2026-06-10T15:00:00.000Z',
      frist: '2026-06-11',
    });
  });

  it('die Formprüfung beim neuen Gremium geht danach in dessen Beratung', () => {
    const danach = gibStationFrei(nachher(amAusschuss(), zeile(1, 'hauptausschuss')));
    expect(danach.halt).toMatchObject({ art: 'beratung', bereich: 'hauptausschuss', beratung: 1 });
  });
});

describe('was nicht geht', () => {
  test.each([
    ['im Entwurf', entwurf],
    ['nach dem Ende', abgeschlossen],
  ])('GREMIENWEG_FEST %s', (_, mache) => {
    erwarteAblehnung(aendere(mache(), zeile(1)), 'GREMIENWEG_FEST');
  });

  it('BERATUNG_DOPPELT', () => {
    erwarteAblehnung(aendere(inBeratung(), zeile(1), zeile(1)), 'BERATUNG_DOPPELT');
  });

  it('BERATUNG_UNBEKANNT: nie dagewesen, oder schon freigegeben', () => {
    erwarteAblehnung(aendere(inBeratung(), zeile(9)), 'BERATUNG_UNBEKANNT');
    const stand = schliesseAb(setzeAn(inBeratung(zwei), 1), 1, ausgang());
    erwarteAblehnung(aendere(stand, zeile(1), zeile(2, 'rat')), 'BERATUNG_UNBEKANNT');
  });

  const angesetzt = setzeAn(inBeratung(zwei), 1);
  const unveraendert = zeile(1);
  const gebunden = [
    ['weggelassen', [zeile(2, 'rat')]],
    ['anderes Gremium', [zeile(1, 'rat')]],
    ['andere Rolle', [zeile(1, 'sozialausschuss', { rolle: 'Entscheidung' })]],
    ['anderer Tag', [zeile(1, 'sozialausschuss', { datum: '2026-05-20' })]],
    ['anderer Teil der Sitzung', [zeile(1, 'sozialausschuss', { oeffentlich: false })]],
  ] as const;
  test.each(gebunden)('BERATUNG_AUF_TAGESORDNUNG: %s', (_, neue) => {
    erwarteAblehnung(aendere(angesetzt, ...neue), 'BERATUNG_AUF_TAGESORDNUNG');
  });
  it('unverändert genannt darf sie bleiben, auch an anderer Stelle', () => {
    expect(aendere(angesetzt, zeile(2, 'rat'), unveraendert).ok).toBe(true);
  });

  it('der Grund ist Freitext und Pflicht; mindestens eine Beratung bleibt', () => {
    const [e] = ereignisse(aendere(inBeratung(), zeile(1)));
    expect(e?.daten).toMatchObject({ grund: { freitext: 'Anderes Gremium zuständig.' } });
    const leer = { beratungen: [geplant()], begruendung: ' ' };
    expect(gremienwegAendernSchema.safeParse(leer).success).toBe(false);
    expect(gremienwegAendernSchema.safeParse({ beratungen: [], begruendung: 'x' }).success).toBe(false);
  });
});
