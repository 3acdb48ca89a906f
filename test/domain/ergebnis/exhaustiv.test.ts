import { describe, expect, test } from 'vitest';
import { unstimmigkeiten, vonFormular, zuFormular } from '../../../domain/ergebnis/formularsicht.ts';
import { pruefeErgebnis } from '../../../domain/ergebnis/pruefe.ts';
import {
  type Abstimmung,
  type Ergebnis,
  type Folgeangabe,
  verbleibe,
} from '../../../domain/ergebnis/schema.ts';
import {
  beratungsrollen,
  type Pruefung,
  type Umfeld,
  vorlagenarten,
} from '../../../domain/ergebnis/umfeld.ts';
import { erlaeutere } from '../../../domain/ergebnis/zulaessig.ts';
import { rheinlandPfalz } from '../../../domain/landesrecht/rheinland-pfalz.ts';
import { abstimmung, ergebnis, umfeld } from './hilfen.ts';

/**
 * Every combination of the outcome's small axes. The loops are plain and the first offence is thrown: at a
 * million combinations an `expect` each would take longer than the rules do.
 */
const gegenstaende = ['Sache', 'Verfahren', 'Aenderungsantrag', 'Teil'] as const;
const richtungen = ['angenommen', 'abgelehnt'] as const;
const mehrheiten = ['einstimmig', 'mehrheitlich', null] as const;
const zahlen = [null, 0, 1, 2] as const;
const folgen: readonly (Folgeangabe | null)[] = [
  null,
  { gremium: 'hauptausschuss', sitzung: 'sitzung-2', terminOffen: false },
];

/** No abstention differs from an unknown number only where nobody may have voted Ja or Nein. */
const enthaltungszahlen = (ja: number | null, nein: number | null) =>
  (ja ?? 0) === 0 && (nein ?? 0) === 0 ? [null, 0, 1] : [null, 1];

function* einzelneAbstimmungen(): Generator<Abstimmung> {
  for (const gegenstand of gegenstaende)
    for (const richtung of richtungen)
      for (const mehrheit of mehrheiten)
        for (const ja of zahlen)
          for (const nein of zahlen)
            for (const enthaltungen of enthaltungszahlen(ja, nein))
              yield abstimmung({ gegenstand, richtung, mehrheit, ja, nein, enthaltungen });
}

/** One vote of each kind that matters beside another one. */
const vertreter: readonly Abstimmung[] = gegenstaende.flatMap((gegenstand) => [
  abstimmung({ gegenstand, richtung: 'angenommen', mehrheit: 'mehrheitlich', ja: 2, nein: 1 }),
  abstimmung({ gegenstand, richtung: 'angenommen', mehrheit: null }),
  abstimmung({ gegenstand, richtung: 'abgelehnt', mehrheit: null, ja: 1, nein: 1 }),
]);

/** Which of two votes are marked as massgeblich. */
const kennzeichnungen = [
  [true, false],
  [false, true],
  [false, false],
  [true, true],
] as const;

function* abstimmungslisten(): Generator<Abstimmung[]> {
  yield [];
  for (const a of einzelneAbstimmungen()) yield [a];
  for (const a of vertreter) yield [{ ...a, massgeblich: false }];
  for (const [i, a] of vertreter.entries())
    for (const b of vertreter.slice(i))
      for (const [erste, zweite] of kennzeichnungen)
        yield [
          { ...a, massgeblich: erste },
          { ...b, massgeblich: zweite },
        ];
}

/** Without a begin: reading two moments a million times is a fifth of the whole; `umfelder` has them. */
const vorlagenumfelder = vorlagenarten.flatMap((vorlagenart) =>
  beratungsrollen.map((rolle) => umfeld({ vorlagenart, rolle, sitzungsbeginn: null })),
);

/** What the surroundings add: each axis of the Umfeld against a handful of outcomes. */
function* umfelder(): Generator<Umfeld> {
  for (const vorlagenart of ['UV', 'BV'] as const)
    for (const rolle of ['Vorberatung', 'Entscheidung'] as const)
      for (const oeffentlich of [true, false])
        for (const spaeterOeffentlich of [true, false])
          for (const letzteBeratung of [true, false])
            for (const berichtigung of [true, false])
              for (const [vorherigeOffen, reihenfolgeZwingend] of [
                [false, false],
                [true, false],
                [true, true],
              ] as const)
                for (const sitzungsbeginn of [null, '2026-04-22T15:00:00Z', '2026-04-22T18:00:00Z'])
                  for (const anwesenheit of [
                    {},
                    { gesetzlicheZahl: 5, stimmberechtigte: 4 },
                    { gesetzlicheZahl: 9, stimmberechtigte: 2, ausgeschlossene: 3, ausschlussVerletzt: true },
                    {
                      gesetzlicheZahl: 4,
                      stimmberechtigte: 3,
                      mehrheitserfordernis: { anteil: 'zweiDrittel', grundlage: 'gesetzlicheZahl' } as const,
                    },
                  ])
                    yield umfeld({
                      vorlagenart,
                      rolle,
                      oeffentlich,
                      spaeterOeffentlich,
                      letzteBeratung,
                      berichtigung,
                      vorherigeOffen,
                      sitzungsbeginn,
                      einstellungen: { warneOhneZaehlung: false, reihenfolgeZwingend },
                      ...anwesenheit,
                    });
}

const handvoll: readonly Ergebnis[] = [
  ergebnis({ kenntnis: true }),
  ergebnis({ abstimmungen: [abstimmung({ ja: 2, nein: 0, enthaltungen: 0 })] }),
  ergebnis({ abstimmungen: [abstimmung({ mehrheit: 'mehrheitlich', ja: 1, nein: 2 })] }),
  ergebnis({ abstimmungen: [abstimmung({ mehrheit: 'mehrheitlich', ja: 3, nein: 2, enthaltungen: 1 })] }),
  ergebnis({ abstimmungen: [abstimmung({ richtung: 'abgelehnt', mehrheit: null, ja: 1, nein: 0 })] }),
  ...verbleibe.slice(1).map((verbleib) => ergebnis({ verbleib, folge: folgen[1] ?? null })),
];

/** Which verdict each row has given: one bit of `gesehen[zeile]` per kind. */
const arten = ['widerspruch', 'warnung', 'aufgabe', 'zulaessig'] as const;
const gesehen = new Uint8Array(32);
const folgenGesehen = new Set<string>();

function merke(e: Ergebnis, u: Umfeld, p: Pruefung): void {
  for (const b of p.widersprueche) setze(b.zeile, 1);
  for (const b of p.warnungen) setze(b.zeile, 2);
  for (const a of p.aufgaben) setze(a.zeile, 4);
  if (p.folge === null) return;
  folgenGesehen.add(p.folge.art);
  for (const erlaeuterung of erlaeutere(e, u, rheinlandPfalz)) setze(erlaeuterung.zeile, 8);
}

function setze(zeile: number, bit: number): void {
  gesehen[zeile] = (gesehen[zeile] ?? 0) | bit;
}

const inSache = (a: Abstimmung) => a.gegenstand !== 'Verfahren';

/** What must hold, in words of the table and not of the rules. Returns the first offence, or null. */
function verstoss(e: Ergebnis, u: Umfeld, p: Pruefung): string | null {
  const frei = p.widersprueche.length === 0;
  if (frei !== (p.folge !== null)) return 'folge steht genau dann fest, wenn nichts widerspricht';
  for (const b of p.widersprueche)
    if (b.bestaetigbar || b.satz === '') return 'ein Widerspruch ist nie bestätigbar';
  for (const b of p.warnungen)
    if (!b.bestaetigbar || b.satz === '') return 'eine Warnung ist immer bestätigbar';
  if (!frei) return null;
  for (const a of e.abstimmungen) {
    const gegen = a.richtung === 'angenommen' ? a.nein : a.ja;
    if (a.mehrheit === 'einstimmig' && gegen !== null && gegen > 0) return 'einstimmig mit Gegenstimmen';
    if (a.mehrheit === 'mehrheitlich' && gegen === 0) return 'mehrheitlich ohne Gegenstimmen';
    const gleich = a.ja !== null && a.ja === a.nein;
    if (gleich && (a.richtung === 'angenommen' || a.mehrheit !== null)) return 'Gleichstand nicht abgelehnt';
    if (a.ja === 0 && a.nein === 0 && a.enthaltungen === 0) return 'Abstimmung ohne eine Stimme';
    if (a.richtung === 'angenommen' && a.ja !== null && a.nein !== null && a.nein >= a.ja) {
      return 'angenommen gegen die Zahlen';
    }
  }
  if (e.abstimmungen.filter((a) => a.massgeblich).length > 1) return 'zwei maßgebliche Abstimmungen';
  if (u.vorlagenart === 'UV' && e.abstimmungen.some(inSache) && e.wortlaut === null) {
    return 'Unterrichtung mit Beschluss ohne Wortlaut';
  }
  const verschoben = ['vertagt', 'abgesetzt', 'nichtBehandelt', 'verwiesen'].includes(e.verbleib);
  if (verschoben && e.folge === null) return 'die Vorlage geht verloren';
  if (e.verbleib === 'abgesetzt' && (e.kenntnis || e.geaendert || e.abstimmungen.some(inSache))) {
    return 'abgesetzt und doch behandelt';
  }
  const { sicht, vermerk } = zuFormular(e);
  const gruende = unstimmigkeiten(sicht);
  if (gruende.length > 0) return `Formular unstimmig: ${gruende.join(' ')}`;
  const { ergebnis: zurueck } = vonFormular(sicht);
  if (JSON.stringify(zuFormular(zurueck).sicht) !== JSON.stringify(sicht))
    return 'Formular liest sich anders zurück';
  if (zurueck === null && vermerk === null) return 'nichts zu drucken';
  if (zurueck !== null && (zurueck.verbleib !== e.verbleib || zurueck.kenntnis !== e.kenntnis)) {
    return 'Verbleib oder Kenntnis geht im Formular verloren';
  }
  return null;
}

/** Checks one combination; throws on the first offence and says which combination it was. */
function pruefe(e: Ergebnis, u: Umfeld): Pruefung {
  const p = pruefeErgebnis(e, u, rheinlandPfalz);
  merke(e, u, p);
  const gefunden = verstoss(e, u, p);
  if (gefunden !== null)
    throw new Error(`${gefunden}: ${JSON.stringify({ e, art: u.vorlagenart, rolle: u.rolle, p })}`);
  return p;
}

/** The table: what each row can say. A row that no combination reaches fails the test. */
const tabelle: Record<number, readonly (typeof arten)[number][]> = {
  0: ['widerspruch', 'warnung'],
  1: ['widerspruch'],
  2: ['zulaessig'],
  3: ['widerspruch'],
  4: ['warnung', 'zulaessig'],
  5: ['widerspruch', 'warnung', 'zulaessig'],
  6: ['widerspruch', 'warnung', 'zulaessig'],
  7: ['widerspruch', 'zulaessig'],
  8: ['widerspruch'],
  9: ['widerspruch', 'warnung'],
  10: ['widerspruch'],
  11: ['zulaessig'],
  12: ['zulaessig'],
  13: ['warnung'],
  14: ['widerspruch', 'warnung'],
  15: ['warnung'],
  16: ['widerspruch', 'warnung'],
  17: ['widerspruch', 'warnung', 'aufgabe'],
  18: ['widerspruch'],
  19: ['widerspruch', 'zulaessig'],
  20: ['widerspruch', 'warnung'],
  21: ['widerspruch', 'warnung'],
  22: ['warnung'],
  23: ['widerspruch', 'warnung'],
  24: ['warnung', 'aufgabe'],
  25: ['warnung', 'aufgabe'],
  26: ['warnung'],
  27: ['aufgabe'],
  28: ['widerspruch', 'warnung'],
  29: ['widerspruch'],
  30: ['warnung'],
  31: ['warnung'],
};

describe('Ausgang einer Beratung, alle Kombinationen', () => {
  test('kein Ausgang bleibt unwidersprochen, den es nicht geben oder den das Formular nicht zeigen kann', () => {
    const listen = [...abstimmungslisten()];
    let anzahl = 0;
    for (const verbleib of verbleibe)
      for (const kenntnis of [false, true])
        for (const geaendert of [false, true])
          for (const folge of folgen)
            for (const abstimmungen of listen) {
              const e = ergebnis({ verbleib, kenntnis, geaendert, folge, abstimmungen });
              for (const u of vorlagenumfelder) {
                pruefe(e, u);
                anzahl += 1;
              }
            }
    expect(anzahl).toBe(1_521_920);
  });

  test('mit Wortlaut, Vermerk und Termin offen', () => {
    let anzahl = 0;
    for (const verbleib of verbleibe)
      for (const kenntnis of [false, true])
        for (const geaendert of [false, true])
          for (const wortlaut of [null, 'Die Verwaltung berichtet erneut.'])
            for (const vermerk of [null, 'Aussprache.'])
              for (const folge of [
                { gremium: null, sitzung: null, terminOffen: true },
                { gremium: 'hauptausschuss', sitzung: null, terminOffen: false },
                { gremium: 'hauptausschuss', sitzung: 'sitzung-2', terminOffen: true },
              ])
                for (const abstimmungen of [[], ...vertreter.map((a) => [a])])
                  for (const u of vorlagenumfelder) {
                    pruefe(
                      ergebnis({ verbleib, kenntnis, geaendert, wortlaut, vermerk, folge, abstimmungen }),
                      u,
                    );
                    anzahl += 1;
                  }
    expect(anzahl).toBe(99_840);
  });

  test('in jedem Umfeld', () => {
    let anzahl = 0;
    for (const u of umfelder())
      for (const e of handvoll) {
        pruefe(e, u);
        anzahl += 1;
      }
    expect(anzahl).toBe(27_648);
  });

  test('jede der 31 Zeilen (und Zeile 0) kommt vor, mit jedem Urteil, das die Tabelle nennt, und keinem anderen', () => {
    const gefunden = Object.fromEntries(
      [...gesehen].map((bits, zeile) => [zeile, arten.filter((_, i) => bits & (1 << i))]),
    );
    expect(gefunden).toEqual(tabelle);
    expect([...folgenGesehen].sort()).toEqual([
      'ende',
      'naechsteBeratung',
      'pool',
      'verwiesen',
      'zurueckgezogen',
    ]);
  });
});
