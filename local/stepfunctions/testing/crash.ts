import type { Store } from '../../store/store.ts';

/** Stands for the end of the process. */
export class Crash extends Error {}

/** What happens to the n-th transaction of a store. `forgotten` is no crash, but a store that lies. */
export type Fate = 'lost' | 'committed' | 'forgotten';

export interface DyingStore {
  store: Store;
  /** How many transactions were begun. */
  count(): number;
  /** Whether the n-th transaction was reached. */
  reached(): boolean;
}

/**
 * A store whose process dies with its n-th transaction (counted from 1): just before the commit, which is then
 * lost, or just after it. Whatever comes later dies, too.
 */
export function dyingStore(store: Store, nth: number, fate: Fate): DyingStore {
  let count = 0;
  let dead = false;
  const alive = (): Store => {
    if (dead) throw new Crash();
    return store;
  };
  const last = <T>(fn: () => T): T => {
    if (fate === 'forgotten') return forget(store, fn);
    try {
      if (fate === 'committed') store.transaction(fn);
    } finally {
      dead = true;
    }
    throw new Crash();
  };
  return {
    count: () => count,
    reached: () => count >= nth,
    store: {
      run: (sql, params) => alive().run(sql, params),
      all: (sql, params) => alive().all(sql, params),
      get: (sql, params) => alive().get(sql, params),
      transaction(fn) {
        alive();
        count += 1;
        return count === nth ? last(fn) : store.transaction(fn);
      },
      setDurable: (durable) => alive().setDurable(durable),
      close() {},
    },
  };
}

/** Runs a transaction, takes it back, and says that all is well. */
function forget<T>(store: Store, fn: () => T): T {
  let result: { value: T } | undefined;
  try {
    store.transaction(() => {
      result = { value: fn() };
      throw new Crash();
    });
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  if (!result) throw new Error('the transaction did not run');
  return result.value;
}
