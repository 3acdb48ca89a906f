/** Child process of kill.test.ts: an S3 whose events go to a file; says its port and then serves until killed. */
import { appendFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { entwuerfe, region, secretAccessKey } from './running-s3.ts';
import { createS3 } from './s3.ts';

const dataDir = process.argv[2] ?? '';
const s3 = createS3({
  dataDir,
  clock: { now: () => Date.now(), at: () => () => {} },
  authorize: () => {},
  credentials: () => ({
    secret: secretAccessKey,
    caller: { principalArn: 'arn:aws:iam::000000000000:root' },
  }),
  region,
  publish: (event) => appendFileSync(join(dataDir, 'events'), `${JSON.stringify(event.detail)}\n`),
});
s3.createBucket(entwuerfe);
s3.start();
const server = createServer((req, res) => void s3.handle(req, res));
server.listen(0, '127.0.0.1', () => writeSync(1, `${(server.address() as AddressInfo).port}\n`));
