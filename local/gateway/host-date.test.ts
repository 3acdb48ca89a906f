import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock/clock.ts';
import { tellHostDate } from './host-date.ts';

const then = Date.parse('2031-02-03T04:05:06Z');
const thenText = 'Mon, 03 Feb 2031 04:05:06 GMT';

/** What the answer to a request signed at this time says of the date; undefined: what Node puts there. */
function dateFor(clock: ReturnType<typeof createClock>, amzDate: string | undefined): unknown {
  const headers = new Map<string, unknown>();
  const response = { setHeader: (name: string, value: unknown) => headers.set(name, value) };
  const request = { headers: amzDate === undefined ? {} : { 'x-amz-date': amzDate } };
  tellHostDate(clock, () => {})(request as IncomingMessage, response as unknown as ServerResponse);
  return headers.get('date');
}

describe('the date of an answer', () => {
  it.each([
    ['20310203T040506Z', thenText],
    ['20310203T035306Z', thenText],
    ['20310203T034906Z', undefined],
    ['20261123T040506Z', undefined],
    [undefined, undefined],
  ])('is that of a standing clock for who signed by it (%s)', (amzDate, expected) => {
    expect(dateFor(createClock({ frozenAt: then }), amzDate)).toBe(expected);
  });

  it('is real time once the clock runs', () => {
    const clock = createClock({ frozenAt: then });
    clock.release();
    expect(dateFor(clock, '20310203T040506Z')).toBeUndefined();
  });
});
