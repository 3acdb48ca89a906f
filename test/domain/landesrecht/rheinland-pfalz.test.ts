import { describe, expect, test } from 'vitest';
import { rheinlandPfalz } from '../../../domain/landesrecht/rheinland-pfalz.ts';

describe('§ 39 GemO: Beschlussfähigkeit', () => {
  test.each([
    // legal number, taking part, present before exclusion, second call
    ['mehr als die Hälfte', 20, 11, 11, false, 'ja'],
    ['genau die Hälfte genügt nicht', 20, 10, 10, false, 'nein'],
    ['ungerade Zahl', 21, 11, 11, false, 'ja'],
    ['Abs. 1 S. 2: zweite Einladung, drei', 20, 3, 3, true, 'ja'],
    ['Abs. 1 S. 2: zweite Einladung, zwei', 20, 2, 2, true, 'nein'],
    ['Abs. 1 S. 3: unter sechs Mitgliedern, drei', 5, 3, 3, false, 'ja'],
    ['Abs. 1 S. 3: unter sechs Mitgliedern, zwei', 4, 2, 2, false, 'nein'],
    ['Abs. 1 S. 3 gilt bei sechs Mitgliedern nicht', 6, 3, 3, false, 'nein'],
    ['Abs. 2: ein Drittel trotz Ausschließung', 21, 7, 11, false, 'ja'],
    ['Abs. 2: weniger als ein Drittel', 21, 6, 11, false, 'buergermeister'],
    ['Abs. 2: Ausschließung nicht ursächlich', 21, 8, 10, false, 'nein'],
    ['nicht festgehalten', null, 8, 10, false, 'unbekannt'],
    ['Anwesenheit nicht festgehalten', 20, null, null, false, 'unbekannt'],
  ] as const)('%s', (_, gesetzlicheZahl, mitwirkende, vorAusschluss, zweiteEinladung, erwartet) => {
    const anwesenheit = { gesetzlicheZahl, mitwirkende, vorAusschluss, zweiteEinladung };
    expect(rheinlandPfalz.beschlussfaehigkeit(anwesenheit)).toBe(erwartet);
  });
});

describe('§ 40 GemO: Mehrheit', () => {
  const bezug = { anwesende: 20, gesetzlicheZahl: 30 };
  test.each([
    ['einfach', 8, 7, null, true],
    ['Stimmengleichheit lehnt ab', 7, 7, null, false],
    ['nur Enthaltungen', 0, 0, null, false],
    ['nur Enthaltungen, zwei Drittel', 0, 0, { anteil: 'zweiDrittel', grundlage: 'stimmen' }, false],
    ['Nein nicht gezählt', 8, null, null, null],
    ['Ja nicht gezählt', null, 3, null, null],
    ['zwei Drittel der Stimmen', 10, 5, { anteil: 'zweiDrittel', grundlage: 'stimmen' }, true],
    ['zwei Drittel der Stimmen verfehlt', 9, 5, { anteil: 'zweiDrittel', grundlage: 'stimmen' }, false],
    ['zwei Drittel der Anwesenden', 14, 6, { anteil: 'zweiDrittel', grundlage: 'anwesende' }, true],
    ['Mehrheit der gesetzlichen Zahl', 16, 0, { anteil: 'mehrheit', grundlage: 'gesetzlicheZahl' }, true],
    ['Hälfte der gesetzlichen Zahl', 15, 0, { anteil: 'mehrheit', grundlage: 'gesetzlicheZahl' }, false],
    ['ohne gezähltes Nein', 16, null, { anteil: 'mehrheit', grundlage: 'gesetzlicheZahl' }, true],
  ] as const)('%s', (_, ja, nein, erfordernis, erwartet) => {
    expect(rheinlandPfalz.mehrheitErreicht({ ja, nein }, erfordernis, bezug)).toBe(erwartet);
  });

  test('ohne Bezugsgröße keine Antwort', () => {
    const erfordernis = { anteil: 'zweiDrittel', grundlage: 'gesetzlicheZahl' } as const;
    const unbekannt = { anwesende: 20, gesetzlicheZahl: null };
    expect(rheinlandPfalz.mehrheitErreicht({ ja: 20, nein: 0 }, erfordernis, unbekannt)).toBeNull();
  });
});

test('jeder genannte Paragraf gehört zu einer Zeile der Tabelle und nennt sein Gesetz', () => {
  for (const [zeile, paragraf] of Object.entries(rheinlandPfalz.paragrafZurZeile)) {
    expect(Number(zeile)).toBeGreaterThanOrEqual(1);
    expect(Number(zeile)).toBeLessThanOrEqual(31);
    expect(paragraf).toMatch(/^§ \d+.* (GemO|MGeschO|GemO\))/);
  }
});
