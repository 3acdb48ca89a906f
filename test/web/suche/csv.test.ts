import { describe, expect, it } from 'vitest';
import { csv } from '../../../web/ansichten/suche/csv.ts';

describe('CSV', () => {
  it.each([
    ['plain', 'Wohngeld', 'Wohngeld'],
    ['semicolon', 'a;b', '"a;b"'],
    ['quotes', 'das „Haus" am See', '"das „Haus"" am See"'],
    ['line break', 'a\nb', '"a\nb"'],
    ['formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['plus', '+49', "'+49"],
    ['minus', '-1', "'-1"],
    ['at', '@SUM', "'@SUM"],
  ])('writes %s safely', (_, wert, erwartet) => {
    expect(csv([[wert]])).toBe(`\uFEFF${erwartet}\r\n`);
  });

  it('separates cells by semicolons and rows by CRLF', () => {
    expect(csv([['a', 'b'], ['c']])).toBe('\uFEFFa;b\r\nc\r\n');
  });
});
