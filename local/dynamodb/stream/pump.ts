import { matches } from '../../eventbridge/pattern.ts';
import type { Store } from '../../store/store.ts';
import type { Authorize, HostClock, InvokeFunction } from '../../types.ts';
import type { DynamoDb } from '../dynamodb.ts';
import { type DeliveryOptions, deliver } from './deliver.ts';
import type { Mapping } from './mapping.ts';
import { createStreamSource, type StreamRecord } from './source.ts';

/** Carries the tables' streams to the functions of the event source mappings. */
export interface StreamPump {
  start(): void;
  /** Resolves when every record written before the call has been delivered or given up. */
  idle(): Promise<void>;
  /** Ends after the batches in flight. */
  stop(): Promise<void>;
}

export interface StreamPumpOptions {
  dynamoDb: DynamoDb;
  store: Store;
  clock: HostClock;
  region: string;
  mappings: readonly Mapping[];
  invoke: InvokeFunction;
  authorize: Authorize;
  sendToQueue: (queueArn: string, body: string) => void;
  /** Seam for injected faults: may repeat or reorder what was read, never drop it. */
  disturb?: (records: StreamRecord[]) => StreamRecord[];
  log: (line: string) => void;
}

/** How long a reader rests when nothing was written through the proxy. */
const restMilliseconds = 1_000;
/** Writes come in bursts: those that follow the first one are read with it, and delivered in one batch. */
const gatherMilliseconds = 4;
/** The most that one GetRecords of AWS returns. */
const readLimit = 1_000;

/** A gate between passes: `wake` ends a rest at once, or keeps the next one from beginning. */
function createRest() {
  let woken = false;
  let end: (() => void) | undefined;
  return {
    /** Begins a pass: it reads what was written up to now. */
    begin() {
      woken = false;
    },
    woken: () => woken,
    wake() {
      woken = true;
      end?.();
    },
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          end = undefined;
          resolve();
        };
        const timer = setTimeout(finish, milliseconds);
        end = finish;
        if (woken) finish();
      }),
  };
}

/**
 * Makes the pump. Throws the refusal of `authorize` when a function's role may not read its stream, as
 * creating the mapping would fail in the cloud.
 */
export function createStreamPump(options: StreamPumpOptions): StreamPump {
  const { store, dynamoDb } = options;
  store.run(
    'CREATE TABLE IF NOT EXISTS stand (mapping TEXT NOT NULL, shard TEXT NOT NULL, sequence TEXT, PRIMARY KEY (mapping, shard))',
  );
  for (const { roleArn, table } of options.mappings)
    for (const action of ['DescribeStream', 'GetShardIterator', 'GetRecords'])
      options.authorize({ principalArn: roleArn }, `dynamodb:${action}`, table.streamArn);

  let stopping = false;
  const stopSignals = new Set<() => void>();
  const pause = (milliseconds: number) =>
    new Promise<boolean>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        stopSignals.delete(finish);
        resolve(!stopping);
      };
      const timer = setTimeout(finish, milliseconds);
      stopSignals.add(finish);
    });

  /** One mapping: its own position, its own pace; a failing function holds up no other mapping. */
  function createReader(mapping: Mapping) {
    const source = createStreamSource(
      dynamoDb.engine,
      mapping.table.name,
      mapping.table.streamArn,
      options.region,
    );
    const rest = createRest();
    /** Counts the calls of idle(); a pass that begins after one has read everything it asks for. */
    let asked = 0;
    /** One shard that never closes (see source.ts): asked for once. */
    let shards: Awaited<ReturnType<typeof source.shards>> | undefined;
    let waiting: { pass: number; resolve: () => void }[] = [];

    const position = (shardId: string) =>
      store.get<{ sequence: string | null }>('SELECT sequence FROM stand WHERE mapping = ? AND shard = ?', [
        mapping.id,
        shardId,
      ]);
    const checkpoint = (shardId: string, sequence: string | null) =>
      store.run('INSERT OR REPLACE INTO stand VALUES (?, ?, ?)', [mapping.id, shardId, sequence]);

    async function drain(shardId: string, last: string | undefined): Promise<void> {
      if (!position(shardId)) checkpoint(shardId, mapping.startAt === 'LATEST' ? (last ?? null) : null);
      while (!stopping) {
        const sequence = position(shardId)?.sequence ?? undefined;
        const records = await source.after(shardId, sequence, readLimit);
        const end = records.at(-1)?.dynamodb.SequenceNumber;
        if (end === undefined) return;
        const wanted = records.filter(
          (record) =>
            mapping.filters.length === 0 || mapping.filters.some((filter) => matches(filter, record)),
        );
        const order = options.disturb?.(wanted) ?? wanted;
        const delivery: DeliveryOptions = {
          mapping,
          shardId,
          invoke: options.invoke,
          authorize: options.authorize,
          sendToQueue: options.sendToQueue,
          // Disturbed records come out of order: only the end of the read is then a safe position.
          checkpoint: options.disturb ? () => {} : (done) => checkpoint(shardId, done),
          pause,
          stopped: () => stopping,
          now: options.clock.now,
          log: options.log,
        };
        for (let first = 0; first < order.length && !stopping; first += mapping.batchSize)
          await deliver(delivery, order.slice(first, first + mapping.batchSize));
        if (!stopping) checkpoint(shardId, end);
        // Whatever was written since has woken this reader: there is no need to ask whether something was.
        if (records.length < readLimit) return;
      }
    }

    async function run(): Promise<void> {
      while (!stopping) {
        const pass = asked;
        rest.begin();
        try {
          shards ??= await source.shards();
          for (const { shardId, last } of shards) await drain(shardId, last);
          if (!rest.woken()) {
            for (const waiter of waiting) if (waiter.pass <= pass) waiter.resolve();
            waiting = waiting.filter((waiter) => waiter.pass > pass);
          }
          await rest.wait(restMilliseconds);
          await pause(gatherMilliseconds);
        } catch (error) {
          if (stopping) return;
          options.log(`stream: ${mapping.logicalId}: ${String(error)}`);
          await pause(200);
        }
      }
    }

    return {
      mapping,
      run,
      wake: rest.wake,
      idle: () =>
        new Promise<void>((resolve) => {
          asked += 1;
          waiting.push({ pass: asked, resolve });
          rest.wake();
        }),
      abandon: () => {
        for (const waiter of waiting) waiter.resolve();
      },
    };
  }

  const readers = options.mappings.map(createReader);
  let runs: Promise<void>[] = [];
  const unsubscribe = dynamoDb.onWrite((table) => {
    for (const reader of readers) if (reader.mapping.table.name === table) reader.wake();
  });

  return {
    start() {
      runs = readers.map((reader) => reader.run());
    },
    idle: async () => {
      await Promise.all(readers.map((reader) => reader.idle()));
    },
    async stop() {
      stopping = true;
      unsubscribe();
      for (const signal of stopSignals) signal();
      for (const reader of readers) reader.wake();
      await Promise.all(runs);
      for (const reader of readers) reader.abandon();
    },
  };
}
