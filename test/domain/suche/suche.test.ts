import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { darf } from '../../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../../domain/rollen/gegenstand.ts';
import { rechte } from '../../../domain/rollen/rechte.ts';
import { rollen } from '../../../domain/rollen/rolle.ts';
import type { AusgeuebteStelle } from '../../../domain/rollen/stelle.ts';
import { lesekreiseFuer, lesekreiseVon } from '../../../domain/suche/kreise.ts';
import { begriffeAus, erfuellt, erstesWort, wortende } from '../../../domain/suche/suchanfrage.ts';
import { sucheintrag } from '../../../domain/suche/sucheintrag.ts';
import { suchindex, suchwoerter } from '../../../domain/suche/suchindex.ts';
import { normalisiere, woerterVon } from '../../../domain/suche/woerter.ts';
import { folgearbeiten, folgearbeitenNachLoeschung } from '../../../domain/vorlage/folgearbeit.ts';
import { phasen, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { entwurf, geplant, inBeratung, kopf } from '../vorlage/hilfen.ts';

const vorlage = (mehr: Partial<Vorlagenstand> = {}): Vorlagenstand => ({
  ...inBeratung(),
  nummer: 'UV/0084/2026',
  az: '50.30-01',
  betreff: 'Kinder-Tagesstätte „Müllerstraße“: Café der Jugendhilfe (Kita-Gebühren 2027)',
  ...mehr,
});
const findet = (q: string, stand = vorlage(), facetten = {}) => {
  const begriffe = begriffeAus(q, facetten);
  return begriffe?.every((b) => erfuellt(suchwoerter(stand), b)) ?? false;
};

describe('eine Schreibweise für alle', () => {
  test.each([
    ['Müller', 'mueller'],
    ['MUELLER', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Café', 'cafe'],
    ['ﬁktiv', 'fiktiv'],
  ])('%s wird %s', (geschrieben, wort) => expect(normalisiere(geschrieben)).toBe(wort));
  it('„Muller“ ist ein anderer Name', () => expect(normalisiere('Muller')).not.toBe(normalisiere('Müller')));
  it('Wörter haben ein Ende, Satzzeichen sind keine', () => {
    expect(woerterVon(`– „§“ ${'x'.repeat(80)}`)).toEqual(['x'.repeat(60)]);
  });
});

describe('gefunden wird', () => {
  test.each([
    'UV/0084/2026',
    'uv/84/2026',
    'UV-0084-2026',
    '84/2026',
    '0084/2026',
    '0084',
    '84',
    'UV/84',
    'UV 84 2026',
    '50.30-01',
    '503001',
    '50.30',
    'Jugend',
    'jugendhilfe',
    'JUGENDHILFE tagesstätte',
    'Kindertagesstätte',
    'Kinder-Tagesstaette',
    'Muellerstr',
    'müllerstrasse',
    'cafe',
    'Kita Gebühren',
    'Kita-Gebühren',
    'Café-Kita',
    'Sozialamt',
    '50-Sozialamt',
    '',
    '  ',
  ])('„%s“', (q) => expect(findet(q)).toBe(true));
});

describe('nicht gefunden wird', () => {
  test.each([
    'UV/0085/2026',
    '84/2025',
    'BV/84',
    'hilfe',
    'Jugend Bauamt',
    'Muller',
    'Kitagebührenordnung',
    'clerk',
    'amt=50',
    ':amt=50',
    '2026-84',
    '???',
  ])('„%s“', (q) => expect(findet(q)).toBe(false));
  it('was gelöscht wurde; die Nummer bleibt', () => {
    const geloescht = vorlage({ betreff: '[gelöscht]' });
    expect(findet('gelöscht', geloescht)).toBe(false);
    expect(findet('Kita', geloescht)).toBe(false);
    expect(findet('84/2026', geloescht)).toBe(true);
  });
});

describe('Facetten gelten genau', () => {
  test.each([
    [{ art: 'UV' }, true],
    [{ art: 'BV' }, false],
    [{ phase: 'beratung' }, true],
    [{ phase: 'entwurf' }, false],
    [{ amt: '50' }, true],
    [{ amt: '5' }, false],
    [{ dezernat: '2' }, true],
    [{ gremium: 'sozialausschuss' }, true],
    [{ gremium: 'sozial' }, false],
    [{ jahr: '2026' }, true],
    [{ jahr: '2025' }, false],
    [{ jahr: '2026', amt: '50', gremium: 'sozialausschuss' }, true],
    [{ jahr: '2026', amt: '51' }, false],
  ])('%j: %s', (facetten, erwartet) => expect(findet('', vorlage(), facetten)).toBe(erwartet));
  it('ein Entwurf gehört zum Jahr, in dem er in Berlin begonnen wurde', () => {
    const inDerSilvesternacht = { ...entwurf(), angelegtAm: '2026-12-31T23:30:00.000Z' };
    expect(findet('', inDerSilvesternacht, { jahr: '2027' })).toBe(true);
  });
});

/** Words of the kind that people write: few letters, so that they often begin alike. */
const text = fc.array(fc.string({ unit: fc.constantFrom(...'aäbÜß1-/. '), maxLength: 8 }), { maxLength: 6 });

describe('immer', () => {
  it('führt der Anfang eines Begriffs zu jeder Vorlage, die ihn erfüllt', () => {
    fc.assert(
      fc.property(text, text, (betreff, q) => {
        const woerter = suchwoerter(vorlage({ betreff: betreff.join(' ') }));
        for (const b of begriffeAus(q.join(' '), {}) ?? []) {
          if (erfuellt(woerter, b)) expect(erstesWort(woerter, b.anfang)).toBeDefined();
        }
      }),
    );
  });

  it('findet jedes Wort des Betreffs und jeder Anfang davon die Vorlage', () => {
    fc.assert(
      fc.property(text, fc.nat(), (betreff, n) => {
        const stand = vorlage({ betreff: betreff.join(' ') });
        const geschrieben = betreff
          .join(' ')
          .split(' ')
          .filter((w) => /[\p{L}\p{N}]/u.test(w));
        for (const wort of geschrieben) {
          expect(findet(wort, stand), wort).toBe(true);
          const anfang = [...normalisiere(wort)].slice(0, 1 + (n % wort.length)).join('');
          if (/[\p{L}\p{N}]/u.test(anfang)) expect(findet(anfang, stand), anfang).toBe(true);
        }
      }),
    );
  });

  it('kommt kein Wort mit dem Zeichen aus, das Wörter beendet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 250 }), (betreff) => {
        const woerter = suchwoerter(vorlage({ betreff, az: betreff.slice(0, 50) }));
        expect(woerter.filter((w) => w.includes(wortende) || /\s/.test(w))).toEqual([]);
      }),
    );
  });
});

describe('Lesekreise', () => {
  it('heißen nur gleich, wenn sie dasselbe bedeuten', () => {
    const lesend = rechte.filter((r) => r.aktion === 'vorlage.lesen');
    const namen = new Set(lesend.map((r) => `${r.bereich}:${r.phasen?.[0]}`));
    const bedeutungen = new Set(lesend.map((r) => `${r.bereich}:${r.phasen?.join()}`));
    expect(namen.size).toBe(bedeutungen.size);
  });

  const bereich = fc.constantFrom('50', '51', '1', '2', 'sozialausschuss', 'stadtrat');
  const stelle = fc
    .record({ rolle: fc.constantFrom(...rollen), bereich, fuer: fc.constantFrom(null, 'ohlsen') })
    .map(
      (s): AusgeuebteStelle =>
        s.rolle === 'Revision' || s.rolle === 'Systembetreuung' ? { ...s, bereich: '*' } : s,
    );
  const stand = fc
    .record({
      phase: fc.constantFrom(...phasen),
      amt: fc.constantFrom('50', '51'),
      dezernat: fc.constantFrom('1', '2'),
      gremien: fc.array(fc.constantFrom('sozialausschuss', 'stadtrat', 'jugendhilfeausschuss'), {
        minLength: 1,
        maxLength: 3,
      }),
      oeffentlich: fc.boolean(),
    })
    .map(({ phase, amt, dezernat, gremien, oeffentlich }) => {
      const gremienweg = gremien.map((g) => geplant(g, { oeffentlich }));
      return { ...entwurf(kopf({ gremienweg })), phase, dezernat, amt: { nr: amt, name: 'Amt' } };
    });

  it('teilt mit einer Vorlage genau, wer sie lesen darf', () => {
    fc.assert(
      fc.property(fc.array(stelle, { maxLength: 3 }), stand, (stellen, s) => {
        const akteur = { person: 'p', stellen };
        const kreise = new Set(lesekreiseFuer(akteur));
        const gemeinsam = lesekreiseVon(s).some((k) => kreise.has(k));
        expect(gemeinsam).toBe(darf(akteur, 'vorlage.lesen', gegenstandVon(s)).erlaubt);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('der Index folgt', () => {
  const ereignis = { art: 'Zurueckgezogen', daten: { grund: { freitext: 'x' } } } as const;
  const zwecke = (vorher: Vorlagenstand | null, nachher: Vorlagenstand) =>
    folgearbeiten(ereignis, vorher, nachher).filter((a) => a.zweck === 'suche');
  const stand = vorlage();
  it.each([
    ['einer neuen Vorlage', null, stand],
    ['einem anderen Betreff', stand, { ...stand, betreff: 'Anders' }],
    ['einer anderen Phase', stand, { ...stand, phase: 'abgeschlossen' as const }],
    [
      'einem anderen Gremienweg',
      stand,
      { ...stand, gremienweg: entwurf(kopf({ gremienweg: [geplant('rat')] })).gremienweg },
    ],
  ])('%s', (_, vorher, nachher) => {
    expect(zwecke(vorher, nachher)).toMatchObject([{ daten: { vorlage: stand.id } }]);
  });
  it('aber keinem Ereignis, das nichts daran ändert', () => {
    expect(zwecke(stand, { ...stand, nr: stand.nr + 1, halt: null })).toEqual([]);
  });
  it('und der Löschung', () => {
    expect(folgearbeitenNachLoeschung(stand, 3)).toMatchObject([{ zweck: 'suche' }]);
  });
  it('mit jedem Wort und jedem Lesekreis einmal', () => {
    const { woerter, kreise } = suchindex(vorlage({ betreff: 'Kita Kita kita' }));
    expect(new Set(woerter).size).toBe(woerter.length);
    expect(new Set(kreise).size).toBe(kreise.length);
    expect(kreise).toEqual([
      'alle:unterwegs:*',
      'amt:immer:50',
      'dezernat:unterwegs:2',
      'gremium:beratung:sozialausschuss',
      'gremium:unterwegs:sozialausschuss',
    ]);
  });
});

it('ein Treffer zeigt, was die Listen zeigen, und Amt, Az., Gremien und Beginn', () => {
  const stand = vorlage();
  expect(sucheintrag(stand)).toMatchObject({
    vorlage: stand.id,
    nummer: 'UV/0084/2026',
    amt: '50',
    amtName: 'Sozialamt',
    az: '50.30-01',
    gremien: ['sozialausschuss'],
    angelegtAm: stand.angelegtAm,
    phase: 'beratung',
  });
});
