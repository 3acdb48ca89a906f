import { describe, expect, it } from 'vitest';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { gleicheAb } from '../../../web/ansichten/neu/abgleich.ts';
import { leeresFormular } from '../../../web/ansichten/neu/formular.ts';
import { mitAbgleich, nachAbgleich, neuerZustand, zustandAus } from '../../../web/ansichten/neu/zustand.ts';

const basis = {
  betreff: 'Bericht',
  az: null,
  datum: null,
  gremienweg: [
    { gremium: 'sozialausschuss', rolle: 'Kenntnisnahme' as const, datum: null, oeffentlich: true },
  ],
};

describe('merging a draft that two people changed', () => {
  it('keeps mine and takes what only the other changed', () => {
    const a = gleicheAb(basis, { ...basis, betreff: 'Meiner' }, { ...basis, az: '50' });
    expect(a).toEqual({
      kopf: { ...basis, betreff: 'Meiner', az: '50' },
      uebernommen: ['az'],
      streit: [],
    });
  });

  it('keeps mine where both changed a field, and shows the other', () => {
    const meins = { ...basis, betreff: 'Meiner' };
    const anderes = { ...basis, betreff: 'Ihrer' };
    const a = gleicheAb(basis, meins, anderes);
    expect(a.kopf.betreff).toBe('Meiner');
    expect(a.streit).toEqual([{ feld: 'betreff', anderes }]);
  });

  it('finds no quarrel where both wrote the same', () => {
    const gleich = { ...basis, az: '503001' };
    expect(gleicheAb(basis, gleich, structuredClone(gleich)).streit).toEqual([]);
  });

  it('takes nothing over what was typed without knowing where both began', () => {
    const a = gleicheAb(null, { ...basis, betreff: 'Meiner' }, basis);
    expect(a.uebernommen).toEqual([]);
    expect(a.streit.map((s) => s.feld)).toEqual(['betreff']);
  });

  it('puts taken fields into the form and leaves rows that are being typed at', () => {
    const formular = { ...leeresFormular('50'), betreff: 'Name der Datei', betreffVorlaeufig: true };
    const neu = mitAbgleich(formular, { kopf: { ...basis, az: '50' }, uebernommen: ['betreff', 'az'] });
    expect(neu).toMatchObject({ betreff: 'Bericht', betreffVorlaeufig: false, az: '50', amt: '50' });
    expect(neu.gremienweg).toBe(formular.gremienweg);
  });
});

describe('a draft that is opened again', () => {
  const datei = (upload: string) => ({
    upload,
    dateiname: `${upload}.pdf`,
    schluessel: upload,
    versionId: '1',
    sha256: 'a'.repeat(64),
    groesse: 1,
  });
  const fassung = {
    nr: 1,
    entwurf: datei('u1'),
    modell: { schluessel: 'm', versionId: '1', sha256: 'b'.repeat(64) },
    anlagen: [{ titel: 'Plan', oeffentlich: false, datei: datei('u2') }],
    eingereichtVon: 'feldkamp',
    eingereichtAm: '2026-03-24T08:00:00.000Z',
  };
  const stand = {
    id: 'v1',
    nr: 4,
    phase: 'ueberarbeitung',
    amt: { nr: '50', name: 'Sozialamt' },
    betreff: 'Bericht',
    az: null,
    datum: null,
    gremienweg: [{ ...basis.gremienweg[0], nr: 1 }],
    fassungen: [fassung],
  } as unknown as Vorlagenstand;

  it('offers the files of the last Fassung', () => {
    const z = zustandAus(stand, null);
    expect(z).toMatchObject({ phase: 'ueberarbeitung', papier: null, basis: { version: 4, kopf: basis } });
    expect(z.vorigesPapier?.id).toBe('u1');
    expect(z.anlagen).toMatchObject([{ titel: 'Plan', oeffentlich: false, datei: { id: 'u2' } }]);
  });

  it('keeps what was typed, and files only of the same Fassung', () => {
    const erste = zustandAus(stand, null);
    const gemerkt = { ...erste, formular: { ...erste.formular, az: '1' }, anlagen: [] };
    expect(zustandAus(stand, gemerkt)).toMatchObject({ formular: { az: '1' }, anlagen: [], streit: [] });
    const zweite = { ...stand, fassungen: [fassung, { ...fassung, nr: 2 }] };
    expect(zustandAus(zweite, gemerkt)).toMatchObject({ formular: { az: '1' }, fassungen: 2 });
    expect(zustandAus(zweite, gemerkt).anlagen).toHaveLength(1);
  });

  it('takes what others changed to what is typed at that moment', () => {
    const vorher = zustandAus(stand, null);
    const getippt = { ...vorher, formular: { ...vorher.formular, betreff: 'Eben getippt' } };
    const teil = nachAbgleich(getippt, { ...stand, az: '503001', nr: 5 });
    expect(teil).toMatchObject({
      formular: { betreff: 'Eben getippt', az: '503001' },
      basis: { version: 5 },
      streit: [],
      zusammengefuehrt: true,
    });
    expect(nachAbgleich(getippt, { ...stand, phase: 'unterwegs' })).toEqual({ ueberholt: true });
  });

  it('leaves the Amt open to whoever works for several', () => {
    expect(neuerZustand(null, ['50']).formular.amt).toBe('50');
    expect(neuerZustand(null, ['50', '51']).formular.amt).toBe('');
  });
});
