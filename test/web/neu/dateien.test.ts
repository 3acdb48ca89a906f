import { describe, expect, it } from 'vitest';
import { hoechstgroesse } from '../../../domain/upload/upload.ts';
import { anlagenbefund } from '../../../lambdas/pruefung/anlage.ts';
import {
  anlagenendungen,
  anlagentitel,
  dateimangel,
  titelAusDateiname,
} from '../../../web/ansichten/neu/dateiauswahl.ts';
import { abweichungen, fuelleAus } from '../../../web/ansichten/neu/dateifelder.ts';
import { leeresFormular } from '../../../web/ansichten/neu/formular.ts';
import { fehlendeAnlagen, weghinweise } from '../../../web/ansichten/neu/hinweise.ts';

const mangel = (name: string, size: number, zweck: 'entwurf' | 'anlage' = 'entwurf') =>
  dateimangel({ name, size }, zweck, hoechstgroesse);

describe('a chosen file', () => {
  it('is refused before sending, with what to do', () => {
    expect(mangel('Bericht.docx', 1000)).toBeNull();
    expect(mangel('Bericht.DOCX', hoechstgroesse.entwurf)).toBeNull();
    expect(mangel('Bericht.doc', 1000)).toMatch(/alte Word-Format.*Speichern unter/);
    expect(mangel('Bericht.pdf', 1000)).toMatch(/Anlagen/);
    expect(mangel('Bericht', 1000)).toMatch(/Word-Datei/);
    expect(mangel('Bericht.docx', 0)).toMatch(/leer/);
    expect(mangel('Bericht.docx', hoechstgroesse.entwurf + 1)).toMatch(/erlaubt sind 20 MB/);
    expect(mangel('Plan.pdf', hoechstgroesse.anlage, 'anlage')).toBeNull();
    expect(mangel('Plan.exe', 1, 'anlage')).toMatch(/„\.exe“/);
  });

  it('may be of the same kinds here as on the server', () => {
    const unbekannt = (endung: string) =>
      anlagenbefund(`a.${endung}`, new Uint8Array()).some((b) => b.code === 'ANLAGE_ART');
    expect([...anlagenendungen, 'exe', 'zip', 'doc'].filter((e) => !unbekannt(e))).toEqual([
      ...anlagenendungen,
    ]);
  });

  it('gets the title that the paper gives it, else its own name', () => {
    expect(titelAusDateiname('Lageplan_Nord.v2.pdf')).toBe('Lageplan Nord.v2');
    const imPapier = ['Lageplan der Einrichtungen', 'Kostenübersicht 2026'];
    expect(anlagentitel('kostenübersicht_2026.xlsx', imPapier, [])).toBe('Kostenübersicht 2026');
    expect(anlagentitel('Lageplan.pdf', imPapier, [])).toBe('Lageplan der Einrichtungen');
    expect(anlagentitel('Lageplan.pdf', imPapier, ['Lageplan der Einrichtungen'])).toBe('Lageplan');
    expect(anlagentitel('Foto.jpg', imPapier, [])).toBe('Foto');
  });
});

describe('fields of the file', () => {
  const stand = { felder: { betreff: 'Aus der Datei', az: '503001' } };

  it('fill what is empty or only preliminary, and nothing else', () => {
    const leer = leeresFormular('50');
    expect(fuelleAus(leer, stand).formular).toMatchObject({ betreff: 'Aus der Datei', az: '503001' });
    expect(fuelleAus(leer, stand).saetze).toHaveLength(2);
    const vorlaeufig = { ...leer, betreff: 'bericht', betreffVorlaeufig: true, az: '1' };
    expect(fuelleAus(vorlaeufig, stand).formular).toMatchObject({
      betreff: 'Aus der Datei',
      betreffVorlaeufig: false,
      az: '1',
    });
    const getippt = { ...leer, betreff: 'Getippt', az: '1' };
    expect(fuelleAus(getippt, stand)).toEqual({ formular: getippt, saetze: [] });
  });

  it('do not fill what the form could not hold', () => {
    const { formular } = fuelleAus(leeresFormular('50'), { felder: { betreff: 'x'.repeat(251) } });
    expect(formular.betreff).toBe('');
  });

  it('are shown where they differ from what was typed', () => {
    const f = { ...leeresFormular('50'), betreff: 'Getippt', az: '503001' };
    expect(abweichungen(f, stand)).toEqual([
      { feld: 'betreff', name: 'Betreff', eingegeben: 'Getippt', inDatei: 'Aus der Datei' },
    ]);
    expect(abweichungen(f, { felder: null })).toEqual([]);
  });
});

describe('second looks', () => {
  const [b] = leeresFormular('50').gremienweg;
  if (!b) throw new Error('A new form has one Beratung.');

  it('at the order of days and parts', () => {
    expect(weghinweise([{ ...b, datum: '2026-12-01' }, b, { ...b, datum: '2026-12-02' }])).toEqual([]);
    expect(
      weghinweise([
        { ...b, datum: '2026-12-02' },
        { ...b, datum: '2026-12-01' },
      ]),
    ).toHaveLength(1);
    expect(weghinweise([{ ...b, oeffentlich: false }, b])).toHaveLength(1);
    expect(weghinweise([b, { ...b, oeffentlich: false }])).toEqual([]);
  });

  it('at Anlagen that the paper names', () => {
    expect(fehlendeAnlagen(['Plan', 'Kosten'], [' plan '])).toEqual(['Kosten']);
  });
});
