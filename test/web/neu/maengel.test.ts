import { describe, expect, it } from 'vitest';
import { einreichenSchema } from '../../../domain/vorlage/befehle/einreichen.ts';
import { kopfSchema } from '../../../domain/vorlage/befehle/kopf.ts';
import type { Datei } from '../../../web/ansichten/neu/ablage.ts';
import { einreichungskoerper } from '../../../web/ansichten/neu/einreichung.ts';
import { istSpeicherbar, kopfAus, leeresFormular } from '../../../web/ansichten/neu/formular.ts';
import { feldnameHier, maengel, type Pruefling } from '../../../web/ansichten/neu/maengel.ts';
import { personenbezug } from '../../../web/ansichten/neu/personenbezug.ts';
import type { Uploadstand } from '../../../web/ansichten/neu/pruefstand.ts';

const datei = (schluessel: string): Datei => ({
  schluessel,
  zweck: 'entwurf',
  dateiname: 'a.docx',
  groesse: 1,
  sha256: null,
  id: `u${schluessel}`,
});
const angenommen: Uploadstand = {
  art: 'beimServer',
  lange: false,
  stand: {
    id: 'u',
    zustand: 'geprueft',
    code: null,
    satz: null,
    inhalt: 'gut',
    verdikt: 'sauber',
    befunde: [],
    felder: null,
    anlagentitel: [],
  },
};
const leer = leeresFormular('50');
const [beratung] = leer.gremienweg;
if (!beratung) throw new Error('A new form has one Beratung.');
const gut: Pruefling = {
  formular: {
    ...leer,
    betreff: 'Bericht',
    gremienweg: [{ ...beratung, gremium: 'sozialausschuss', datum: '2026-12-09' }],
  },
  papier: datei('p'),
  anlagen: [{ datei: datei('a'), titel: 'Plan', oeffentlich: true }],
  uploads: { p: angenommen, a: angenommen },
  heute: '2026-11-23',
};
const mit = (teil: Partial<Pruefling['formular']>): Pruefling => ({
  ...gut,
  formular: { ...gut.formular, ...teil },
});
const felder = (p: Pruefling) => maengel(p).map((f) => f.feld);

describe('what stands against a submission', () => {
  it('is nothing, and then the API takes it', () => {
    expect(maengel(gut)).toEqual([]);
    expect(einreichenSchema.safeParse(einreichungskoerper(gut)).success).toBe(true);
  });

  it('names everything of an empty form, in the order of the page', () => {
    const leeres = { ...gut, formular: leer, papier: null, anlagen: [] };
    expect(felder(leeres)).toEqual(['betreff', 'gremienweg.0.gremium', 'entwurf']);
  });

  it.each([
    ['amt', mit({ amt: '' })],
    ['betreff', mit({ betreff: ' \n ' })],
    ['betreff', mit({ betreff: 'x'.repeat(251) })],
    ['betreff', mit({ betreffVorlaeufig: true })],
    ['az', mit({ az: '5'.repeat(51) })],
    ['datum', mit({ datum: '2026-12-10' })],
    ['gremienweg', mit({ gremienweg: [] })],
    ['gremienweg.0.datum', mit({ gremienweg: [{ ...beratung, gremium: 'x', datum: '2026-11-22' }] })],
    ['gremienweg.0.datum', mit({ gremienweg: [{ ...beratung, gremium: 'x', freierTag: true }] })],
    ['anlagen.0.titel', { ...gut, anlagen: [{ datei: datei('a'), titel: ' ', oeffentlich: true }] }],
    ['anlagen.0', { ...gut, uploads: { p: angenommen } }],
  ])('%s', (feld, p) => {
    expect(felder(p)).toEqual([feld]);
  });

  it('agrees with the domain on what may be saved', () => {
    const faelle = [gut, mit({ betreff: '' }), mit({ gremienweg: [] }), mit({ betreff: 'x'.repeat(251) })];
    for (const { formular } of faelle) {
      const kopf = kopfAus(formular);
      expect(istSpeicherbar(kopf)).toBe(kopfSchema.safeParse(kopf).success);
    }
  });

  it('makes one line of a pasted title', () => {
    const { betreff } = kopfAus(mit({ betreff: ' Bericht\n zur\tLage ' }).formular);
    expect(betreff).toBe('Bericht zur Lage');
    expect(kopfSchema.shape.betreff.safeParse(betreff).success).toBe(true);
  });

  it('calls fields of a refusal as the form does', () => {
    expect(feldnameHier('kopf.gremienweg.0.datum')).toBe('gremienweg.0.datum');
    expect(feldnameHier('betreff')).toBe('betreff');
  });
});

describe('a title that may name a person', () => {
  it.each([
    'Beschwerde der Frau Demir',
    'Wohngeld, Schulstraße 12',
    'Fall des Klienten aus der Nordstadt',
    'Anfrage an m.muster@beispiel.example',
    'Betreuung M. Klein',
  ])('is noticed where it is nichtoeffentlich: %s', (betreff) => {
    expect(personenbezug(betreff, true)).toMatch(/Personenbezug/);
    expect(personenbezug(betreff, false)).toBeNull();
  });

  it.each(['Bericht zur Schuldnerberatung 2026', 'Frauenhaus: Sachstand', 'Haushalt 2027, Teilplan 5'])(
    'is not every title: %s',
    (betreff) => {
      expect(personenbezug(betreff, true)).toBeNull();
    },
  );
});
