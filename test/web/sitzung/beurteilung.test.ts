import { describe, expect, it } from 'vitest';
import type { Pruefung } from '../../../domain/ergebnis/umfeld.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import {
  befundname,
  beurteile,
  zusammenfassung,
} from '../../../web/ansichten/sitzung/nachbereiten/beurteilung.ts';
import type { Tagesordnungspunkt, Vorlagenantwort } from '../../../web/ansichten/sitzung/typen.ts';
import { urteile } from '../../../web/ansichten/sitzung/urteil.ts';
import {
  ausgang,
  inBeratung,
  kopf,
  nachDerSitzung,
  schliesseAb,
  schreibeErgebnis,
  setzeAn,
} from '../../domain/vorlage/hilfen.ts';

const punkt: Tagesordnungspunkt = {
  top: 'Ö 1',
  vorlage: 'v-1',
  beratung: 1,
  oeffentlich: true,
  nummer: 'UV/0001/2026',
  betreff: 'Bericht',
  phase: 'beratung',
  hatErgebnis: true,
  freigegeben: false,
  version: 7,
};

function antwort(vorlage: Vorlagenstand): Vorlagenantwort {
  const ergebnis = vorlage.gremienweg[0]?.ergebnis;
  const urteil = ergebnis && urteile(vorlage, 1, ergebnis, nachDerSitzung);
  return {
    vorlage,
    version: vorlage.nr,
    pruefungen: urteil ? { '1': urteil as Pruefung } : {},
    papiere: [],
    namen: {},
  };
}

const angesetzt = setzeAn(inBeratung(kopf()), 1);
const mit = (e: Parameters<typeof ausgang>[0]) => antwort(schreibeErgebnis(angesetzt, 1, ausgang(e)));
const nichts = new Set<string>();

describe('what may be released', () => {
  it.each([
    ['loading', null, false, 'laedt'],
    ['nothing recorded', antwort(angesetzt), false, 'ohneErgebnis'],
    ['Kenntnis', mit({}), false, 'bereit'],
    ['typed here and not sent', mit({}), true, 'nichtGesendet'],
    ['a contradiction', mit({ verbleib: 'vertagt', kenntnis: false }), false, 'widerspruch'],
    ['a warning', mit({ verbleib: 'ohneBE' }), false, 'zuBestaetigen'],
    ['released', antwort(schliesseAb(angesetzt, 1, ausgang())), false, 'freigegeben'],
  ] as const)('%s: %s', (_, a, wartet, lage) => {
    expect(beurteile(punkt, a, nichts, wartet).lage).toBe(lage);
  });

  it('is ready once every warning is confirmed, and again not when the sentence is another', () => {
    const a = mit({ verbleib: 'ohneBE' });
    const { warnungen } = beurteile(punkt, a, nichts, false);
    expect(warnungen).not.toEqual([]);
    const namen = new Set(warnungen.map((w) => befundname(punkt, w)));
    expect(beurteile(punkt, a, namen, false).lage).toBe('bereit');
    const fremd = new Set(warnungen.map((w) => befundname(punkt, { ...w, satz: 'Etwas anderes.' })));
    expect(beurteile(punkt, a, fremd, false).lage).toBe('zuBestaetigen');
  });

  it('shows no warnings of what was released', () => {
    const a = antwort(schliesseAb(angesetzt, 1, ausgang({ verbleib: 'ohneBE' })));
    expect(beurteile(punkt, a, nichts, false)).toMatchObject({ warnungen: [], widersprueche: [] });
  });

  it.each([
    [[true, true], '2 freigegeben'],
    [[true, false], '1 freigegeben, 1 übersprungen'],
  ])('sums up %j', (wie, satz) => {
    expect(zusammenfassung(wie.map((freigegeben) => ({ punkt, freigegeben, grund: null })))).toBe(satz);
  });
});
