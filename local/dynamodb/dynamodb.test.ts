import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClock, type SettableClock } from '../clock/clock.ts';
import { rootArn } from '../iam/authorize.ts';
import { resolveTemplate } from '../template/resolve.ts';
import { AwsError } from '../types.ts';
import { createDynamoDb, type DynamoDb } from './dynamodb.ts';
import { startEngine } from './engine.ts';
import { root, tableTemplate, temporaryFolder } from './fixture.ts';

const stack = resolveTemplate(tableTemplate(), { webOrigin: 'http://127.0.0.1' });
const caller = { principalArn: rootArn };
const dataDir = temporaryFolder();
const second = 1_800_000_000;
const asked: [string, string][] = [];
let clock: SettableClock;
let db: DynamoDb;

beforeAll(async () => {
  clock = createClock({ frozenAt: second * 1000 });
  db = await createDynamoDb({
    stack,
    dataDir,
    root,
    clock,
    authorize: (_caller, action, resource) => {
      asked.push([action, resource]);
      if (resource.endsWith('Verboten')) throw new AwsError('AccessDeniedException', 'no');
    },
    log: () => {},
  });
});
afterAll(() => db.stop());
beforeEach(() => {
  asked.length = 0;
});

async function call(operation: string, input: unknown): Promise<Record<string, unknown>> {
  const answer = await db.handle(`DynamoDB_20120810.${operation}`, JSON.stringify(input), caller);
  return JSON.parse(answer.body);
}
const item = (pk: string, more: Record<string, unknown> = {}) => ({ pk: { S: pk }, sk: { S: '1' }, ...more });
const get = async (pk: string) => (await call('GetItem', { TableName: 'Akte', Key: item(pk) })).Item;

describe('the proxy asks for what AWS asks for', () => {
  const table = 'arn:aws:dynamodb:eu-central-1:000000000000:table/Akte';
  const cases: [string, unknown, [string, string][]][] = [
    ['GetItem', { TableName: 'Akte', Key: item('x') }, [['dynamodb:GetItem', table]]],
    [
      'Query',
      {
        TableName: 'Akte',
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :a',
        ExpressionAttributeValues: { ':a': { S: 'a' } },
      },
      [['dynamodb:Query', `${table}/index/gsi1`]],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'Akte', Item: item('a') } },
          {
            ConditionCheck: {
              TableName: 'Akte',
              Key: item('b'),
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          { Delete: { TableName: 'Akte', Key: item('c') } },
          {
            Update: {
              TableName: 'Akte',
              Key: item('d'),
              UpdateExpression: 'SET a = :a',
              ExpressionAttributeValues: { ':a': { S: 'x' } },
            },
          },
        ],
      },
      [
        ['dynamodb:PutItem', table],
        ['dynamodb:ConditionCheckItem', table],
        ['dynamodb:DeleteItem', table],
        ['dynamodb:UpdateItem', table],
      ],
    ],
    [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName: 'Akte', Key: item('a') } }] },
      [['dynamodb:GetItem', table]],
    ],
    ['BatchGetItem', { RequestItems: { Akte: { Keys: [item('a')] } } }, [['dynamodb:BatchGetItem', table]]],
    [
      'BatchWriteItem',
      { RequestItems: { Akte: [{ PutRequest: { Item: item('a') } }] } },
      [['dynamodb:BatchWriteItem', table]],
    ],
    ['DescribeTable', { TableName: 'Akte' }, [['dynamodb:DescribeTable', table]]],
  ];
  it.each(cases)('%s', async (operation, input, expected) => {
    const answer = await call(operation, input);
    expect(answer.__type).toBeUndefined();
    expect(asked).toEqual(expected);
  });

  it('refuses before the engine hears of it', async () => {
    await expect(call('GetItem', { TableName: 'Verboten', Key: item('x') })).rejects.toThrow('no');
  });

  it('names an operation that it does not offer', async () => {
    await expect(call('ExecuteStatement', { Statement: 'SELECT' })).rejects.toMatchObject({
      code: 'UnknownOperationException',
      message: expect.stringContaining('ExecuteStatement'),
    });
  });
});

it('passes the reasons of a cancelled transaction on unchanged', async () => {
  await call('PutItem', { TableName: 'Akte', Item: item('besetzt', { wer: { S: 'Erste' } }) });
  const answer = await call('TransactWriteItems', {
    TransactItems: [
      {
        Put: {
          TableName: 'Akte',
          Item: item('besetzt'),
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
    ],
  });
  expect(answer).toMatchObject({
    __type: expect.stringContaining('TransactionCanceledException'),
    CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: { wer: { S: 'Erste' } } }],
  });
});

describe('expiry', () => {
  it('deletes what has expired on the host clock, and nothing else', async () => {
    const put = (pk: string, ttl: number) =>
      call('PutItem', { TableName: 'Akte', Item: item(pk, { ttl: { N: String(ttl) } }) });
    await put('vorbei', second - 1);
    await put('kuenftig', second + 100);
    await put('uralt', 5);
    expect(await db.sweepExpired()).toBe(1);
    expect([await get('vorbei'), await get('kuenftig'), await get('uralt')].map(Boolean)).toEqual([
      false,
      true,
      true,
    ]);
    clock.set((second + 101) * 1000);
    expect(await db.sweepExpired()).toBe(1);
    expect(await get('kuenftig')).toBeUndefined();
  });
});

describe('the engine process', () => {
  it('is started again when it dies, with all that was acknowledged', async () => {
    await call('PutItem', { TableName: 'Akte', Item: item('bleibt') });
    const pid = Number(readFileSync(join(dataDir, 'dynoxide.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    expect(await Promise.all([get('bleibt'), get('bleibt')])).toEqual([item('bleibt'), item('bleibt')]);
    expect(Number(readFileSync(join(dataDir, 'dynoxide.pid'), 'utf8'))).not.toBe(pid);
  });

  it('takes the place of one that a killed host left behind', async () => {
    const folder = temporaryFolder();
    const options = { dataDir: folder, root, log: () => {} };
    const binary = join(root, 'node_modules/@dynoxide/linux-x64/dynoxide');
    const file = join(folder, 'dynamodb.sqlite');
    const orphan = spawn(binary, ['serve', '--port', '0', '--db-path', file], { stdio: 'ignore' });
    const ended = new Promise((resolve) => orphan.once('exit', (_code, signal) => resolve(signal)));
    writeFileSync(join(folder, 'dynoxide.pid'), String(orphan.pid));
    const engine = await startEngine(options);
    expect(await ended).toBe('SIGKILL');
    await engine.stop();
  });

  it('leaves a process alone that only has the number of an old one', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'dynoxide.pid'), String(process.pid));
    const engine = await startEngine({ dataDir: folder, root, log: () => {} });
    await engine.stop();
    expect(process.kill(process.pid, 0)).toBe(true);
  });
});
