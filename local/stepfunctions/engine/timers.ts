import type { Store } from '../../store/store.ts';
import type { HostClock } from '../../types.ts';

/**
 * One timer of the host's clock for the nearest deadline in the store, however many executions wait: waiting
 * costs neither CPU nor memory.
 */
export class Timers {
  readonly #store: Store;
  readonly #clock: HostClock;
  readonly #wake: (execution: number) => void;
  /** Deadlines up to this instant have been handed to their executions. */
  #firedUpTo = Number.NEGATIVE_INFINITY;
  #armedFor = Number.POSITIVE_INFINITY;
  #cancel: () => void = () => {};
  #stopped = false;

  constructor({ store, clock }: { store: Store; clock: HostClock }, wake: (execution: number) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#wake = wake;
  }

  /** Wakes every execution with an overdue deadline, and sets the timer for the next. */
  fire(): void {
    if (this.#stopped) return;
    const now = this.#clock.now();
    this.#firedUpTo = now;
    this.#armedFor = Number.POSITIVE_INFINITY;
    const overdue = this.#store.all<{ execution: number }>(
      `SELECT execution FROM sfn_frame WHERE due <= :now
        UNION SELECT id FROM sfn_execution WHERE due <= :now`,
      { ':now': now },
    );
    for (const { execution } of overdue) this.#wake(execution);
    this.arm();
  }

  /**
   * Sets the timer for the nearest deadline that has not fired. Deadlines that a transition sets to an instant
   * already passed are that execution's own next work, and need no timer.
   */
  arm(): void {
    if (this.#stopped) return;
    // The host's clock can be set back.
    this.#firedUpTo = Math.min(this.#firedUpTo, this.#clock.now());
    const next = this.#nearest();
    if (next === this.#armedFor) return;
    this.#cancel();
    this.#cancel = () => {};
    this.#armedFor = next;
    if (next !== Number.POSITIVE_INFINITY) this.#cancel = this.#clock.at(next, () => this.fire());
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  #nearest(): number {
    const after = [this.#firedUpTo === Number.NEGATIVE_INFINITY ? -1 : this.#firedUpTo];
    const frame = this.#store.get<{ due: number | null }>(
      'SELECT min(due) AS due FROM sfn_frame WHERE due > ?',
      after,
    );
    const execution = this.#store.get<{ due: number | null }>(
      'SELECT min(due) AS due FROM sfn_execution WHERE due > ?',
      after,
    );
    return Math.min(frame?.due ?? Number.POSITIVE_INFINITY, execution?.due ?? Number.POSITIVE_INFINITY);
  }
}
