import { describe, expect, it } from 'vitest';
import { gleicheAb } from '../../../web/ansichten/neu/abgleich.ts';
import { leeresFormular } from '../../../web/ansichten/neu/formular.ts';
import { mitAbgleich } from '../../../web/ansichten/neu/zustand.ts';

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
    expect(a.streit).toEqual([{ feld: 'betreff', meins, anderes }]);
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
