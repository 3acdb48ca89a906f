import { describe, expect, it } from 'vitest';
import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { addArbeitstage } from '../../../domain/fristen/arbeitstage.ts';
import { plusTage } from '../../../domain/fristen/datum.ts';
import { rechneZurueck } from '../../../domain/fristen/rueckrechnung.ts';
import {
  arbeitstageBis,
  type Fristgrundlage,
  fristenbild,
  naechstePassende,
} from '../../../web/ansichten/neu/fristenbild.ts';

const vorlauf = { einladungVolleTage: 0, zustellungArbeitstage: 0, redaktionsschlussArbeitstage: 3 };
const sitzung = '2026-12-09';
const plan = rechneZurueck({ sitzung, einstellungen: vorlauf, freigabeweg: unterrichtungsvorlage });
const am = (heute: string): Fristgrundlage => ({
  heute,
  vorlauf,
  freigabeweg: unterrichtungsvorlage,
  stationsname: (bereich) => (bereich === 'amt' ? 'Amt 50' : 'Dezernat 2'),
});

describe('deadlines of a Sitzung', () => {
  it('names every step in order, each not later than the next', () => {
    const { schritte } = fristenbild(sitzung, am('2026-11-02'));
    expect(schritte.map((s) => s.name)).toEqual([
      'Einreichung',
      'Dezernat 2',
      'Amt 50',
      'Redaktionsschluss',
      'Einladung',
      'Sitzung',
    ]);
    expect(schritte.map((s) => s.bis)).toEqual(schritte.map((s) => s.bis).toSorted());
  });

  it('says how many working days are left', () => {
    const bild = fristenbild(sitzung, am(addArbeitstage(plan.einreichung, -3)));
    expect(bild.lage).toBe('passt');
    expect(bild.satz).toMatch(/^Einreichen bis .+ – noch 3 Arbeitstage\.$/);
    expect(fristenbild(sitzung, am(addArbeitstage(plan.einreichung, -1))).satz).toMatch(
      /noch 1 Arbeitstag\.$/,
    );
  });

  it.each([
    [plan.einreichung, 'passt'],
    [plusTage(plan.einreichung, 1), 'knapp'],
    [plan.redaktionsschluss, 'knapp'],
    [plusTage(plan.redaktionsschluss, 1), 'zuSpaet'],
    [sitzung, 'zuSpaet'],
    [plusTage(sitzung, 1), 'vorbei'],
  ])('on %s it is: %s', (heute, lage) => {
    expect(fristenbild(sitzung, am(heute)).lage).toBe(lage);
  });

  it('counts no weekend and no holiday', () => {
    expect(arbeitstageBis('2026-12-23', '2026-12-28')).toBe(2);
    expect(arbeitstageBis('2026-12-23', '2026-12-23')).toBe(0);
  });

  it('finds the first Sitzung of this Gremium with time enough', () => {
    const termin = (gremium: string, tag: string) => ({ gremium, beginn: `${tag}T16:00:00.000Z` });
    const termine = [
      termin('sozialausschuss', '2027-01-20'),
      termin('stadtrat', '2026-12-16'),
      termin('sozialausschuss', sitzung),
      termin('sozialausschuss', '2026-12-16'),
    ];
    const heute = plusTage(plan.redaktionsschluss, 1);
    const gefunden = naechstePassende(termine, 'sozialausschuss', heute, am(heute));
    const lage = (t: { beginn: string }) => fristenbild(t.beginn.slice(0, 10), am(heute)).lage;
    expect(gefunden && lage(gefunden)).toBe('passt');
    expect(termine.filter((t) => t.gremium === 'sozialausschuss' && lage(t) === 'passt')).toContain(gefunden);
    expect(gefunden?.beginn.slice(0, 10)).toBe('2027-01-20');
    expect(naechstePassende(termine, 'beirat', heute, am(heute))).toBeNull();
  });
});
