import { createHash, randomUUID } from 'node:crypto';
import type { Json } from '../asl/definition.ts';
import { compile } from './expression.ts';

/** Functions of JSONata that Step Functions refuses. */
export const refusedFunctions: readonly string[] = ['eval'];

const algorithms = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

/** The longest list that $range makes, as States.ArrayRange. */
const longestRange = 1000;

function partition(list: unknown, size: unknown): Json[][] | undefined {
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) throw new TypeError('$partition expects an array');
  if (typeof size !== 'number' || !(size >= 1)) throw new RangeError('$partition expects a positive size');
  const step = Math.floor(size);
  const parts: Json[][] = [];
  for (let start = 0; start < list.length; start += step) parts.push(list.slice(start, start + step));
  return parts;
}

function range(first: unknown, last: unknown, step: unknown): number[] {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number')
    throw new TypeError('$range expects three numbers');
  if (step === 0) throw new RangeError('$range expects a step other than 0');
  const numbers: number[] = [];
  for (let value = first; step > 0 ? value <= last : value >= last; value += step) {
    if (numbers.length === longestRange) throw new RangeError(`$range makes at most ${longestRange} numbers`);
    numbers.push(value);
  }
  return numbers;
}

function hash(text: unknown, algorithm: unknown = 'SHA-256'): string | undefined {
  if (text === undefined) return undefined;
  const name = algorithms.get(String(algorithm));
  if (typeof text !== 'string') throw new TypeError('$hash expects a string');
  if (name === undefined) throw new RangeError(`$hash knows ${[...algorithms.keys()].join(', ')}`);
  return createHash(name).update(text).digest('hex');
}

/** mulberry32: the same seed gives the same number in [0, 1), which is what $random(seed) promises. */
function seeded(seed: number): number {
  let state = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
}

function parse(text: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new TypeError('$parse expects a string');
  return JSON.parse(text);
}

/**
 * The bindings of one evaluation: Step Functions' functions, and JSONata's own clock and dice replaced by the
 * host's. `now` is in ms since 1970-01-01T00:00:00Z; $now and $millis stand still during an evaluation.
 */
export function functionBindings(now: number, random: () => number): Record<string, unknown> {
  return {
    partition,
    range,
    hash,
    parse,
    random: (seed?: unknown) => (typeof seed === 'number' ? seeded(seed) : random()),
    uuid: () => randomUUID(),
    millis: () => now,
    now: (picture?: unknown, timezone?: unknown) =>
      compile('$fromMillis($instant, $picture, $timezone)').evaluate(undefined, {
        instant: now,
        picture,
        timezone,
      }),
    eval: undefined,
  };
}
