import type { Retrier } from '../asl/definition.ts';
import type { Failure } from './failure.ts';
import { matches } from './match.ts';

/** The retrier that takes this failure, and the delay in milliseconds before the next attempt. */
export interface Retrying {
  retrier: number;
  delay: number;
}

/**
 * The first retrier that names the failure decides alone: when its attempts are used up, no later one is
 * asked. `used` counts the retries that each retrier already gave during this visit of the state.
 */
export function nextRetry(
  retriers: readonly Retrier[],
  used: readonly number[],
  failure: Failure,
  random: () => number,
): Retrying | undefined {
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, failure));
  const retrier = retriers[index];
  if (!retrier) return undefined;
  const before = used[index] ?? 0;
  if (before >= (retrier.MaxAttempts ?? 3)) return undefined;
  const full = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** before;
  const capped = Math.min(full, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const seconds = retrier.JitterStrategy === 'FULL' ? random() * capped : capped;
  return { retrier: index, delay: Math.round(seconds * 1000) };
}
