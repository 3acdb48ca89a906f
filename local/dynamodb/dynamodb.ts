import type { Stack } from '../template/resolve.ts';
import type { Authorize, Caller, HostClock } from '../types.ts';
import { type Engine, type EngineAnswer, startEngine } from './engine.ts';
import { permissionsFor, writes } from './permissions.ts';
import { createTables, readTables, type Table } from './tables.ts';
import { createTtlSweep } from './ttl.ts';

/**
 * A seam before the engine: `forward` performs the call. An interceptor may answer in the engine's place,
 * forward and then hide the answer, or delay. Faults of the cloud are injected here.
 */
export type Intercept = (
  operation: string,
  input: Record<string, unknown>,
  forward: () => Promise<EngineAnswer>,
) => Promise<EngineAnswer>;

/** The DynamoDB endpoint: permissions of the template before the engine, its answers passed on unchanged. */
export interface DynamoDb {
  readonly engine: Engine;
  readonly tables: readonly Table[];
  /** `target` is the whole X-Amz-Target, `body` the JSON as sent. Throws AwsError where a role may not. */
  handle(target: string, body: string, caller: Caller): Promise<EngineAnswer>;
  /** Calls `listener` with each table after a write to it went through; returns the removal. */
  onWrite(listener: (table: string) => void): () => void;
  /** Deletes what has expired; returns how many items went. */
  sweepExpired(): Promise<number>;
  /** Starts the sweep of expired items, once a minute on the host's clock. */
  start(): void;
  stop(): Promise<void>;
}

export interface DynamoDbOptions {
  stack: Stack;
  dataDir: string;
  root: string;
  clock: HostClock;
  authorize: Authorize;
  endpoint?: string;
  intercept?: Intercept;
  log: (line: string) => void;
}

/** Starts the engine and makes the template's tables in it. */
export async function createDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  const tables = readTables(options.stack);
  const engine = await startEngine(options);
  await createTables(engine, tables);

  const listeners = new Set<(table: string) => void>();
  const notify = (table: string) => {
    for (const listener of listeners) listener(table);
  };
  const ttl = createTtlSweep({ engine, clock: options.clock, tables, deleted: notify, log: options.log });
  const prefix = `arn:aws:dynamodb:${options.stack.region}:000000000000:table/`;
  const arnOf = (name: string) => (name.startsWith('arn:') ? name : prefix + name);
  const streamArnOf = (name: string) =>
    tables.find((table) => table.name === name)?.streamArn ?? `${prefix}${name}/stream/*`;
  const intercept: Intercept = options.intercept ?? ((_operation, _input, forward) => forward());

  return {
    engine,
    tables,
    async handle(target, body, caller) {
      const operation = target.split('.').at(-1) ?? '';
      const input = JSON.parse(body || '{}') as Record<string, unknown>;
      const permissions = permissionsFor(operation, input, arnOf, streamArnOf);
      for (const [action, resource] of permissions) options.authorize(caller, action, resource);
      try {
        return await intercept(operation, input, () => engine.send(target, body));
      } finally {
        // Also after an error: a write whose answer was lost has happened all the same.
        if (writes.includes(operation))
          for (const arn of new Set(permissions.map(([, resource]) => resource)))
            notify(arn.slice(arn.lastIndexOf('/') + 1));
      }
    },
    onWrite(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sweepExpired: ttl.sweep,
    start: ttl.start,
    async stop() {
      ttl.stop();
      await engine.stop();
    },
  };
}
