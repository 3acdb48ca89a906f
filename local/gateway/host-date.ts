import type { SettableClock } from '../clock/clock.ts';
import { parseAmzDate } from '../sigv4/signing.ts';
import type { Handler } from './listen.ts';

/** By so much a signature may be off: also one that was made before a small move and arrives after it. */
const nearMs = 15 * 60_000;

/**
 * SDK clients learn from the `Date` of an answer how far their clock is off, and sign by it from then on. A
 * function goes by the host's clock: while that stands still, its answers must tell the same time, or the
 * next move makes its signatures wrong twice over. A client that signs by real time is told real time.
 */
export function tellHostDate(clock: Pick<SettableClock, 'now' | 'frozen'>, handler: Handler): Handler {
  return (req, res) => {
    const signed = parseAmzDate(String(req.headers['x-amz-date'] ?? ''));
    if (clock.frozen && signed !== undefined && Math.abs(signed - clock.now()) <= nearMs)
      res.setHeader('date', new Date(clock.now()).toUTCString());
    return handler(req, res);
  };
}
