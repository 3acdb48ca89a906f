import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../clock/clock.ts';
import { rootArn } from '../../iam/authorize.ts';
import { openStore, type Store } from '../../store/store.ts';
import { resolveTemplate, TemplateRefused } from '../../template/resolve.ts';
import { AwsError, type InvokeResult } from '../../types.ts';
import { createDynamoDb, type DynamoDb } from '../dynamodb.ts';
import { root, tableTemplate, temporaryFolder } from '../fixture.ts';
import { readMappings } from './mapping.ts';
import { createStreamPump, type StreamPump } from './pump.ts';
import type { StreamRecord } from './source.ts';

const clock = createClock('real');
const ok = (payload: unknown = null): InvokeResult => ({ ok: true, payload });
const broken: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'kaputt' };

let db: DynamoDb;
let store: Store;
let pump: StreamPump | undefined;
let batches: string[][];
let queue: { queueArn: string; body: Record<string, unknown> }[];

const keyOf = (record: StreamRecord) =>
  (record.dynamodb.Keys as { pk: { S: string } } | undefined)?.pk.S ?? '?';
type Answer = (keys: string[], records: StreamRecord[]) => InvokeResult | Promise<InvokeResult>;

async function startPump(mapping: Record<string, unknown>, answer: Answer): Promise<StreamPump> {
  const stack = resolveTemplate(tableTemplate(mapping), { webOrigin: 'http://127.0.0.1' });
  const made = createStreamPump({
    dynamoDb: db,
    store,
    clock,
    region: stack.region,
    mappings: readMappings(stack, db.tables),
    authorize: () => {},
    invoke: async (_arn, payload) => {
      const { Records } = payload as { Records: StreamRecord[] };
      const keys = Records.map(keyOf);
      batches.push(keys);
      return answer(keys, Records);
    },
    sendToQueue: (queueArn, body) => queue.push({ queueArn, body: JSON.parse(body) }),
    log: () => {},
  });
  made.start();
  pump = made;
  return made;
}

const put = (pk: string, more: Record<string, unknown> = {}) =>
  db.handle(
    'DynamoDB_20120810.PutItem',
    JSON.stringify({ TableName: 'Akte', Item: { pk: { S: pk }, sk: { S: '1' }, ...more } }),
    { principalArn: rootArn },
  );
const putAll = async (...keys: string[]) => {
  for (const key of keys) await put(key);
};

beforeAll(() => () => clock.stop());
beforeEach(async () => {
  batches = [];
  queue = [];
  store = openStore(':memory:');
  const stack = resolveTemplate(tableTemplate(), { webOrigin: 'http://127.0.0.1' });
  db = await createDynamoDb({
    stack,
    dataDir: temporaryFolder(),
    root,
    clock,
    authorize: () => {},
    log: () => {},
  });
});
afterEach(async () => {
  await pump?.stop();
  pump = undefined;
  await db.stop();
  store.close();
});

describe('what a mapping delivers', () => {
  it('every record once and in order, in batches of its size', async () => {
    await putAll('1', '2', '3', '4', '5');
    await (await startPump({ BatchSize: 2 }, () => ok())).idle();
    expect(batches).toEqual([['1', '2'], ['3', '4'], ['5']]);
  });

  it('a write that comes later, without waiting for the next poll', async () => {
    const running = await startPump({}, () => ok());
    await running.idle();
    await put('spaet');
    await running.idle();
    expect(batches).toEqual([['spaet']]);
  });

  it('only what a filter wants', async () => {
    const Pattern = JSON.stringify({
      dynamodb: { NewImage: { kind: { S: ['ausgang'] }, status: { S: ['offen'] } } },
    });
    await put('nein', { kind: { S: 'ereignis' }, status: { S: 'offen' } });
    await put('ja', { kind: { S: 'ausgang' }, status: { S: 'offen' } });
    await put('fertig', { kind: { S: 'ausgang' }, status: { S: 'getan' } });
    await (await startPump({ FilterCriteria: { Filters: [{ Pattern }] } }, () => ok())).idle();
    expect(batches).toEqual([['ja']]);
  });

  it('records that look like those of AWS', async () => {
    let seen: StreamRecord | undefined;
    await put('1');
    const running = await startPump({}, (_keys, [record]) => {
      seen = record;
      return ok();
    });
    await running.idle();
    expect(seen).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-central-1',
      eventSourceARN: expect.stringMatching(
        /^arn:aws:dynamodb:eu-central-1:000000000000:table\/Akte\/stream\//,
      ),
      dynamodb: { NewImage: { pk: { S: '1' } }, StreamViewType: 'NEW_IMAGE' },
    });
  });
});

describe('what fails', () => {
  it('is repeated from the reported record on, the records before it are done', async () => {
    await putAll('1', '2', '3');
    let first = true;
    const running = await startPump({}, (_keys, records) => {
      if (!first) return ok();
      first = false;
      return ok({ batchItemFailures: [{ itemIdentifier: records[1]?.dynamodb.SequenceNumber }] });
    });
    await running.idle();
    expect(batches).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
  });

  it('is halved until the bad record stands alone, then given up and told to the queue', async () => {
    await putAll('1', '2', 'schlecht', '4');
    const running = await startPump(
      {
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Gescheitert', 'Arn'] } } },
      },
      (keys) => (keys.includes('schlecht') ? broken : ok()),
    );
    await running.idle();
    expect(batches).toEqual([
      ['1', '2', 'schlecht', '4'],
      ['1', '2'],
      ['schlecht', '4'],
      ['schlecht'],
      ['schlecht'],
      ['4'],
    ]);
    expect(queue).toMatchObject([
      {
        queueArn: 'arn:aws:sqs:eu-central-1:000000000000:Gescheitert',
        body: {
          requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
          DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: '3', endSequenceNumber: '3' },
        },
      },
    ]);
  });

  it('a malformed report counts for the whole batch', async () => {
    await putAll('1', '2');
    const running = await startPump({ MaximumRetryAttempts: 0 }, () => ok({ batchItemFailures: 'nein' }));
    await running.idle();
    expect(batches).toEqual([['1', '2']]);
  });
});

describe('a restart', () => {
  it('goes on after the last acknowledged record', async () => {
    await putAll('1', '2');
    const before = await startPump({}, () => ok());
    await before.idle();
    await before.stop();
    await put('3');
    await (await startPump({}, () => ok())).idle();
    expect(batches).toEqual([['1', '2'], ['3']]);
  });

  it('repeats what was not acknowledged', async () => {
    await putAll('1');
    let invoked: () => void = () => {};
    const reached = new Promise<void>((resolve) => {
      invoked = resolve;
    });
    const before = await startPump({}, () => {
      invoked();
      return broken;
    });
    await reached;
    await before.stop();
    batches = [];
    await (await startPump({}, () => ok())).idle();
    expect(batches).toEqual([['1']]);
  });

  it('from LATEST skips what was there before the mapping', async () => {
    await putAll('alt');
    const running = await startPump({ StartingPosition: 'LATEST' }, () => ok());
    await running.idle();
    await put('neu');
    await running.idle();
    expect(batches).toEqual([['neu']]);
  });
});

it.each([
  ['an unknown property', { TumblingWindowInSeconds: 5 }, 'TumblingWindowInSeconds'],
  ['a batching window', { MaximumBatchingWindowInSeconds: 5 }, 'batching window'],
  [
    'a numeric filter',
    { FilterCriteria: { Filters: [{ Pattern: '{"a":[{"numeric":[">",1]}]}' }] } },
    'operator numeric',
  ],
  ['another source', { EventSourceArn: 'arn:aws:sqs:x' }, 'source is no stream'],
])('%s is refused by name', (_name, mapping, finding) => {
  const stack = resolveTemplate(tableTemplate(mapping), { webOrigin: 'http://127.0.0.1' });
  expect(() => readMappings(stack, db.tables)).toThrow(TemplateRefused);
  expect(() => readMappings(stack, db.tables)).toThrow(finding);
});

it('does not start for a role that may not read the stream', () => {
  const stack = resolveTemplate(tableTemplate(), { webOrigin: 'http://127.0.0.1' });
  const make = () =>
    createStreamPump({
      dynamoDb: db,
      store,
      clock,
      region: stack.region,
      mappings: readMappings(stack, db.tables),
      authorize: (_caller, action) => {
        throw new AwsError('AccessDeniedException', `not authorized to perform: ${action}`);
      },
      invoke: async () => ok(),
      sendToQueue: () => {},
      log: () => {},
    });
  expect(make).toThrow('dynamodb:DescribeStream');
});
