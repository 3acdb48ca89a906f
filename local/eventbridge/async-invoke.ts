import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { type Authorize, AwsError, type Caller, type HostClock, type InvokeFunction } from '../types.ts';
import type { Queues } from './queues.ts';

/** An asynchronous invocation that was accepted: it will be made, at least once, also after a kill. */
interface Delivery {
  functionArn: string;
  payload: unknown;
  caller: Caller;
  /** Queue of the rule or schedule for events that the function did not take at all. */
  deadLetterArn: string | undefined;
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

/** What becomes of an event whose function fails: its AWS::Lambda::EventInvokeConfig. */
export interface RetryPolicy {
  /** Further attempts after the first, 0 to 2. */
  maximumRetries: number;
  /** Queue that is told at the end; written by the function's role. */
  onFailureArn: string | undefined;
  roleArn: string;
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
  authorize: Authorize;
  queues: Queues;
  retryPolicy: (functionArn: string) => RetryPolicy;
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

  function sendTo(queueArn: string | undefined, caller: Caller, body: unknown, origin: string): void {
    if (queueArn === undefined) return;
    try {
      options.authorize(caller, 'sqs:SendMessage', queueArn);
      options.queues.send(queueArn, JSON.stringify(body));
    } catch (error) {
      options.log(`events: ${origin}: ${String(error)}`);
    }
  }

  /** The function failed: again after a pause, or told to its failure destination. */
  function retry(row: Row, delivery: Delivery, errorType: string, errorMessage: string): void {
    const { maximumRetries, onFailureArn, roleArn } = options.retryPolicy(delivery.functionArn);
    const attempts = row.attempts + 1;
    options.log(`events: ${delivery.origin}: attempt ${attempts}: ${errorType}: ${errorMessage}`);
    if (attempts <= maximumRetries) {
      const due = clock.now() + (retryPauses[attempts - 1] ?? 0);
      store.run('UPDATE zustellung SET attempts = ?, due = ? WHERE id = ?', [attempts, due, row.id]);
      return;
    }
    const report = {
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: {
        requestId: randomUUID(),
        functionArn: `${delivery.functionArn}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: attempts,
      },
      requestPayload: delivery.payload,
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType, errorMessage },
    };
    store.transaction(() => {
      sendTo(onFailureArn, { principalArn: roleArn }, report, delivery.origin);
      store.run('DELETE FROM zustellung WHERE id = ?', [row.id]);
    });
  }

  /** The function did not take the event (no permission, no such function): it goes to the rule's queue. */
  function refuse(row: Row, delivery: Delivery, error: unknown): void {
    options.log(`events: ${delivery.origin}: not delivered: ${String(error)}`);
    store.transaction(() => {
      sendTo(delivery.deadLetterArn, delivery.caller, delivery.payload, delivery.origin);
      store.run('DELETE FROM zustellung WHERE id = ?', [row.id]);
    });
  }

  async function deliver(row: Row): Promise<void> {
    const delivery = JSON.parse(row.delivery) as Delivery;
    try {
      const result = await options.invoke(delivery.functionArn, delivery.payload, delivery.caller);
      // During a stop the workers are ended under the function: the delivery then stays for the next start.
      if (!started && !result.ok) return;
      if (result.ok) store.run('DELETE FROM zustellung WHERE id = ?', [row.id]);
      else retry(row, delivery, result.errorType, result.errorMessage);
    } catch (error) {
      if (!started) return;
      if (error instanceof AwsError) refuse(row, delivery, error);
      else retry(row, delivery, 'Invoke', String(error));
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
