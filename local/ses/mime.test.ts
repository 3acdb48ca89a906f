import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage, writeMessage } from './mime.ts';

const subject = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map((text) => text.replace(/[\r\n\t]|\s+/g, ' ').trim());
const body = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll('\r', ''));

describe('a message', () => {
  it('is always read as it was written, whatever its letters', () => {
    fc.assert(
      fc.property(subject, body, body, (betreff, text, html) => {
        const raw = writeMessage({ headers: [['Subject', betreff]], text, html }, 'grenze');
        const read = readMessage(raw);
        expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(read.text.replaceAll('\r\n', '\n')).toBe(text);
        expect(read.html.replaceAll('\r\n', '\n')).toBe(html);
        expect(read.headers.find(([name]) => name === 'Subject')?.[1]).toBe(betreff);
      }),
      { numRuns: 200 },
    );
  });

  it('does not nest without end', () => {
    const nested = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(1000);
    expect(readMessage(nested)).toMatchObject({ text: '', html: '' });
  });
});
