import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningS3, runS3 } from './running-s3.ts';

const start = Date.parse('2026-11-23T08:00:00Z');
const day = 86_400_000;
const Bucket = 'papiere';
let running: RunningS3;
let client: S3Client;
let counter = 0;
beforeAll(async () => {
  running = await runS3({ now: start });
  client = running.client();
});
afterAll(() => running.stop());

const inDays = (days: number) => new Date(start + days * day);
const put = (more: Partial<PutObjectCommandInput> = {}, Key = `papier-${counter++}`) =>
  client
    .send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: 'Niederschrift',
        ObjectLockMode: 'GOVERNANCE',
        ObjectLockRetainUntilDate: inDays(10),
        ...more,
      }),
    )
    .then(({ VersionId }) => ({ Bucket, Key, VersionId }));
type Stored = Awaited<ReturnType<typeof put>>;
const remove = (stored: Stored, BypassGovernanceRetention = false) =>
  client.send(new DeleteObjectCommand({ ...stored, BypassGovernanceRetention }));
const retain = (stored: Stored, Mode: 'GOVERNANCE' | 'COMPLIANCE', days: number, bypass = false) =>
  client.send(
    new PutObjectRetentionCommand({
      ...stored,
      Retention: { Mode, RetainUntilDate: inDays(days) },
      ...(bypass ? { BypassGovernanceRetention: true } : {}),
    }),
  );
const denied = { name: 'AccessDenied', message: expect.stringContaining('object lock') };

describe('a locked version', () => {
  it('says until when it is kept', async () => {
    const stored = await put();
    expect(await client.send(new GetObjectCommand(stored))).toMatchObject({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: inDays(10),
    });
    const { Retention } = await client.send(new GetObjectRetentionCommand(stored));
    expect(Retention).toEqual({ Mode: 'GOVERNANCE', RetainUntilDate: inDays(10) });
  });

  it('is not deleted before its date, and is after it', async () => {
    const stored = await put();
    await expect(remove(stored)).rejects.toMatchObject(denied);
    running.clock.set(start + 10 * day);
    await remove(stored);
    await expect(client.send(new GetObjectCommand(stored))).rejects.toMatchObject({ name: 'NoSuchVersion' });
    running.clock.set(start);
  });

  it('may get a delete marker on top: the version stays', async () => {
    const { Key, VersionId } = await put();
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
    expect((await client.send(new GetObjectCommand({ Bucket, Key, VersionId }))).ContentLength).toBe(13);
  });

  it('yields under governance to the bypass with its permission only', async () => {
    const stored = await put();
    running.deny(/Bypass/);
    await expect(remove(stored, true)).rejects.toMatchObject(denied);
    running.deny(/^$/);
    await remove(stored, true);
  });

  it('yields under compliance to nobody', async () => {
    const stored = await put({ ObjectLockMode: 'COMPLIANCE' });
    await expect(remove(stored, true)).rejects.toMatchObject(denied);
    await expect(retain(stored, 'COMPLIANCE', 5, true)).rejects.toMatchObject(denied);
    await expect(retain(stored, 'GOVERNANCE', 20, true)).rejects.toMatchObject(denied);
    await retain(stored, 'COMPLIANCE', 20);
  });

  it('may be kept longer, not shorter', async () => {
    const stored = await put();
    await retain(stored, 'GOVERNANCE', 20);
    await expect(retain(stored, 'GOVERNANCE', 15)).rejects.toMatchObject(denied);
    await retain(stored, 'GOVERNANCE', 15, true);
    await retain(stored, 'COMPLIANCE', 30);
    await expect(remove(stored, true)).rejects.toMatchObject(denied);
  });

  it('survives a restart locked', async () => {
    const stored = await put();
    running.restart();
    await expect(remove(stored)).rejects.toMatchObject(denied);
  });
});

describe('a put with a lock', () => {
  const unchecked = () => running.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

  it.each<[string, Partial<PutObjectCommandInput>, string]>([
    ['no date', { ObjectLockRetainUntilDate: undefined }, 'InvalidArgument'],
    ['no mode', { ObjectLockMode: undefined }, 'InvalidArgument'],
    ['a date in the past', { ObjectLockRetainUntilDate: inDays(-1) }, 'InvalidArgument'],
    ['a bucket without object lock', { Bucket: 'entwuerfe' }, 'InvalidRequest'],
  ])('and %s is refused', async (_what, more, code) => {
    await expect(put(more)).rejects.toMatchObject({ name: code });
  });

  it('and no checksum is refused', async () => {
    const sender = unchecked();
    // The SDK would add what S3 demands here; another client would not.
    sender.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { headers: Record<string, string> };
        for (const name of Object.keys(request.headers))
          if (/checksum|content-md5/.test(name)) delete request.headers[name];
        return next(args);
      },
      { step: 'finalizeRequest', name: 'withoutChecksum' },
    );
    const command = new PutObjectCommand({
      Bucket,
      Key: 'x',
      Body: 'x',
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: inDays(1),
    });
    await expect(sender.send(command)).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: expect.stringContaining('Content-MD5 OR x-amz-checksum-'),
    });
  });

  it('needs its own permission', async () => {
    running.deny(/^s3:PutObjectRetention$/);
    await expect(put()).rejects.toMatchObject({ name: 'AccessDenied' });
    running.deny(/^$/);
  });
});

it('an object without retention has no lock configuration', async () => {
  const stored = await put({ ObjectLockMode: undefined, ObjectLockRetainUntilDate: undefined });
  await expect(client.send(new GetObjectRetentionCommand(stored))).rejects.toMatchObject({
    name: 'NoSuchObjectLockConfiguration',
  });
  await remove(stored);
});
