import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entwuerfe, region, secretAccessKey } from './running-s3.ts';

const Bucket = entwuerfe.name;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 's3-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(): Promise<{ child: ChildProcess; client: S3Client }> {
  const script = fileURLToPath(new URL('./killed-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region,
    credentials: { accessKeyId: 'AKLOKAL', secretAccessKey },
    maxAttempts: 1,
  });
  return { child, client };
}

const content = (key: string) => `${key} `.repeat(5000);

/** Puts from four writers at once until the server is killed amid them; returns the acknowledged keys. */
async function putUntilKilled(round: number, acknowledgements: number): Promise<string[]> {
  const { child, client } = await start();
  const acknowledged: string[] = [];
  const write = async (writer: number) => {
    for (let n = 0; ; n++) {
      const Key = `upload/${round}-${writer}-${n}`;
      await client.send(new PutObjectCommand({ Bucket, Key, Body: content(Key) }));
      acknowledged.push(Key);
      if (acknowledged.length >= acknowledgements) child.kill('SIGKILL');
    }
  };
  await Promise.allSettled([0, 1, 2, 3].map(write));
  client.destroy();
  return acknowledged;
}

it('every acknowledged put survives kill -9 whole, and every object has had its event', async () => {
  const acknowledged = [...(await putUntilKilled(1, 20)), ...(await putUntilKilled(2, 33))];
  const { child, client } = await start();
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
  const keys = Contents.map((entry) => entry.Key ?? '');
  for (const Key of keys) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    expect(await Body?.transformToString()).toBe(content(Key));
  }
  const events = readFileSync(join(folder, 'events'), 'utf8');
  const blobs = readdirSync(join(folder, 's3', 'blobs'), { recursive: true, withFileTypes: true });
  client.destroy();
  child.kill('SIGKILL');
  await once(child, 'exit');

  expect(acknowledged.length).toBeGreaterThanOrEqual(53);
  expect(keys).toEqual(expect.arrayContaining(acknowledged));
  expect(keys.filter((key) => !events.includes(`"key":"${key}"`))).toEqual([]);
  expect(blobs.filter((entry) => entry.isFile())).toHaveLength(keys.length);
}, 60_000);
