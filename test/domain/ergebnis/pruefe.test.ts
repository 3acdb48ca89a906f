import { describe, expect, test } from 'vitest';
import { pruefeErgebnis } from '../../../domain/ergebnis/pruefe.ts';
import { type Abstimmung, type Ergebnis, ergebnisSchema } from '../../../domain/ergebnis/schema.ts';
import type { Umfeld } from '../../../domain/ergebnis/umfeld.ts';
import { rheinlandPfalz } from '../../../domain/landesrecht/rheinland-pfalz.ts';
import {
  abstimmung,
  aufgaben,
  ergebnis,
  stimmen,
  umfeld,
  warnungen,
  widersprueche,
  zurEntscheidung,
} from './hilfen.ts';

const pruefe = (e: Ergebnis, u: Umfeld) => pruefeErgebnis(e, u, rheinlandPfalz);

/** A Beschlussvorlage with this one vote on the matter, before the deciding body. */
const beschluss = (a: Partial<Abstimmung>, u: Partial<Umfeld> = {}) =>
  pruefe(ergebnis({ abstimmungen: [abstimmung(a)] }), zurEntscheidung(u));

const einstimmig = { mehrheit: 'einstimmig' } as const;
const mehrheitlich = { mehrheit: 'mehrheitlich' } as const;
const offen = { mehrheit: null } as const;
const abgelehnt = { richtung: 'abgelehnt' } as const;
const uebernommen = (p: ReturnType<typeof pruefe>) => p.vorschlag?.ergebnis.abstimmungen[0];

describe('Zeile 1: einstimmig mit Stimmen der Gegenseite', () => {
  test.each([
    ['angenommen mit Gegenstimmen', { ...einstimmig, ...stimmen(9, 2) }],
    ['angenommen mit Gegenstimmen, Ja nicht gezählt', { ...einstimmig, ...stimmen(null, 1, null) }],
    ['abgelehnt mit Ja-Stimmen', { ...einstimmig, ...abgelehnt, ...stimmen(1, 8) }],
  ])('Zeile 1: %s widerspricht und schlägt mehrheitlich vor', (_, a) => {
    const p = beschluss(a);
    expect(widersprueche(p)).toEqual([1]);
    expect(p.folge).toBeNull();
    expect(p.vorschlag?.zeile).toBe(1);
    expect(uebernommen(p)?.mehrheit).toBe('mehrheitlich');
  });

  test('Zeile 1: der Satz nennt die Zahl und was zu tun ist', () => {
    const [befund] = beschluss({ ...einstimmig, ...stimmen(9, 2) }).widersprueche;
    expect(befund?.satz).toBe(
      '„Einstimmig angenommen“ und 2 Gegenstimmen passen nicht zusammen. Wählen Sie mehrheitlich, oder berichtigen Sie die Zahl.',
    );
    expect(befund?.bestaetigbar).toBe(false);
  });

  test('Zeile 1 und 14: Unterrichtungsvorlage, einstimmig mit Gegenstimmen', () => {
    const p = pruefe(
      ergebnis({ kenntnis: true, abstimmungen: [abstimmung({ ...einstimmig, ...stimmen(9, 2) })] }),
      umfeld(),
    );
    expect(widersprueche(p)).toEqual([1, 14]);
  });

  test('Zeile 1: bei mehreren Abstimmungen sagt der Satz, welche gemeint ist', () => {
    const e = ergebnis({
      abstimmungen: [
        abstimmung({ gegenstand: 'Aenderungsantrag', massgeblich: false, ...einstimmig, ...stimmen(3, 1) }),
        abstimmung(),
      ],
    });
    expect(pruefe(e, zurEntscheidung()).widersprueche[0]?.satz).toMatch(
      /^Abstimmung 1 \(Änderungsantrag\): /,
    );
  });
});

test('Zeile 2: einstimmig mit Enthaltungen ist in Ordnung', () => {
  const p = beschluss({ ...einstimmig, ...stimmen(7, 0, 4) });
  expect(widersprueche(p)).toEqual([]);
  expect(warnungen(p)).toEqual([]);
});

describe('Zeile 3: mehrheitlich ohne Stimme der Gegenseite', () => {
  test.each([
    ['angenommen', { ...mehrheitlich, ...stimmen(9, 0) }],
    ['angenommen, Ja nicht gezählt', { ...mehrheitlich, ...stimmen(null, 0, null) }],
    ['abgelehnt', { ...mehrheitlich, ...abgelehnt, ...stimmen(0, 9) }],
  ])('Zeile 3: %s widerspricht und bietet einstimmig an', (_, a) => {
    const p = beschluss(a);
    expect(widersprueche(p)).toEqual([3]);
    expect(p.vorschlag?.zeile).toBe(3);
    expect(uebernommen(p)?.mehrheit).toBe('einstimmig');
  });
});

describe('Zeile 4: mehrheitlich ohne Zahlen', () => {
  const a = { ...mehrheitlich, ...stimmen(null, null, null) };
  test.each([
    [true, [4]],
    [false, []],
  ])('Zeile 4: kein Widerspruch; Warnung nach Einstellung %s', (warneOhneZaehlung, erwartet) => {
    const p = beschluss(a, { einstellungen: { warneOhneZaehlung, reihenfolgeZwingend: false } });
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual(erwartet);
    expect(p.vorschlag).toBeNull();
  });
});

test.each([
  ['nur Ja gezählt', stimmen(9, null)],
  ['nur Nein gezählt', stimmen(null, 5)],
])('Zeile 4: %s wird ebenso gewarnt, einstimmig ohne Zahlen nicht', (_, zahlen) => {
  expect(warnungen(beschluss({ ...mehrheitlich, ...zahlen }))).toEqual([4]);
  expect(warnungen(beschluss({ ...einstimmig, ...stimmen(null, null, null) }))).toEqual([]);
});

describe('Zeile 5: einstimmig abgelehnt', () => {
  test.each([
    ['0 Ja, 9 Nein', stimmen(0, 9), []],
    ['ohne Zahlen', stimmen(null, null, null), []],
    ['0 Nein', stimmen(null, 0, null), [5]],
  ])('Zeile 5: %s', (_, zahlen, erwartet) => {
    expect(widersprueche(beschluss({ ...einstimmig, ...abgelehnt, ...zahlen }))).toEqual(erwartet);
  });

  test('Zeile 5: abgelehnt ohne Mehrheitsangabe bei 0 Ja wird angemerkt, einstimmig angeboten', () => {
    const p = beschluss({ ...offen, ...abgelehnt, ...stimmen(0, 9) });
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([5]);
    expect(uebernommen(p)).toMatchObject({ ...einstimmig, ...abgelehnt });
  });
});

describe('Zeile 6: mehrheitlich abgelehnt', () => {
  test.each([
    ['5 Ja, 9 Nein', stimmen(5, 9), []],
    ['ohne Zahlen', stimmen(null, null, null), []],
    ['9 Ja, 5 Nein', stimmen(9, 5), [6]],
    ['nur 1 Nein gezählt', stimmen(null, 1, null), [6]],
    ['2 Nein gezählt', stimmen(null, 2, null), []],
  ])('Zeile 6: %s', (_, zahlen, erwartet) => {
    expect(widersprueche(beschluss({ ...mehrheitlich, ...abgelehnt, ...zahlen }))).toEqual(erwartet);
  });

  test('Zeile 6: abgelehnt ohne Mehrheitsangabe bei mehr Ja als Nein widerspricht', () => {
    expect(widersprueche(beschluss({ ...offen, ...abgelehnt, ...stimmen(9, 5) }))).toEqual([6]);
  });
});

describe('Zeile 7: Stimmengleichheit', () => {
  test.each([
    ['angenommen', { ...mehrheitlich, ...stimmen(7, 7) }],
    ['mehrheitlich abgelehnt', { ...mehrheitlich, ...abgelehnt, ...stimmen(7, 7) }],
    ['angenommen ohne Mehrheitsangabe', { ...offen, ...stimmen(1, 1), massgeblich: true }],
  ])('Zeile 7: %s widerspricht; abgelehnt ohne Mehrheitsangabe wird angeboten', (_, a) => {
    const p = beschluss(a);
    expect(widersprueche(p)).toContain(7);
    expect(p.widersprueche.find((b) => b.zeile === 7)?.paragraf).toBe('§ 40 Abs. 1 S. 2 GemO');
    expect(p.vorschlag?.zeile).toBe(7);
    expect(uebernommen(p)).toMatchObject({ ...abgelehnt, mehrheit: null });
  });

  test('Zeile 7: abgelehnt ohne Mehrheitsangabe ist in Ordnung', () => {
    const p = beschluss({ ...offen, ...abgelehnt, ...stimmen(7, 7) });
    expect([...widersprueche(p), ...warnungen(p)]).toEqual([]);
    expect(p.folge).toEqual({ art: 'ende' });
  });
});

describe('Zeile 8: angenommen gegen die Zahlen', () => {
  test.each([
    ['5 Ja, 9 Nein', { ...mehrheitlich, ...stimmen(5, 9) }, [8]],
    ['0 Ja, Nein nicht gezählt', { ...einstimmig, ...stimmen(0, null, null) }, [8]],
    ['mehrheitlich mit 1 Ja', { ...mehrheitlich, ...stimmen(1, null, null) }, [8]],
    ['einstimmig mit 1 Ja', { ...einstimmig, ...stimmen(1, null, null) }, []],
    ['9 Ja, 5 Nein', { ...mehrheitlich, ...stimmen(9, 5) }, []],
  ])('Zeile 8: %s', (_, a, erwartet) => {
    expect(widersprueche(beschluss(a))).toEqual(erwartet);
  });
});

describe('Zeile 9: niemand hat mit Ja oder Nein gestimmt', () => {
  test('Zeile 9: nur Enthaltungen, abgelehnt ohne Mehrheitsangabe: Warnung', () => {
    const p = beschluss({ ...offen, ...abgelehnt, ...stimmen(0, 0, 5) });
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([9]);
  });

  test.each([
    ['angenommen', einstimmig],
    ['einstimmig abgelehnt', { ...einstimmig, ...abgelehnt }],
    ['mehrheitlich abgelehnt', { ...mehrheitlich, ...abgelehnt }],
  ])('Zeile 9: nur Enthaltungen, %s widerspricht', (_, a) => {
    const p = beschluss({ ...a, ...stimmen(0, 0, 5) });
    expect(widersprueche(p)).toEqual([9]);
    expect(uebernommen(p)).toMatchObject({ ...abgelehnt, mehrheit: null });
  });

  test('Zeile 9: 0 : 0 : 0 widerspricht; leere Felder werden angeboten', () => {
    const p = beschluss({ ...einstimmig, ...stimmen(0, 0, 0) });
    expect(widersprueche(p)).toEqual([9]);
    expect(uebernommen(p)).toMatchObject({ ...einstimmig, ...stimmen(null, null, null) });
  });
});

describe('Zeile 10: qualifizierte Mehrheit', () => {
  const bezug = { stimmberechtigte: 20, gesetzlicheZahl: 30 };
  test.each([
    ['zweiDrittel', 'stimmen', stimmen(12, 6, 2), []],
    ['zweiDrittel', 'stimmen', stimmen(11, 6, 3), [10]],
    ['zweiDrittel', 'anwesende', stimmen(14, 6, 0), []],
    ['zweiDrittel', 'anwesende', stimmen(13, 6, 1), [10]],
    ['zweiDrittel', 'gesetzlicheZahl', stimmen(20, 0, 0), []],
    ['zweiDrittel', 'gesetzlicheZahl', stimmen(19, 1, 0), [10]],
    ['mehrheit', 'gesetzlicheZahl', stimmen(16, 4, 0), []],
    ['mehrheit', 'gesetzlicheZahl', stimmen(15, 5, 0), [10]],
  ] as const)('Zeile 10: %s der Größe %s, angenommen mit %o', (anteil, grundlage, zahlen, erwartet) => {
    const a = { mehrheit: zahlen.nein === 0 ? 'einstimmig' : 'mehrheitlich', ...zahlen } as const;
    const p = beschluss(a, { ...bezug, mehrheitserfordernis: { anteil, grundlage } });
    expect(widersprueche(p)).toEqual(erwartet);
    if (erwartet.length > 0) expect(uebernommen(p)).toMatchObject({ ...abgelehnt, mehrheit: null });
  });

  const zweiDrittel = { anteil: 'zweiDrittel', grundlage: 'gesetzlicheZahl' } as const;
  test.each([
    ['ohne Mehrheitsangabe', offen, stimmen(19, 1), []],
    ['„mehrheitlich“', mehrheitlich, stimmen(19, 1), [10]],
    ['obwohl erreicht', offen, stimmen(20, 0), [10]],
  ])('Zeile 10: abgelehnt, %s', (_, a, zahlen, erwartet) => {
    const p = beschluss({ ...a, ...abgelehnt, ...zahlen }, { ...bezug, mehrheitserfordernis: zweiDrittel });
    expect(widersprueche(p)).toEqual(erwartet);
  });

  test('Zeile 10: verfehlt auch, wenn Nein nicht gezählt wurde', () => {
    const p = beschluss(
      { ...einstimmig, ...stimmen(19, null, null) },
      { ...bezug, mehrheitserfordernis: zweiDrittel },
    );
    expect(widersprueche(p)).toEqual([10]);
  });

  test('Zeile 10: gegen die Zahlen angenommen sagt schon Zeile 8', () => {
    const p = beschluss(
      { ...mehrheitlich, ...stimmen(5, 9) },
      { ...bezug, mehrheitserfordernis: zweiDrittel },
    );
    expect(widersprueche(p)).toEqual([8]);
  });

  test.each([
    ['abgelehnt bei mehr Ja: nichts vorgeschlagen', { ...offen, ...abgelehnt, ...stimmen(9, 5) }, undefined],
    [
      'abgelehnt, Nein nicht gezählt: nichts',
      { ...einstimmig, ...abgelehnt, ...stimmen(9, null) },
      undefined,
    ],
    ['einstimmig mit Gegenstimmen: mehrheitlich', { ...einstimmig, ...stimmen(9, 5) }, 'mehrheitlich'],
  ] as const)('Zeile 10: Bezugsgröße unbekannt, %s', (_, a, vorschlag) => {
    expect(uebernommen(beschluss(a, { mehrheitserfordernis: zweiDrittel }))?.mehrheit).toBe(vorschlag);
  });

  test('Zeile 10: eine Vertagung braucht die qualifizierte Mehrheit nicht', () => {
    const a = abstimmung({ gegenstand: 'Verfahren', ...mehrheitlich, ...stimmen(9, 5, null) });
    const e = ergebnis({
      verbleib: 'vertagt',
      abstimmungen: [a],
      folge: { gremium: null, sitzung: 's2', terminOffen: false },
    });
    expect(
      widersprueche(pruefe(e, zurEntscheidung({ ...bezug, mehrheitserfordernis: zweiDrittel }))),
    ).toEqual([]);
  });

  test('Zeile 10: was nicht festgehalten ist, wird nicht beanstandet', () => {
    const p = beschluss({ ...mehrheitlich, ...stimmen(9, 5) }, { mehrheitserfordernis: zweiDrittel });
    expect(widersprueche(p)).toEqual([]);
  });
});

test('Zeile 11: ohne förmliche Abstimmung angenommen ist in Ordnung', () => {
  const p = beschluss({ ...einstimmig, ...stimmen(null, null, null) });
  expect([...widersprueche(p), ...warnungen(p)]).toEqual([]);
  expect(p.folge).toEqual({ art: 'ende' });
});

describe('Zeile 12: Kenntnis zur Unterrichtungsvorlage', () => {
  const kenntnis = ergebnis({ kenntnis: true });
  test('Zeile 12: Kenntnis ohne Zahlen ist der Normalfall und geht zur nächsten Beratung', () => {
    expect(pruefe(kenntnis, umfeld())).toEqual({
      widersprueche: [],
      warnungen: [],
      vorschlag: null,
      folge: { art: 'naechsteBeratung' },
      aufgaben: [],
    });
  });
  test('Zeile 12: in der letzten Beratung endet der Weg', () => {
    expect(pruefe(kenntnis, umfeld({ letzteBeratung: true })).folge).toEqual({ art: 'ende' });
  });
  test('Zeile 12: auch nichtöffentlich und ohne Beschlussfähigkeit', () => {
    const p = pruefe(kenntnis, umfeld({ oeffentlich: false, stimmberechtigte: 3, gesetzlicheZahl: 20 }));
    expect([...widersprueche(p), ...warnungen(p), ...aufgaben(p)]).toEqual([]);
  });
  test('Zeile 12: eine gescheiterte Vertagung davor stört nicht', () => {
    const gescheitert = abstimmung({
      gegenstand: 'Verfahren',
      massgeblich: false,
      ...mehrheitlich,
      ...abgelehnt,
      ...stimmen(5, 9),
    });
    const p = pruefe(ergebnis({ kenntnis: true, abstimmungen: [gescheitert] }), umfeld());
    expect([...widersprueche(p), ...warnungen(p)]).toEqual([]);
  });
  test('Zeile 12: ist nichts festgehalten, wird Kenntnis angeboten', () => {
    const p = pruefe(ergebnis(), umfeld());
    expect(widersprueche(p)).toEqual([0]);
    expect(p.vorschlag).toMatchObject({ zeile: 12, ergebnis: kenntnis });
  });
});

test.each([
  ['mit Zahlen', stimmen(12, 0)],
  ['ohne Zahlen', stimmen(null, null, null)],
])('Zeile 13: „einstimmig zur Kenntnis genommen“ %s wird gewarnt, nicht verweigert', (_, zahlen) => {
  const a = abstimmung({ gegenstand: 'Verfahren', ...einstimmig, ...zahlen });
  const p = pruefe(ergebnis({ kenntnis: true, abstimmungen: [a] }), umfeld());
  expect(widersprueche(p)).toEqual([]);
  expect(warnungen(p)).toEqual([13]);
});

describe('Zeile 14: Abstimmung in der Sache zur Unterrichtungsvorlage', () => {
  test.each(['Sache', 'Teil', 'Aenderungsantrag'] as const)('Zeile 14: %s widerspricht', (gegenstand) => {
    const a = abstimmung({ gegenstand, massgeblich: gegenstand === 'Sache' });
    const p = pruefe(ergebnis({ kenntnis: true, abstimmungen: [a] }), umfeld());
    expect(widersprueche(p)).toEqual([14]);
  });
  test.each([
    ['am Ergebnis', { wortlaut: 'Die Verwaltung berichtet im Herbst erneut.' }, {}],
    ['an der Abstimmung', {}, { wortlaut: 'Die Verwaltung berichtet im Herbst erneut.' }],
  ])('Zeile 14: mit einem in der Sitzung entstandenen Wortlaut %s nur Warnung', (_, e, a) => {
    const p = pruefe(ergebnis({ ...e, abstimmungen: [abstimmung(a)] }), umfeld());
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([14]);
  });
  test('Zeile 14: ein leerer Wortlaut genügt nicht', () => {
    const p = pruefe(ergebnis({ wortlaut: '  ', abstimmungen: [abstimmung()] }), umfeld());
    expect(widersprueche(p)).toEqual([14]);
  });
});

test.each([
  ['BV', 'Entscheidung', [15]],
  ['AT', 'Vorberatung', [15]],
  ['BV', 'Kenntnisnahme', []],
  ['ST', 'Entscheidung', []],
  ['AF', 'Entscheidung', []],
] as const)('Zeile 15: nur Kenntnis zu %s, Rolle %s', (vorlagenart, rolle, erwartet) => {
  const p = pruefe(ergebnis({ kenntnis: true }), umfeld({ vorlagenart, rolle }));
  expect(widersprueche(p)).toEqual([]);
  expect(warnungen(p)).toEqual(erwartet);
});

const naechste = { gremium: null, sitzung: 'sitzung-2', terminOffen: false };
const hauptausschuss = { gremium: 'hauptausschuss', sitzung: null, terminOffen: false };

describe('Zeile 16: vertagt, verwiesen, abgesetzt mit Zahlen', () => {
  test.each(['vertagt', 'verwiesen', 'abgesetzt'] as const)(
    'Zeile 16: %s, Abstimmung zum Verfahren',
    (verbleib) => {
      const a = abstimmung({ gegenstand: 'Verfahren', ...mehrheitlich, ...stimmen(9, 5) });
      const folge = { gremium: 'hauptausschuss', sitzung: 'sitzung-2', terminOffen: false };
      const p = pruefe(ergebnis({ verbleib, folge, abstimmungen: [a] }), zurEntscheidung());
      expect([...widersprueche(p), ...warnungen(p)]).toEqual([]);
    },
  );
  test.each(['vertagt', 'verwiesen'] as const)(
    'Zeile 16: %s, Abstimmung zur Sache widerspricht',
    (verbleib) => {
      const folge = { gremium: 'hauptausschuss', sitzung: 'sitzung-2', terminOffen: false };
      const p = pruefe(ergebnis({ verbleib, folge, abstimmungen: [abstimmung()] }), zurEntscheidung());
      expect(widersprueche(p)).toEqual([16]);
    },
  );
  test('Zeile 16: die Vertagung wurde abgelehnt, der Punkt ist aber vertagt', () => {
    const a = abstimmung({ gegenstand: 'Verfahren', ...mehrheitlich, ...abgelehnt, ...stimmen(5, 9) });
    const p = pruefe(
      ergebnis({ verbleib: 'vertagt', folge: naechste, abstimmungen: [a] }),
      zurEntscheidung(),
    );
    expect(widersprueche(p)).toEqual([16]);
  });
  test('Zeile 16: erst ein Änderungsantrag, dann verwiesen: Warnung', () => {
    const a = abstimmung({ gegenstand: 'Aenderungsantrag', massgeblich: false });
    const p = pruefe(
      ergebnis({ verbleib: 'verwiesen', folge: hauptausschuss, abstimmungen: [a] }),
      zurEntscheidung(),
    );
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([16]);
  });
  test('Zeile 16: Vertagung scheitert 5 zu 9, danach wird die Sache angenommen', () => {
    const vertagung = { gegenstand: 'Verfahren', ...mehrheitlich, ...abgelehnt, ...stimmen(5, 9) } as const;
    const sache = abstimmung({ ...mehrheitlich, ...stimmen(9, 5) });
    const richtig = ergebnis({ abstimmungen: [abstimmung({ ...vertagung, massgeblich: false }), sache] });
    expect(widersprueche(pruefe(richtig, zurEntscheidung()))).toEqual([]);
    const falsch = ergebnis({ abstimmungen: [abstimmung(vertagung), { ...sache, massgeblich: false }] });
    expect(widersprueche(pruefe(falsch, zurEntscheidung()))).toEqual([16]);
  });
  test('Zeile 16: behandelt, aber nur zum Verfahren abgestimmt: Warnung', () => {
    const a = abstimmung({ gegenstand: 'Verfahren', ...einstimmig });
    expect(warnungen(pruefe(ergebnis({ abstimmungen: [a] }), zurEntscheidung()))).toEqual([16]);
  });
});

describe('Zeile 17: ohne nächste Sitzung geht die Vorlage verloren', () => {
  test.each(['vertagt', 'abgesetzt', 'nichtBehandelt'] as const)('Zeile 17: %s', (verbleib) => {
    expect(widersprueche(pruefe(ergebnis({ verbleib }), umfeld()))).toEqual([17]);
    expect(widersprueche(pruefe(ergebnis({ verbleib, folge: hauptausschuss }), umfeld()))).toEqual([17]);

    const mitTermin = pruefe(ergebnis({ verbleib, folge: naechste }), umfeld());
    expect(widersprueche(mitTermin)).toEqual([]);
    expect(aufgaben(mitTermin)).toEqual([]);
    expect(mitTermin.folge).toEqual({ art: 'pool', sitzung: 'sitzung-2', terminOffen: false });

    const terminOffen = { gremium: null, sitzung: null, terminOffen: true };
    const offenerTermin = pruefe(ergebnis({ verbleib, folge: terminOffen }), umfeld());
    expect(widersprueche(offenerTermin)).toEqual([]);
    expect(aufgaben(offenerTermin)).toEqual(['17 terminFinden']);
    expect(offenerTermin.folge).toEqual({ art: 'pool', sitzung: null, terminOffen: true });
  });
  test('Zeile 17: verwiesen ohne Gremium widerspricht, auch mit „Termin offen“', () => {
    for (const folge of [null, naechste, { gremium: null, sitzung: null, terminOffen: true }]) {
      expect(widersprueche(pruefe(ergebnis({ verbleib: 'verwiesen', folge }), umfeld()))).toEqual([17]);
    }
  });
  test('Zeile 17: verwiesen ohne Termin wird zur Aufgabe', () => {
    const p = pruefe(ergebnis({ verbleib: 'verwiesen', folge: hauptausschuss }), umfeld());
    expect(widersprueche(p)).toEqual([]);
    expect(aufgaben(p)).toEqual(['17 terminFinden']);
    expect(p.folge).toEqual({
      art: 'verwiesen',
      gremium: 'hauptausschuss',
      sitzung: null,
      terminOffen: true,
    });
  });
  test('Zeile 17: „Termin offen“ neben einer Sitzung: Warnung, es gilt die Sitzung', () => {
    const p = pruefe(ergebnis({ verbleib: 'vertagt', folge: { ...naechste, terminOffen: true } }), umfeld());
    expect(warnungen(p)).toEqual([17]);
    expect(p.folge).toEqual({ art: 'pool', sitzung: 'sitzung-2', terminOffen: false });
  });
});

describe('Zeile 18: abgesetzt ist nicht behandelt', () => {
  test.each([
    ['abgesetzt mit Abstimmung zur Sache', { verbleib: 'abgesetzt', abstimmungen: [abstimmung()] }],
    ['abgesetzt und geändert', { verbleib: 'abgesetzt', geaendert: true }],
    ['abgesetzt mit Kenntnis', { verbleib: 'abgesetzt', kenntnis: true }],
    ['nicht behandelt mit Kenntnis', { verbleib: 'nichtBehandelt', kenntnis: true }],
    ['zurückgezogen nach Abstimmung', { verbleib: 'zurueckgezogen', abstimmungen: [abstimmung()] }],
  ] as const)('Zeile 18: %s widerspricht', (_, e) => {
    const folge = e.verbleib === 'zurueckgezogen' ? null : naechste;
    const p = pruefe(
      ergebnis({ ...e, abstimmungen: [...('abstimmungen' in e ? e.abstimmungen : [])], folge }),
      zurEntscheidung(),
    );
    expect(widersprueche(p)).toEqual([18]);
  });
});

describe('Zeile 19: geändert angenommen', () => {
  test('Zeile 19: mit Wortlaut in Ordnung', () => {
    const p = pruefe(
      ergebnis({ geaendert: true, wortlaut: 'Neuer Text.', abstimmungen: [abstimmung()] }),
      zurEntscheidung(),
    );
    expect([...widersprueche(p), ...warnungen(p)]).toEqual([]);
  });
  test.each([null, '', ' '])('Zeile 19: Wortlaut %j fehlt', (wortlaut) => {
    const e = ergebnis({ geaendert: true, wortlaut, abstimmungen: [abstimmung()] });
    expect(widersprueche(pruefe(e, zurEntscheidung()))).toEqual([19]);
  });
});

describe('Zeile 20: geändert ohne Beschluss', () => {
  test.each([
    ['nur Kenntnis', { kenntnis: true }, [20]],
    ['vertagt', { verbleib: 'vertagt', folge: naechste }, [20]],
    ['abgesetzt', { verbleib: 'abgesetzt', folge: naechste }, [18]],
    ['ohne BE', { verbleib: 'ohneBE' }, [20]],
  ] as const)('Zeile 20: %s widerspricht', (_, e, erwartet) => {
    expect(widersprueche(pruefe(ergebnis({ ...e, geaendert: true }), umfeld()))).toEqual(erwartet);
  });
  test('Zeile 20: geändert und abgelehnt: Warnung', () => {
    const a = abstimmung({ ...abgelehnt, ...einstimmig });
    const p = pruefe(ergebnis({ geaendert: true, abstimmungen: [a] }), zurEntscheidung());
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([20]);
  });
});

test.each([
  ['alle Teile abgelehnt', [abgelehnt], [20]],
  ['ein Teil angenommen', [abgelehnt, {}], []],
] as const)('Zeile 20: geändert, %s', (_, teile, erwartet) => {
  const abstimmungen = teile.map((a) => abstimmung({ gegenstand: 'Teil', massgeblich: false, ...a }));
  const p = pruefe(ergebnis({ geaendert: true, wortlaut: 'Neuer Text.', abstimmungen }), zurEntscheidung());
  expect(widersprueche(p)).toEqual([]);
  expect(warnungen(p)).toEqual(erwartet);
});
test('Zeile 20: geändert, ein Teil angenommen, die Schlussabstimmung abgelehnt: Warnung', () => {
  const abstimmungen = [abstimmung({ gegenstand: 'Teil', massgeblich: false }), abstimmung(abgelehnt)];
  const p = pruefe(ergebnis({ geaendert: true, wortlaut: 'Neuer Text.', abstimmungen }), zurEntscheidung());
  expect(warnungen(p)).toEqual([20]);
});

describe('Zeile 21: ohne BE', () => {
  test.each([
    ['Entscheidung', [21]],
    ['Vorberatung', []],
    ['Anhoerung', []],
  ] as const)('Zeile 21: Rolle %s', (rolle, erwartet) => {
    const p = pruefe(ergebnis({ verbleib: 'ohneBE' }), zurEntscheidung({ rolle }));
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual(erwartet);
  });
  test('Zeile 21: ohne BE nach angenommener Empfehlung widerspricht, nach abgelehnter nicht', () => {
    const u = zurEntscheidung({ rolle: 'Vorberatung' });
    expect(widersprueche(pruefe(ergebnis({ verbleib: 'ohneBE', abstimmungen: [abstimmung()] }), u))).toEqual([
      21,
    ]);
    const gleichstand = abstimmung({ ...offen, ...abgelehnt, ...stimmen(6, 6) });
    const p = pruefe(ergebnis({ verbleib: 'ohneBE', abstimmungen: [gleichstand] }), u);
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([21]);
  });
});

test.each([
  ['verwiesen', hauptausschuss],
  ['vertagt', naechste],
  ['ohneBE', null],
] as const)('Zeile 22: Kenntnis und %s: Warnung', (verbleib, folge) => {
  const p = pruefe(ergebnis({ verbleib, folge, kenntnis: true }), umfeld());
  expect(widersprueche(p)).toEqual([]);
  expect(warnungen(p)).toEqual([22]);
});

describe('Zeile 23: Summe der Stimmen', () => {
  test.each([
    ['mehr als stimmberechtigt', stimmen(9, 3, 2), { stimmberechtigte: 13 }, [23], []],
    ['genau so viele', stimmen(9, 3, 1), { stimmberechtigte: 13 }, [], []],
    ['weniger', stimmen(9, 3, 0), { stimmberechtigte: 13 }, [], [23]],
    ['weniger, Enthaltungen nicht gezählt', stimmen(9, 3, null), { stimmberechtigte: 13 }, [], []],
    ['weniger, Nein nicht gezählt', stimmen(9, null, 0), { stimmberechtigte: 13 }, [], [4]],
    ['weniger, Ja nicht gezählt', stimmen(null, 3, 0), { stimmberechtigte: 13 }, [], [4]],
    [
      'mehr als Anwesende ohne Ausgeschlossene',
      stimmen(9, 3, 0),
      { anwesende: 13, ausgeschlossene: 2 },
      [23],
      [],
    ],
    ['Anwesenheit nicht festgehalten', stimmen(900, 3, 0), {}, [], []],
  ])('Zeile 23: %s', (_, zahlen, u, falsch, gewarnt) => {
    const p = beschluss({ ...mehrheitlich, ...zahlen }, u);
    expect(widersprueche(p)).toEqual(falsch);
    expect(warnungen(p)).toEqual(gewarnt);
  });
  test('Zeile 23: der Satz sagt, wie viele nicht abgestimmt haben', () => {
    const p = beschluss({ ...mehrheitlich, ...stimmen(9, 3, 0) }, { stimmberechtigte: 13 });
    expect(p.warnungen[0]?.satz).toMatch(/^1 Person hat nicht abgestimmt/);
  });
});

describe('Zeile 24: Beschlussfähigkeit', () => {
  const ohneZahl = { ...einstimmig };
  test('Zeile 24: ohne Beschlussfähigkeit bestätigbar, mit Aufgabe', () => {
    const p = beschluss(ohneZahl, { stimmberechtigte: 10, gesetzlicheZahl: 20 });
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([24]);
    expect(p.warnungen[0]).toMatchObject({ bestaetigbar: true, paragraf: '§ 39 GemO' });
    expect(p.warnungen[0]?.satz).toContain('Rechtsverstoß');
    expect(aufgaben(p)).toEqual(['24 aussetzungPruefen']);
    expect(p.aufgaben[0]?.satz).toContain('§ 42 GemO');
  });
  test.each([
    ['mehr als die Hälfte', { stimmberechtigte: 11 }, []],
    [
      'Ausschließung ursächlich, ein Drittel da',
      { stimmberechtigte: 7, anwesende: 11, ausgeschlossene: 4 },
      [],
    ],
    ['Ausschließung ursächlich, weniger als ein Drittel', { stimmberechtigte: 6, ausgeschlossene: 5 }, [24]],
    ['Ausschließung nicht ursächlich', { stimmberechtigte: 8, anwesende: 9, ausgeschlossene: 1 }, [24]],
    ['zweite Einladung, drei da', { stimmberechtigte: 3, zweiteEinladung: true }, []],
    ['nicht festgehalten', {}, []],
  ])('Zeile 24: 20 Mitglieder, %s', (_, u, erwartet) => {
    expect(warnungen(beschluss(ohneZahl, { gesetzlicheZahl: 20, ...u }))).toEqual(erwartet);
  });
  test('Zeile 24: unter einem Drittel nennt der Satz die Entscheidung des Bürgermeisters', () => {
    const p = beschluss(ohneZahl, { gesetzlicheZahl: 20, stimmberechtigte: 6, ausgeschlossene: 5 });
    expect(p.warnungen[0]?.satz).toContain('§ 39 Abs. 2 GemO');
  });
  test('Zeile 24: Entscheidung des Bürgermeisters nur in diesem Fall', () => {
    const e = ergebnis({ verbleib: 'entscheidungBuergermeister' });
    const zuRecht = zurEntscheidung({ gesetzlicheZahl: 20, stimmberechtigte: 6, ausgeschlossene: 5 });
    expect(warnungen(pruefe(e, zuRecht))).toEqual([]);
    expect(pruefe(e, zuRecht).folge).toEqual({ art: 'ende' });
    expect(warnungen(pruefe(e, zurEntscheidung({ gesetzlicheZahl: 20, stimmberechtigte: 15 })))).toEqual([
      24,
    ]);
  });
  test('Zeile 24: eine Abstimmung zum Verfahren braucht den Hinweis nicht', () => {
    const a = abstimmung({ gegenstand: 'Verfahren' });
    const e = ergebnis({ verbleib: 'vertagt', folge: naechste, abstimmungen: [a] });
    expect(warnungen(pruefe(e, umfeld({ stimmberechtigte: 3, gesetzlicheZahl: 20 })))).toEqual([]);
  });
});

test('Zeile 25: Mitwirkungsverbot verletzt: bestätigbar, mit Aufgabe', () => {
  const p = beschluss(einstimmig, { ausschlussVerletzt: true });
  expect(widersprueche(p)).toEqual([]);
  expect(warnungen(p)).toEqual([25]);
  expect(p.warnungen[0]).toMatchObject({ bestaetigbar: true, paragraf: '§ 22 Abs. 6 GemO' });
  expect(aufgaben(p)).toEqual(['25 aussetzungPruefen']);
});
test('Zeile 25: ohne Abstimmung gibt es keinen Beschluss, der unwirksam wäre', () => {
  expect(warnungen(pruefe(ergebnis({ kenntnis: true }), umfeld({ ausschlussVerletzt: true })))).toEqual([]);
});

test.each([
  ['Vorberatung', false, true, 'behandelt', [26]],
  ['Vorberatung', true, true, 'behandelt', []],
  ['Vorberatung', false, false, 'behandelt', []],
  ['Entscheidung', false, true, 'behandelt', []],
  ['Vorberatung', false, true, 'zurueckgezogen', []],
] as const)(
  'Zeile 26: %s, öffentlich %s, später öffentlich %s, %s',
  (rolle, oeffentlich, spaeterOeffentlich, verbleib, erwartet) => {
    const u = umfeld({ rolle, oeffentlich, spaeterOeffentlich });
    const e = ergebnis({ verbleib, kenntnis: verbleib === 'behandelt' });
    expect(warnungen(pruefe(e, u))).toEqual(erwartet);
  },
);

describe('Zeile 27: Bekanntgabe', () => {
  const nichtoeffentlich = zurEntscheidung({ oeffentlich: false });
  const e = ergebnis({ abstimmungen: [abstimmung()] });
  test('Zeile 27: nichtöffentlicher Beschluss wird zur Aufgabe', () => {
    expect(aufgaben(pruefe(e, nichtoeffentlich))).toEqual(['27 bekanntgabe']);
    expect(aufgaben(pruefe(e, zurEntscheidung()))).toEqual([]);
  });
  test('Zeile 27: nicht mit einem festgehaltenen Grund dagegen', () => {
    const grund = { ...e, keineBekanntgabe: 'Schutzwürdige Interessen einer einzelnen Person.' };
    expect(ergebnisSchema.parse(grund)).toEqual(grund);
    expect(aufgaben(pruefe(grund, nichtoeffentlich))).toEqual([]);
  });
  test('Zeile 27: eine Empfehlung ist noch kein Beschluss', () => {
    expect(aufgaben(pruefe(e, { ...nichtoeffentlich, rolle: 'Vorberatung' }))).toEqual([]);
  });
});

describe('Zeile 28: vorherige Beratung noch offen', () => {
  const kenntnis = ergebnis({ kenntnis: true });
  const zwingend = { warneOhneZaehlung: true, reihenfolgeZwingend: true };
  test('Zeile 28: Warnung, nach Einstellung Widerspruch', () => {
    expect(warnungen(pruefe(kenntnis, umfeld({ vorherigeOffen: true })))).toEqual([28]);
    const p = pruefe(kenntnis, umfeld({ vorherigeOffen: true, einstellungen: zwingend }));
    expect(widersprueche(p)).toEqual([28]);
  });
  test('Zeile 28: vertagen kann man auch dann, wenn die Reihenfolge zwingend ist', () => {
    const e = ergebnis({ verbleib: 'vertagt', folge: naechste });
    const p = pruefe(e, umfeld({ vorherigeOffen: true, einstellungen: zwingend }));
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([28]);
  });
});

describe('Zeile 29: vor Beginn der Sitzung', () => {
  const vorher = { jetzt: '2026-04-22T14:59:59.999Z', sitzungsbeginn: '2026-04-22T15:00:00Z' };
  test.each([
    ['behandelt', { kenntnis: true }, [29]],
    ['vertagt', { folge: naechste }, [29]],
    ['abgesetzt', { folge: naechste }, []],
    ['zurueckgezogen', {}, []],
  ] as const)('Zeile 29: %s', (verbleib, e, erwartet) => {
    expect(widersprueche(pruefe(ergebnis({ verbleib, ...e }), umfeld(vorher)))).toEqual(erwartet);
  });
  test('Zeile 29: mit dem Beginn selbst ist es soweit', () => {
    const u = umfeld({ ...vorher, jetzt: '2026-04-22T15:00:00.000Z' });
    expect(widersprueche(pruefe(ergebnis({ kenntnis: true }), u))).toEqual([]);
  });
});

test('Zeile 30: eine Berichtigung wird bestätigt und nennt die Niederschrift', () => {
  const p = pruefe(ergebnis({ kenntnis: true }), umfeld({ berichtigung: true }));
  expect(widersprueche(p)).toEqual([]);
  expect(p.warnungen).toMatchObject([{ zeile: 30, paragraf: '§ 41 GemO' }]);
});

describe('Zeile 31: nächster Schritt', () => {
  const empfehlung = { abstimmungen: [abstimmung()] };
  test.each([
    ['Empfehlung', empfehlung, { rolle: 'Vorberatung' }, 'naechsteBeratung'],
    [
      'abgelehnte Empfehlung',
      { abstimmungen: [abstimmung(abgelehnt)] },
      { rolle: 'Vorberatung' },
      'naechsteBeratung',
    ],
    ['Kenntnis', { kenntnis: true }, { rolle: 'Kenntnisnahme' }, 'naechsteBeratung'],
    ['ohne BE', { verbleib: 'ohneBE' }, { rolle: 'Vorberatung' }, 'naechsteBeratung'],
    ['Entscheidung', empfehlung, { rolle: 'Entscheidung' }, 'ende'],
    ['Kenntnis statt Entscheidung', { kenntnis: true }, { rolle: 'Entscheidung' }, 'naechsteBeratung'],
    ['letzte Beratung', { kenntnis: true }, { rolle: 'Vorberatung', letzteBeratung: true }, 'ende'],
    ['verwiesen', { verbleib: 'verwiesen', folge: hauptausschuss }, { letzteBeratung: true }, 'verwiesen'],
    ['vertagt', { verbleib: 'vertagt', folge: naechste }, { letzteBeratung: true }, 'pool'],
    ['abgesetzt', { verbleib: 'abgesetzt', folge: naechste }, {}, 'pool'],
    ['nicht behandelt', { verbleib: 'nichtBehandelt', folge: naechste }, {}, 'pool'],
    ['zurückgezogen', { verbleib: 'zurueckgezogen' }, {}, 'zurueckgezogen'],
  ] as const)('Zeile 31: %s', (_, e, u, art) => {
    const abstimmungen = 'abstimmungen' in e ? [...e.abstimmungen] : [];
    expect(pruefe(ergebnis({ ...e, abstimmungen }), zurEntscheidung(u)).folge?.art).toBe(art);
  });
  test('Zeile 31: eine Folgeangabe ohne Verwendung wird angemerkt', () => {
    expect(warnungen(pruefe(ergebnis({ kenntnis: true, folge: naechste }), umfeld()))).toEqual([31]);
  });
});

describe('Grundform (vor der Tabelle)', () => {
  test('zwei maßgebliche Abstimmungen', () => {
    const e = ergebnis({ abstimmungen: [abstimmung(), abstimmung()] });
    expect(widersprueche(pruefe(e, zurEntscheidung()))).toEqual([0]);
  });
  test('keine maßgebliche: die letzte zur Sache wird angeboten', () => {
    const a = abstimmung({ massgeblich: false });
    const p = pruefe(ergebnis({ abstimmungen: [a] }), zurEntscheidung());
    expect(widersprueche(p)).toEqual([0]);
    expect(uebernommen(p)?.massgeblich).toBe(true);
  });
  test('ein Teil kann nicht maßgeblich sein', () => {
    expect(widersprueche(beschluss({ gegenstand: 'Teil' }))).toEqual([0]);
  });
  test('nur in Teilen abgestimmt ist in Ordnung', () => {
    const p = beschluss({ gegenstand: 'Teil', massgeblich: false });
    expect([...widersprueche(p), ...warnungen(p)]).toEqual([]);
  });
  test('angenommen, Mehrheit unbekannt: kein Kästchen; aus den Zahlen wird vorgeschlagen', () => {
    expect(widersprueche(beschluss(offen))).toEqual([0]);
    expect(uebernommen(beschluss({ ...offen, ...stimmen(9, 5) }))?.mehrheit).toBe('mehrheitlich');
    expect(uebernommen(beschluss({ ...offen, ...stimmen(null, 0, null) }))?.mehrheit).toBe('einstimmig');
  });
  test('nichts festgehalten, aber ein Vermerk: Warnung', () => {
    const p = pruefe(ergebnis({ vermerk: 'Aussprache ohne Ergebnis.' }), umfeld());
    expect(widersprueche(p)).toEqual([]);
    expect(warnungen(p)).toEqual([0]);
  });
  test('zur Kenntnis genommen und angenommen, Mehrheit unbekannt: der Beschluss hätte kein Kästchen', () => {
    const p = pruefe(ergebnis({ kenntnis: true, abstimmungen: [abstimmung(offen)] }), zurEntscheidung());
    expect(widersprueche(p)).toEqual([0]);
  });
  test('zur Kenntnis genommen oder vertagt, Mehrheit der Verfahrensabstimmung unbekannt: in Ordnung', () => {
    const abstimmungen = [abstimmung({ gegenstand: 'Verfahren', ...offen })];
    expect(widersprueche(pruefe(ergebnis({ kenntnis: true, abstimmungen }), umfeld()))).toEqual([]);
    const vertagt = ergebnis({ verbleib: 'vertagt', folge: naechste, abstimmungen });
    expect(widersprueche(pruefe(vertagt, umfeld()))).toEqual([]);
  });
  test('für eine nicht maßgebliche Abstimmung wird keine Mehrheit vorgeschlagen, die niemand druckt', () => {
    const nebenbei = abstimmung({
      gegenstand: 'Teil',
      massgeblich: false,
      ...offen,
      ...stimmen(null, 5, null),
    });
    expect(pruefe(ergebnis({ abstimmungen: [nebenbei] }), zurEntscheidung()).vorschlag).toBeNull();
  });
});

describe('Sätze sagen, was falsch ist und was zu tun ist', () => {
  test.each([
    [
      { ...mehrheitlich, ...stimmen(9, 0) },
      '„Mehrheitlich angenommen“, aber keine Gegenstimme: Das ist einstimmig. Wählen Sie einstimmig, oder lassen Sie die Zahl leer, wenn nicht gezählt wurde.',
    ],
    [
      { ...mehrheitlich, ...abgelehnt, ...stimmen(0, 9) },
      '„Mehrheitlich abgelehnt“, aber keine Ja-Stimme: Das ist einstimmig. Wählen Sie einstimmig, oder lassen Sie die Zahl leer, wenn nicht gezählt wurde.',
    ],
    [
      { ...mehrheitlich, ...abgelehnt, ...stimmen(null, 1, null) },
      '„Mehrheitlich abgelehnt“ braucht mehr Nein- als Ja-Stimmen und mindestens eine Ja-Stimme, also mindestens 2 Nein; eingetragen ist 1.',
    ],
    [
      { ...mehrheitlich, ...abgelehnt, ...stimmen(null, 0, null) },
      '„Mehrheitlich abgelehnt“ braucht mehr Nein- als Ja-Stimmen und mindestens eine Ja-Stimme, also mindestens 2 Nein; eingetragen sind 0.',
    ],
    [
      { ...mehrheitlich, ...stimmen(1, null, null) },
      '„Mehrheitlich angenommen“ ist mit 1 Ja-Stimme nicht möglich: Ja muss Nein überwiegen. Berichtigen Sie die Zahl.',
    ],
    [
      { ...einstimmig, ...stimmen(0, null, null) },
      '„Angenommen“ ist mit 0 Ja-Stimmen nicht möglich: Ja muss Nein überwiegen. Berichtigen Sie die Zahl.',
    ],
  ] as const)('%o', (a, satz) => {
    expect(beschluss(a).widersprueche.map((b) => b.satz)).toEqual([satz]);
  });

  test.each([
    [{ ...mehrheitlich, ...stimmen(7, 7) }, 'Nach den Zahlen: abgelehnt, ohne Angabe einer Mehrheit.'],
    [{ ...einstimmig, ...stimmen(9, 5) }, 'Nach den Zahlen: mehrheitlich angenommen.'],
  ] as const)('Vorschlag zu %o', (a, satz) => {
    expect(beschluss(a).vorschlag?.satz).toBe(satz);
  });

  test.each([
    ['BV', 'einer Beschlussvorlage'],
    ['AT', 'einem Antrag'],
  ] as const)('Zeile 15 nennt %s beim Namen', (vorlagenart, name) => {
    const p = pruefe(ergebnis({ kenntnis: true }), zurEntscheidung({ vorlagenart }));
    expect(p.warnungen[0]?.satz).toContain(`Nur Kenntnis zu ${name}:`);
  });
});
