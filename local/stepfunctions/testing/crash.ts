import type { Store } from '../../store/store.ts';

/** Stands for the end of the process. */
export class Crash extends Error {}

/**
 * A store whose process dies around its n-th transaction (counted from 1): before the commit, which is then
 * lost, or right after it. Whatever comes later dies, too.
 */
export function dyingStore(store: Store, transaction: number, moment: 'before' | 'after'): Store {
  let count = 0;
  let dead = false;
  const alive = () => {
    if (dead) throw new Crash();
  };
  return {
    run(sql, params) {
      alive();
      return store.run(sql, params);
    },
    all(sql, params) {
      alive();
      return store.all(sql, params);
    },
    get(sql, params) {
      alive();
      return store.get(sql, params);
    },
    transaction(fn) {
      alive();
      count += 1;
      if (count < transaction) return store.transaction(fn);
      dead = true;
      if (moment === 'after') {
        dead = false;
        store.transaction(fn);
        dead = true;
      }
      throw new Crash();
    },
    close() {},
  };
}
