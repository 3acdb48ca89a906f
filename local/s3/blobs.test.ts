import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBlobs } from './blobs.ts';
import { type RunningS3, runS3 } from './running-s3.ts';

let running: RunningS3;
let folder: string;
beforeAll(async () => {
  running = await runS3();
  folder = mkdtempSync(join(tmpdir(), 'blobs-'));
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a blob', () => {
  it('is on disk piece by piece before the next one is asked for, so that memory stays constant', async () => {
    const blobs = openBlobs(join(folder, 'pieces'));
    const unfinished = join(folder, 'pieces', 'unfinished');
    const sizes: number[] = [];
    async function* source() {
      for (let n = 0; n < 20; n++) {
        sizes.push(statSync(join(unfinished, readdirSync(unfinished)[0] ?? '')).size);
        yield Buffer.alloc(100_000, n);
      }
    }
    const { size } = await blobs.write(source(), []);
    expect(size).toBe(2_000_000);
    expect(sizes).toEqual(Array.from({ length: 20 }, (_, n) => n * 100_000));
  });

  it('is swept at start unless a row names it', async () => {
    const blobs = openBlobs(join(folder, 'swept'));
    const source = async function* () {
      yield Buffer.from('x');
    };
    const kept = await blobs.write(source(), []);
    const orphan = await blobs.write(source(), []);
    blobs.sweep((blob) => blob === kept.blob);
    const left = readdirSync(join(folder, 'swept'));
    expect(left).toContain(kept.blob);
    expect(left).not.toContain(orphan.blob);
  });
});

it('an upload that breaks off leaves nothing, and nobody calls it an internal error', async () => {
  const presigning = running.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const url = new URL(
    await getSignedUrl(presigning, new PutObjectCommand({ Bucket: 'entwuerfe', Key: 'halb' })),
  );
  const blobs = join(running.folder, 's3', 'blobs');
  const unfinished = () => readdirSync(join(blobs, 'unfinished'));
  const before = readdirSync(blobs);

  const socket = connect(Number(url.port), url.hostname);
  socket.write(
    `PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 1000\r\n\r\nhalb`,
  );
  await vi.waitFor(() => expect(unfinished()).toHaveLength(1));
  socket.destroy();
  await vi.waitFor(() => expect(unfinished()).toEqual([]));

  expect(readdirSync(blobs)).toEqual(before);
  expect(running.puts.map((put) => put.key)).not.toContain('halb');
  expect(running.logged).toEqual([]);
});
