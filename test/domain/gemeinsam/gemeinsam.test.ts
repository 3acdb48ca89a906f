import { describe, expect, it, test } from 'vitest';
import { lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { deutschesDatum, tagSchema, zeitpunktSchema } from '../../../domain/gemeinsam/datum.ts';
import { freitext, freitextSchema, lesbar } from '../../../domain/gemeinsam/freitext.ts';
import { kennungSchema } from '../../../domain/gemeinsam/kennung.ts';

describe('Kennung: sicher in Schlüsseln, Dateinamen und Ausführungsnamen', () => {
  test.each(['a', '50', 'sozialausschuss', 'v-1', `a${'b'.repeat(62)}`])('%s', (k) =>
    expect(kennungSchema.safeParse(k).success).toBe(true),
  );
  test.each(['', '-a', 'A', 'ä', 'a b', 'a/b', 'a#b', 'a.b', '../a', 'a\n', `a${'b'.repeat(63)}`])(
    'nicht %j',
    (k) => expect(kennungSchema.safeParse(k).success).toBe(false),
  );
});

describe('Tag und Zeitpunkt', () => {
  test.each([
    ['2026-04-22', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['22.04.2026', false],
    ['2026-04-22T00:00:00Z', false],
  ])('Tag %s: %s', (tag, gilt) => expect(tagSchema.safeParse(tag).success).toBe(gilt));
  test.each([
    ['2026-04-22T15:00:00.000Z', true],
    ['2026-04-22T15:00:00', false],
    ['2026-04-22T17:00:00+02:00', false],
    ['2026-04-22', false],
  ])('Zeitpunkt %s: %s', (zeit, gilt) => expect(zeitpunktSchema.safeParse(zeit).success).toBe(gilt));
  it('deutsch geschrieben', () => expect(deutschesDatum('2026-03-24')).toBe('24.03.2026'));
});

describe('Freitext', () => {
  it('liest sich wie geschrieben, gelöscht als gelöscht', () => {
    expect(lesbar(freitext('Grund'))).toBe('Grund');
    expect(lesbar(freitext(''))).toBe('');
    expect(lesbar({ freitext: null })).toBe('[gelöscht]');
  });
  it('trägt nichts neben sich', () => {
    expect(freitextSchema.safeParse({ freitext: 'x', mehr: 1 }).success).toBe(false);
  });
});

it('eine Ablehnung ist ein Wert mit Code und Satz', () => {
  expect(lehneAb('CODE', 'Satz.', { paragraf: '§ 41 GemO' })).toEqual({
    ok: false,
    code: 'CODE',
    satz: 'Satz.',
    paragraf: '§ 41 GemO',
  });
});
