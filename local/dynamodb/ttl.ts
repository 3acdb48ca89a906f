import type { HostClock } from '../types.ts';
import { type Engine, EngineRefused } from './engine.ts';
import type { Table } from './tables.ts';

type Item = Record<string, Record<string, unknown>>;

const minute = 60_000;
/** AWS leaves items alone whose expiry lies more than five years back: probably milliseconds or a zero. */
const fiveYears = 5 * 365 * 86_400;
/** Pages of 1 MB read in one sweep; a large table is swept in several minutes, as AWS promises no haste. */
const pagesPerSweep = 8;

/** Deletes expired items: the engine stores the setting but never acts on it. */
export interface TtlSweep {
  /** One sweep now; `table` says which items went. */
  sweep(): Promise<number>;
  start(): void;
  stop(): void;
}

export function createTtlSweep(options: {
  engine: Engine;
  clock: HostClock;
  tables: readonly Table[];
  deleted: (table: string) => void;
  log: (line: string) => void;
}): TtlSweep {
  const { engine, clock } = options;
  const positions = new Map<string, unknown>();
  let cancel: (() => void) | undefined;
  let stopped = false;

  async function expire(table: Table, attribute: string): Promise<number> {
    const now = Math.floor(clock.now() / 1000);
    const keys = (table.create.KeySchema as { AttributeName: string }[]).map((key) => key.AttributeName);
    const condition = {
      ExpressionAttributeNames: { '#ttl': attribute },
      ExpressionAttributeValues: { ':now': { N: String(now) }, ':old': { N: String(now - fiveYears) } },
    };
    let count = 0;
    for (let page = 0; page < pagesPerSweep && !stopped; page += 1) {
      const answer = await engine.call<{ Items?: Item[]; LastEvaluatedKey?: unknown }>('Scan', {
        TableName: table.name,
        FilterExpression: '#ttl <= :now AND #ttl > :old',
        ...condition,
        ExclusiveStartKey: positions.get(table.name),
      });
      for (const item of answer.Items ?? []) {
        const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
        try {
          // The condition spares an item whose expiry was put off between the scan and here.
          await engine.call('DeleteItem', {
            TableName: table.name,
            Key,
            ConditionExpression: '#ttl <= :now AND #ttl > :old',
            ...condition,
          });
          count += 1;
        } catch (error) {
          if (!(error instanceof EngineRefused) || error.code !== 'ConditionalCheckFailedException')
            throw error;
        }
      }
      positions.set(table.name, answer.LastEvaluatedKey);
      if (answer.LastEvaluatedKey === undefined) break;
    }
    if (count > 0) options.deleted(table.name);
    return count;
  }

  async function sweep(): Promise<number> {
    let count = 0;
    for (const table of options.tables)
      if (table.ttlAttribute !== undefined) count += await expire(table, table.ttlAttribute);
    return count;
  }

  function next(): void {
    if (stopped) return;
    cancel = clock.at(clock.now() + minute, () => {
      sweep()
        .catch((error) => options.log(`dynamodb: ttl: ${String(error)}`))
        .finally(next);
    });
  }

  return {
    sweep,
    start: next,
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
