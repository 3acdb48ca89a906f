/**
 * The host's time inside a worker, through eight shared bytes: an instant while the host clock stands still,
 * or `followsRealTime`. `Date` follows it; timers, `performance` and `Intl` without an argument stay real.
 */
const followsRealTime = -(2n ** 63n);

/** Host side: the bytes for the workers and the way to write them. */
export function createSharedTime(): {
  buffer: SharedArrayBuffer;
  freeze(instant: number): void;
  /** Back to real time. */
  release(): void;
} {
  const buffer = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(buffer);
  Atomics.store(cell, 0, followsRealTime);
  return {
    buffer,
    freeze: (instant) => void Atomics.store(cell, 0, BigInt(Math.trunc(instant))),
    release: () => void Atomics.store(cell, 0, followsRealTime),
  };
}

/** Worker side: puts the host's time behind `Date`. Returns the function that reads it. */
export function installHostTime(buffer: SharedArrayBuffer): () => number {
  const cell = new BigInt64Array(buffer);
  const RealDate = Date;
  const now = () => {
    const instant = Atomics.load(cell, 0);
    return instant === followsRealTime ? RealDate.now() : Number(instant);
  };
  const HostDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: (target) => new target(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = HostDate;
  globalThis.Date = HostDate;
  return now;
}
