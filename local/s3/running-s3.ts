/** For tests: an S3 in a temporary folder behind a real port, with real SDK clients. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { type Authorize, AwsError, type HostClock, type PublishEvent } from '../types.ts';
import type { BucketSpec } from './bucket.ts';
import type { StoredPut } from './outbox.ts';
import { createS3, type S3 } from './s3.ts';

export const region = 'eu-central-1';
export const secretAccessKey = 'geheim';
type Event = Parameters<PublishEvent>[0];

export interface RunningS3 {
  s3: S3;
  endpoint: string;
  folder: string;
  clock: HostClock & { set(instant: number): void };
  events: Event[];
  puts: StoredPut[];
  logged: string[];
  /** Actions asked of authorize, as `action resource`. */
  asked: string[];
  /** Denies from now on every action that matches. */
  deny(pattern: RegExp): void;
  client(config?: S3ClientConfig): S3Client;
  restart(): void;
  stop(): Promise<void>;
}

export const entwuerfe: BucketSpec = {
  name: 'entwuerfe',
  arn: 'arn:aws:s3:::entwuerfe',
  versioned: true,
  objectLock: false,
  eventBridge: true,
  kmsKeyArn: 'arn:aws:kms:eu-central-1:000000000000:key/k1',
  cors: [
    {
      AllowedOrigins: ['http://127.0.0.1:3000'],
      AllowedMethods: ['POST'],
      AllowedHeaders: ['*'],
      MaxAge: 60,
    },
  ],
};
const papiere: BucketSpec = {
  ...entwuerfe,
  name: 'papiere',
  arn: 'arn:aws:s3:::papiere',
  objectLock: true,
  eventBridge: false,
};

export async function runS3(options: { publish?: PublishEvent; now?: number } = {}): Promise<RunningS3> {
  const folder = mkdtempSync(join(tmpdir(), 's3-'));
  const events: Event[] = [];
  const puts: StoredPut[] = [];
  const logged: string[] = [];
  const asked: string[] = [];
  let denied = /^$/;
  const clock = settableClock(options.now ?? Date.now());
  const authorize: Authorize = (_caller, action, resource) => {
    asked.push(`${action} ${resource}`);
    if (denied.test(action)) throw new AwsError('AccessDenied', `not authorized to perform: ${action}`, 403);
  };
  const open = () => {
    const s3 = createS3({
      dataDir: folder,
      clock,
      authorize,
      credentials: (id) =>
        id === 'AKLOKAL'
          ? { secret: secretAccessKey, caller: { principalArn: 'arn:aws:iam::000000000000:role/api' } }
          : null,
      region,
      publish: options.publish ?? ((event) => events.push(event)),
      onPut: (put) => puts.push(put),
      log: (line) => logged.push(line),
    });
    s3.createBucket(entwuerfe);
    s3.createBucket(papiere);
    return s3;
  };
  let s3 = open();
  const server = createServer((req, res) => void s3.handle(req, res));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: S3Client[] = [];

  return {
    get s3() {
      return s3;
    },
    endpoint,
    folder,
    clock,
    events,
    puts,
    logged,
    asked,
    deny: (pattern) => {
      denied = pattern;
    },
    client(config = {}) {
      const client = new S3Client({
        endpoint,
        region,
        credentials: { accessKeyId: 'AKLOKAL', secretAccessKey },
        maxAttempts: 1,
        ...config,
      });
      clients.push(client);
      return client;
    },
    restart() {
      s3.close();
      s3 = open();
      s3.start();
    },
    async stop() {
      for (const client of clients) client.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      s3.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settableClock(start: number): HostClock & { set(instant: number): void } {
  let now = start;
  return {
    now: () => now,
    at: () => {
      throw new Error('S3 sets no timers');
    },
    set: (instant) => {
      now = instant;
    },
  };
}
