import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClock } from './clock.ts';

const day = 86_400_000;

describe('a frozen clock', () => {
  it('fires due timers in the order of their instants, and no other', () => {
    const clock = createClock({ frozenAt: 1000 });
    const fired: string[] = [];
    clock.at(1300, () => fired.push('1300'));
    clock.at(1100, () => fired.push('1100'));
    clock.at(1301, () => fired.push('1301'));
    clock.set(1300);
    expect(fired).toEqual(['1100', '1300']);
    clock.advance(1);
    expect(fired).toEqual(['1100', '1300', '1301']);
  });

  it('does not fire a cancelled timer', () => {
    const clock = createClock({ frozenAt: 0 });
    const run = vi.fn();
    clock.at(10, run)();
    clock.set(20);
    expect(run).not.toHaveBeenCalled();
  });

  it('fires a timer of the past at once, without a move', async () => {
    const clock = createClock({ frozenAt: 1000 });
    await new Promise<void>((resolve) => clock.at(999, resolve));
  });

  it('stands after a restart where it stood', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'uhr-')), 'uhr.json');
    createClock({ frozenAt: 5 }, file).set(77);
    expect(createClock({ frozenAt: 5 }, file).now()).toBe(77);
  });
});

describe('a clock that is released', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on with real time and fires what was waited for when its instant comes', () => {
    vi.useFakeTimers({ now: 5 * day });
    const clock = createClock({ frozenAt: day });
    const run = vi.fn();
    clock.at(6 * day, run);
    const moves: [number, boolean][] = [];
    clock.onMove((now) => moves.push([now, clock.frozen]));
    clock.release();
    expect(moves).toEqual([[5 * day, false]]);
    expect(clock.now()).toBe(5 * day);
    vi.advanceTimersByTime(day - 1);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(run).toHaveBeenCalledOnce();
  });

  it('fires at once what became due meanwhile, and not what was cancelled', () => {
    vi.useFakeTimers({ now: 5 * day });
    const clock = createClock({ frozenAt: day });
    const run = vi.fn();
    const cancelled = vi.fn();
    clock.at(2 * day, run);
    clock.at(2 * day, cancelled)();
    clock.release();
    vi.advanceTimersByTime(0);
    expect(run).toHaveBeenCalledOnce();
    expect(cancelled).not.toHaveBeenCalled();
  });

  it('cannot be set again, and forgets where it stood', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'uhr-')), 'uhr.json');
    const clock = createClock({ frozenAt: 5 }, file);
    clock.set(77);
    clock.release();
    expect(() => clock.set(78)).toThrow('cannot be set');
    expect(() => clock.release()).toThrow('real time already');
    expect(createClock({ frozenAt: 5 }, file).now()).toBe(5);
  });
});

describe('a real clock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('refuses to be set', () => {
    expect(() => createClock('real').set(1)).toThrow('cannot be set');
  });

  it('waits also for instants beyond the longest delay of setTimeout', () => {
    vi.useFakeTimers({ now: 0 });
    const clock = createClock('real');
    const run = vi.fn();
    clock.at(60 * day, run);
    vi.advanceTimersByTime(60 * day - 1);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(run).toHaveBeenCalledOnce();
  });
});
