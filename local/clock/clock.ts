import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HostClock } from '../types.ts';

/** Longest delay that setTimeout takes without firing at once: 2^31 - 1 ms, about 24.8 days. */
const longestDelay = 2_147_483_647;

/** Real time, or a time that stands still until it is set. Instants are ms since 1970-01-01T00:00:00Z. */
export type ClockMode = 'real' | { frozenAt: number };

/** The host's clock with the means to move it; all of them throw when it runs with real time. */
export interface SettableClock extends HostClock {
  /** Whether time stands still; false for good after `release`. */
  readonly frozen: boolean;
  /** Moves to `instant`; timers that are then due fire in the order of their instants. */
  set(instant: number): void;
  /** Moves on by `milliseconds`. */
  advance(milliseconds: number): void;
  /** Goes on with real time from now on, forgets the kept time, and waits for every timer anew. */
  release(): void;
  /** Calls `listener` after each move and after `release`, before the timers fire; returns its removal. */
  onMove(listener: (now: number) => void): () => void;
  /** Drops every timer. */
  stop(): void;
}

interface Timer {
  instant: number;
  run: () => void;
  handle?: NodeJS.Timeout;
}

function readFrozen(file: string | undefined): number | undefined {
  if (file === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes the clock. A frozen clock remembers its time in `file`: after a restart it stands where it stood, and
 * `frozenAt` counts only for the first start.
 */
export function createClock(mode: ClockMode, file?: string): SettableClock {
  const timers = new Set<Timer>();
  const listeners = new Set<(now: number) => void>();
  let frozenNow = mode === 'real' ? undefined : (readFrozen(file) ?? mode.frozenAt);

  const now = () => frozenNow ?? Date.now();
  const fire = (timer: Timer) => {
    if (!timers.delete(timer)) return;
    clearTimeout(timer.handle);
    timer.run();
  };
  const arm = (timer: Timer) => {
    const wait = timer.instant - now();
    if (wait <= 0) timer.handle = setTimeout(() => fire(timer), 0);
    else if (frozenNow === undefined)
      timer.handle = setTimeout(() => arm(timer), Math.min(Math.ceil(wait), longestDelay));
  };
  const persist = (instant: number) => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.neu`, JSON.stringify(instant));
    renameSync(`${file}.neu`, file);
  };
  const set = (instant: number) => {
    if (frozenNow === undefined) throw new Error('The clock runs with real time and cannot be set.');
    if (!Number.isFinite(instant)) throw new Error(`Not an instant: ${instant}`);
    persist(instant);
    frozenNow = instant;
    for (const listener of listeners) listener(instant);
    const due = [...timers].filter((timer) => timer.instant <= instant && timer.handle === undefined);
    for (const timer of due.sort((a, b) => a.instant - b.instant)) fire(timer);
  };

  const release = () => {
    if (frozenNow === undefined) throw new Error('The clock runs with real time already.');
    if (file !== undefined) rmSync(file, { force: true });
    frozenNow = undefined;
    for (const listener of listeners) listener(now());
    // While time stood still no handle was taken for what lies ahead.
    for (const timer of timers) if (timer.handle === undefined) arm(timer);
  };

  return {
    get frozen() {
      return frozenNow !== undefined;
    },
    now,
    at(instant, run) {
      const timer: Timer = { instant, run };
      timers.add(timer);
      arm(timer);
      return () => {
        timers.delete(timer);
        clearTimeout(timer.handle);
      };
    },
    set,
    advance: (milliseconds) => set(now() + milliseconds),
    release,
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer.handle);
      timers.clear();
    },
  };
}
