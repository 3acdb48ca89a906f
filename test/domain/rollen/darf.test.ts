import { describe, expect, it, test } from 'vitest';
import { darf, type Gegenstand } from '../../../domain/rollen/darf.ts';
import { type Aktion, aktionen } from '../../../domain/rollen/rechte.ts';
import { type Rolle, rollen } from '../../../domain/rollen/rolle.ts';
import type { Akteur, AusgeuebteStelle } from '../../../domain/rollen/stelle.ts';
import { type Phase, phasen } from '../../../domain/vorlage/stand.ts';

/**
 * Who may do what, written out by hand. Every role not named in a row may not. The letters are
 * the phases in which it is allowed: e Entwurf, u unterwegs, ü Überarbeitung, b Beratung, a abgeschlossen,
 * z zurückgezogen, v verworfen; * at any time, also where no Vorlage is involved.
 */
const tafel: Readonly<Record<Aktion, Partial<Record<Rolle, string>>>> = {
  'vorlage.anlegen': { Sachbearbeitung: '*' },
  'vorlage.bearbeiten': { Sachbearbeitung: 'e ü' },
  'vorlage.zurueckziehen': { Sachbearbeitung: 'e u ü b', Amtsleitung: 'u ü b' },
  'vorlage.lesen': {
    Sachbearbeitung: '*',
    Amtsleitung: '*',
    Dezernat: 'u ü b a z',
    Sitzungsdienst: 'u ü b a z',
    Vorsitz: 'b a',
    Gremienmitglied: 'b a',
    Revision: 'u ü b a z',
  },
  'vorlage.entwurfLesen': { Sachbearbeitung: '*', Amtsleitung: '*', Dezernat: 'u ü b a z' },
  'kette.lesen': {
    Amtsleitung: '*',
    Dezernat: 'u ü b a z',
    Sitzungsdienst: 'u ü b a z',
    Revision: 'u ü b a z',
  },
  'kette.alle': { Revision: '*' },
  'verlauf.lesen': {
    Sachbearbeitung: '*',
    Amtsleitung: '*',
    Dezernat: 'u ü b a z',
    Sitzungsdienst: 'u ü b a z',
    Revision: 'u ü b a z',
  },
  'ergebnis.offenLesen': { Sitzungsdienst: 'b', Revision: 'b' },
  'station.entscheiden': { Amtsleitung: 'u', Dezernat: 'u', Sitzungsdienst: 'u' },
  'gremienweg.aendern': { Dezernat: 'u', Sitzungsdienst: 'u ü b' },
  'tagesordnung.setzen': { Sitzungsdienst: 'b', Vorsitz: 'b' },
  'ergebnis.erfassen': { Sitzungsdienst: 'b' },
  'ergebnis.freigeben': { Sitzungsdienst: 'b' },
  'ergebnis.berichtigen': { Sitzungsdienst: 'b a z' },
  'sitzung.anlegen': { Sitzungsdienst: '*' },
  'sitzung.lesen': { Sitzungsdienst: '*', Vorsitz: '*', Gremienmitglied: '*', Revision: '*' },
  'amt.lesen': { Sachbearbeitung: '*', Amtsleitung: '*' },
  'dezernat.lesen': { Dezernat: '*', Revision: '*' },
  'pool.lesen': { Sitzungsdienst: '*', Vorsitz: '*', Revision: '*' },
  'vertretung.einrichten': { Amtsleitung: '*', Dezernat: '*', Sitzungsdienst: '*' },
  'verwaltung.pflegen': { Systembetreuung: '*' },
  'betrieb.fuehren': { Systembetreuung: '*' },
};
const zeichen: Readonly<Record<Phase, string>> = {
  entwurf: 'e',
  unterwegs: 'u',
  ueberarbeitung: 'ü',
  beratung: 'b',
  abgeschlossen: 'a',
  zurueckgezogen: 'z',
  verworfen: 'v',
};
const bereiche: Readonly<Record<Rolle, string>> = {
  Sachbearbeitung: '50',
  Amtsleitung: '50',
  Dezernat: '2',
  Sitzungsdienst: 'sozialausschuss',
  Vorsitz: 'sozialausschuss',
  Gremienmitglied: 'sozialausschuss',
  Systembetreuung: '*',
  Revision: '*',
};

const akteur = (...stellen: readonly AusgeuebteStelle[]): Akteur => ({ person: 'p-1', stellen });
const stelle = (rolle: Rolle, bereich = bereiche[rolle], fuer: string | null = null): AusgeuebteStelle => ({
  rolle,
  bereich,
  fuer,
});
/** A Vorlage of Amt 50 in Dezernat 2 before the Sozialausschuss, held by the role that asks. */
const vorlage = (rolle: Rolle, phase?: Phase): Gegenstand => ({
  amt: '50',
  dezernat: '2',
  gremien: ['sozialausschuss', 'rat'],
  beratungsgremium: 'sozialausschuss',
  halt: { rolle, bereich: bereiche[rolle] },
  selbst: { rolle, bereich: bereiche[rolle] },
  ...(phase && { phase }),
});
/** The same of Amt 60 in Dezernat 3 before the Bauausschuss. */
const fremd = (rolle: Rolle, phase?: Phase): Gegenstand => ({
  amt: '60',
  dezernat: '3',
  gremien: ['bauausschuss'],
  beratungsgremium: 'bauausschuss',
  halt: { rolle, bereich: rolle === 'Dezernat' ? '3' : rolle === 'Amtsleitung' ? '60' : 'bauausschuss' },
  selbst: { rolle, bereich: 'anderswo' },
  ...(phase && { phase }),
});

describe.each(rollen)('%s', (rolle) => {
  test.each(aktionen)('%s', (aktion) => {
    const erlaubt = tafel[aktion][rolle] ?? '';
    for (const phase of phasen) {
      const erwartet = erlaubt === '*' || erlaubt.split(' ').includes(zeichen[phase]);
      const eigene = darf(akteur(stelle(rolle)), aktion, vorlage(rolle, phase));
      expect(eigene.erlaubt, `eigener Bereich, ${phase}`).toBe(erwartet);
      const ueberall = erwartet && bereiche[rolle] === '*';
      expect(darf(akteur(stelle(rolle)), aktion, fremd(rolle, phase)).erlaubt, `fremder, ${phase}`).toBe(
        ueberall,
      );
      const mitStern = darf(akteur(stelle(rolle, '*')), aktion, fremd(rolle, phase));
      expect(mitStern.erlaubt, `Bereich *, ${phase}`).toBe(erwartet);
    }
    const ohnePhase = darf(akteur(stelle(rolle)), aktion, vorlage(rolle));
    expect(ohnePhase.erlaubt, 'ohne Vorlage').toBe(erlaubt === '*');
  });
});

describe('Grenzen, die niemand verschieben soll', () => {
  const nie = (rolle: Rolle, verboten: readonly Aktion[]) => {
    for (const aktion of verboten) {
      for (const phase of phasen) {
        expect(darf(akteur(stelle(rolle, '*')), aktion, vorlage(rolle, phase)).erlaubt, aktion).toBe(false);
      }
    }
  };
  const entscheidet: readonly Aktion[] = [
    'vorlage.anlegen',
    'vorlage.bearbeiten',
    'vorlage.zurueckziehen',
    'station.entscheiden',
    'gremienweg.aendern',
    'tagesordnung.setzen',
    'ergebnis.erfassen',
    'ergebnis.freigeben',
    'ergebnis.berichtigen',
    'sitzung.anlegen',
  ];
  it('die Systembetreuung entscheidet nichts und liest keine Vorlage', () => {
    nie('Systembetreuung', [
      ...entscheidet,
      'vorlage.lesen',
      'vorlage.entwurfLesen',
      'kette.lesen',
      'kette.alle',
      'sitzung.lesen',
      'pool.lesen',
      'amt.lesen',
      'dezernat.lesen',
    ]);
  });
  it('die Revision ändert nichts und liest keine Entwürfe', () => {
    nie('Revision', [...entscheidet, 'vorlage.entwurfLesen', 'verwaltung.pflegen', 'betrieb.fuehren']);
    for (const phase of ['entwurf', 'verworfen'] as const) {
      expect(darf(akteur(stelle('Revision')), 'vorlage.lesen', vorlage('Revision', phase)).erlaubt).toBe(
        false,
      );
    }
  });
  it('wer keine Stelle hat, darf nichts', () => {
    for (const aktion of aktionen) {
      expect(darf(akteur(), aktion, vorlage('Dezernat', 'unterwegs')).erlaubt).toBe(false);
    }
  });
});

describe('Bereiche', () => {
  const lies = (rolle: Rolle, bereich: string, g: Gegenstand) =>
    darf(akteur(stelle(rolle, bereich)), 'vorlage.lesen', g).erlaubt;
  it('ein Gremienmitglied liest, was durch sein Gremium geht, und nichts anderes', () => {
    const g = vorlage('Gremienmitglied', 'beratung');
    expect(lies('Gremienmitglied', 'sozialausschuss', g)).toBe(true);
    expect(lies('Gremienmitglied', 'rat', g)).toBe(true);
    expect(lies('Gremienmitglied', 'bauausschuss', g)).toBe(false);
  });
  it('ein Ergebnis erfasst nur der Sitzungsdienst des Gremiums, das berät', () => {
    const g = vorlage('Sitzungsdienst', 'beratung');
    const erfasst = (bereich: string) =>
      darf(akteur(stelle('Sitzungsdienst', bereich)), 'ergebnis.erfassen', g).erlaubt;
    expect(erfasst('sozialausschuss')).toBe(true);
    expect(erfasst('rat')).toBe(false);
  });
  it('an der Station entscheidet, bei wem sie liegt: Rolle und Bereich müssen stimmen', () => {
    const g: Gegenstand = { ...vorlage('Dezernat', 'unterwegs'), halt: { rolle: 'Dezernat', bereich: '2' } };
    const entscheidet = (rolle: Rolle, bereich: string) =>
      darf(akteur(stelle(rolle, bereich)), 'station.entscheiden', g).erlaubt;
    expect(entscheidet('Dezernat', '2')).toBe(true);
    expect(entscheidet('Dezernat', '3')).toBe(false);
    expect(entscheidet('Amtsleitung', '50')).toBe(false);
    expect(entscheidet('Amtsleitung', '*')).toBe(false);
    expect(darf(akteur(stelle('Dezernat')), 'station.entscheiden', { ...g, halt: null }).erlaubt).toBe(false);
  });
  it('was fehlt, passt zu keinem Bereich, auch nicht zu *', () => {
    for (const rolle of ['Sachbearbeitung', 'Dezernat', 'Sitzungsdienst'] as const) {
      expect(lies(rolle, '*', { phase: 'beratung' })).toBe(false);
    }
  });
});

describe('Vertretung', () => {
  const g = vorlage('Dezernat', 'unterwegs');
  it('wer vertritt, darf, und die Vertretene wird genannt', () => {
    const befugnis = darf(akteur(stelle('Dezernat', '2', 'p-9')), 'station.entscheiden', g);
    expect(befugnis).toEqual({ erlaubt: true, stelle: { rolle: 'Dezernat', bereich: '2', fuer: 'p-9' } });
  });
  it('die eigene Stelle geht vor: „i. V.“ steht nur, wo es nötig war', () => {
    const befugnis = darf(
      akteur(stelle('Dezernat', '2', 'p-9'), stelle('Dezernat')),
      'station.entscheiden',
      g,
    );
    expect(befugnis).toMatchObject({ erlaubt: true, stelle: { fuer: null } });
  });
  it('passt die eigene nicht, gilt die vertretene', () => {
    const befugnis = darf(
      akteur(stelle('Dezernat', '3'), stelle('Dezernat', '2', 'p-9')),
      'station.entscheiden',
      g,
    );
    expect(befugnis).toMatchObject({ erlaubt: true, stelle: { fuer: 'p-9' } });
  });
});

describe('der Satz der Ablehnung', () => {
  it('unterscheidet „nicht jetzt“ von „nicht Sie“', () => {
    const satz = (phase: Phase, bereich: string) => {
      const b = darf(akteur(stelle('Dezernat', bereich)), 'station.entscheiden', vorlage('Dezernat', phase));
      return b.erlaubt ? '' : b.satz;
    };
    expect(satz('beratung', '2')).toContain('In diesem Stand');
    expect(satz('unterwegs', '3')).toContain('nicht berechtigt');
  });
});
