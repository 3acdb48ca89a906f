import type { Store } from '../store/store.ts';
import { AwsError, type Caller, type HostClock, type InvokeFunction } from '../types.ts';
import type { Queues } from './queues.ts';

/** An asynchronous invocation that was accepted: it will be made, at least once, also after a kill. */
export interface Delivery {
  functionArn: string;
  payload: unknown;
  caller: Caller;
  /** Queue for what failed for good. */
  deadLetterArn: string | undefined;
  /** Further attempts after a failure inside the function. */
  maximumRetries: number;
  /** Rule or schedule, for the log. */
  origin: string;
}

/** Lambda's queue for asynchronous invocations, kept in a store. */
export interface AsyncInvoker {
  /** Durable on return. */
  enqueue(deliveries: readonly Delivery[]): void;
  start(): void;
  /** Resolves when nothing is due any more; a retry that waits for the clock does not count. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Lambda waits one minute before the first retry and two before the second. */
const retryPauses = [60_000, 120_000];
const parallel = 8;

interface Row {
  id: number;
  delivery: string;
  attempts: number;
  due: number;
}

export function createAsyncInvoker(options: {
  store: Store;
  clock: HostClock;
  invoke: InvokeFunction;
  queues: Queues;
  log: (line: string) => void;
}): AsyncInvoker {
  const { store, clock } = options;
  store.run(
    'CREATE TABLE IF NOT EXISTS zustellung (id INTEGER PRIMARY KEY, delivery TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL)',
  );
  const running = new Map<number, Promise<void>>();
  let started = false;
  let cancelTimer: (() => void) | undefined;
  let waiting: (() => void)[] = [];

  function fail(row: Row, delivery: Delivery, reason: string, final: boolean): void {
    options.log(`events: ${delivery.origin}: ${reason}`);
    const attempts = row.attempts + 1;
    if (!final && attempts <= delivery.maximumRetries) {
      const pause = retryPauses[Math.min(attempts, retryPauses.length) - 1] ?? 0;
      store.run('UPDATE zustellung SET attempts = ?, due = ? WHERE id = ?', [
        attempts,
        clock.now() + pause,
        row.id,
      ]);
      return;
    }
    if (delivery.deadLetterArn) options.queues.send(delivery.deadLetterArn, JSON.stringify(delivery.payload));
    else options.log(`events: ${delivery.origin}: given up after ${attempts} attempts`);
    store.run('DELETE FROM zustellung WHERE id = ?', [row.id]);
  }

  async function deliver(row: Row): Promise<void> {
    const delivery = JSON.parse(row.delivery) as Delivery;
    try {
      const result = await options.invoke(delivery.functionArn, delivery.payload, delivery.caller);
      // During a stop the workers are ended under the function: the delivery then stays for the next start.
      if (!started && !result.ok) return;
      if (result.ok) store.run('DELETE FROM zustellung WHERE id = ?', [row.id]);
      else fail(row, delivery, `${result.errorType}: ${result.errorMessage}`, false);
    } catch (error) {
      if (started) fail(row, delivery, String(error), error instanceof AwsError);
    }
  }

  function pump(): void {
    if (!started) return;
    const rows = store.all<Row>(
      'SELECT id, delivery, attempts, due FROM zustellung ORDER BY due, id LIMIT 200',
    );
    const now = clock.now();
    for (const row of rows) {
      if (running.size >= parallel || row.due > now) break;
      if (running.has(row.id)) continue;
      const done = deliver(row).finally(() => {
        running.delete(row.id);
        pump();
      });
      running.set(row.id, done);
    }
    cancelTimer?.();
    const next = rows.find((row) => row.due > now);
    cancelTimer = next && clock.at(next.due, pump);
    if (running.size === 0) {
      for (const resolve of waiting) resolve();
      waiting = [];
    }
  }

  return {
    enqueue(deliveries) {
      if (deliveries.length === 0) return;
      store.transaction(() => {
        for (const delivery of deliveries)
          store.run('INSERT INTO zustellung (delivery, attempts, due) VALUES (?, 0, ?)', [
            JSON.stringify(delivery),
            clock.now(),
          ]);
      });
      queueMicrotask(pump);
    },
    start() {
      started = true;
      pump();
    },
    idle: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        pump();
      }),
    async stop() {
      started = false;
      cancelTimer?.();
      await Promise.allSettled(running.values());
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}
