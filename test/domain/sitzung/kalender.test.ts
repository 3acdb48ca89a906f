import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { schreibeKalender } from '../../../domain/sitzung/kalender.ts';

const jetzt = '2026-03-24T08:00:00.000Z';
const eintrag = { sitzung: 's-1', beginn: '2026-04-22T15:00:00.000Z', ort: 'Rathaus' };
const kalender = (gremium: string, ort = 'Rathaus') =>
  schreibeKalender('musterstadt', gremium, [{ ...eintrag, ort }], jetzt);
/** RFC 5545, 3.1: unfolding removes a line break and the space after it. */
const entfaltet = (ics: string) => ics.replaceAll('\r\n ', '').split('\r\n');
const oktette = (zeile: string) => Buffer.byteLength(zeile, 'utf8');

describe('der Kalender eines Gremiums nach RFC 5545', () => {
  it('nennt Zeit, Ort und Gremium, in UTC, und sonst nichts', () => {
    expect(kalender('Sozialausschuss')).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Gremienweg//Sitzungskalender//DE',
        'BEGIN:VEVENT',
        'UID:s-1@musterstadt',
        'DTSTAMP:20260324T080000Z',
        'DTSTART:20260422T150000Z',
        'SUMMARY:Sozialausschuss',
        'LOCATION:Rathaus',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  test.each([
    ['Komma und Strichpunkt', 'Rat, Saal; links', 'LOCATION:Rat\\, Saal\\; links'],
    ['umgekehrter Schrägstrich', 'A\\B', 'LOCATION:A\\\\B'],
    ['Zeilenumbruch', 'Rathaus\r\nBEGIN:VEVENT\nSaal', 'LOCATION:Rathaus\\nBEGIN:VEVENT\\nSaal'],
  ])('schützt %s', (_, ort, zeile) => {
    expect(entfaltet(kalender('Rat', ort))).toContain(zeile);
  });

  it('ein Beginn ohne Bruchteile von Sekunden ist derselbe', () => {
    const ics = schreibeKalender('m', 'Rat', [{ ...eintrag, beginn: '2026-04-22T15:00:00Z' }], jetzt);
    expect(ics).toContain('DTSTART:20260422T150000Z\r\n');
  });

  it('ohne Sitzung ist er leer, aber gültig', () => {
    expect(entfaltet(schreibeKalender('m', 'Rat', [], jetzt))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Gremienweg//Sitzungskalender//DE',
      'END:VCALENDAR',
      '',
    ]);
  });

  it.each(['x'.repeat(300), 'ö'.repeat(200), 'ş€😀'.repeat(60), `${'a'.repeat(66)}ö`])(
    'faltet %s: keine Zeile über 75 Oktette, nichts geht verloren',
    (ort) => {
      const ics = kalender('Rat', ort);
      expect(Math.max(...ics.split('\r\n').map(oktette))).toBeLessThanOrEqual(75);
      expect(entfaltet(ics)).toContain(`LOCATION:${ort}`);
    },
  );

  it('faltet jeden Text so, dass er sich zurücklesen lässt', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (ort) => {
        const ics = kalender('Rat', ort.replaceAll(/[\\;,\r\n]/g, ''));
        expect(Math.max(...ics.split('\r\n').map(oktette))).toBeLessThanOrEqual(75);
        expect(entfaltet(ics)).toContain(`LOCATION:${ort.replaceAll(/[\\;,\r\n]/g, '')}`);
      }),
    );
  });
});
