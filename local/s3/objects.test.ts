import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningS3, runS3 } from './running-s3.ts';

let running: RunningS3;
let client: S3Client;
beforeAll(async () => {
  running = await runS3();
  client = running.client();
});
afterAll(() => running.stop());

const Bucket = 'entwuerfe';
const put = (Key: string, Body: PutObjectCommandInput['Body'], more: Partial<PutObjectCommandInput> = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Key: string, more: object = {}) => client.send(new GetObjectCommand({ Bucket, Key, ...more }));
const text = async (Key: string, more: object = {}) => (await get(Key, more)).Body?.transformToString();

describe('an object', () => {
  it('comes back with its bytes, type, metadata and key', async () => {
    const Key = "upload/Anträge/a b+c (1)!*'.docx";
    const stored = await put(Key, 'grüß Gott', {
      ContentType: 'text/plain',
      Metadata: { vorlage: 'v1' },
      ContentDisposition: 'attachment; filename="a.docx"',
      CacheControl: 'no-store',
    });
    const read = await get(Key);
    expect(await read.Body?.transformToString()).toBe('grüß Gott');
    expect(read).toMatchObject({
      ContentType: 'text/plain',
      Metadata: { vorlage: 'v1' },
      ContentDisposition: 'attachment; filename="a.docx"',
      CacheControl: 'no-store',
      ETag: stored.ETag,
      VersionId: stored.VersionId,
      ContentLength: 11,
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'arn:aws:kms:eu-central-1:000000000000:key/k1',
      ChecksumCRC32: stored.ChecksumCRC32,
    });
    const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({ ContentLength: 11, ETag: stored.ETag, Metadata: { vorlage: 'v1' } });
  });

  it.each([0, 1, 65_536, 3_000_001])('streamed with %i bytes is stored without its framing', async (size) => {
    const bytes = randomBytes(size);
    await put('stream', Readable.from(cut(bytes, 40_000)), {
      ContentLength: size,
      ChecksumAlgorithm: 'CRC32',
    });
    const read = await get('stream');
    expect(Buffer.from((await read.Body?.transformToByteArray()) ?? [9]).equals(bytes)).toBe(true);
    expect(read.ContentEncoding).toBeUndefined();
  });

  it.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)(
    'is accepted and described with %s',
    async (algorithm) => {
      const stored = await put('summe', 'hallo', { ChecksumAlgorithm: algorithm });
      const value = stored[`Checksum${algorithm}`];
      expect(value).toMatch(/=$/);
      expect((await get('summe', { ChecksumMode: 'ENABLED' }))[`Checksum${algorithm}`]).toBe(value);
      await put('summe', Readable.from([Buffer.from('hallo')]), {
        ContentLength: 5,
        ChecksumAlgorithm: algorithm,
      });
      expect((await get('summe'))[`Checksum${algorithm}`]).toBe(value);
    },
  );

  it.each<[string, Partial<PutObjectCommandInput>, string]>([
    ['CRC32', { ChecksumCRC32: 'AAAAAA==' }, 'BadDigest'],
    ['SHA256', { ChecksumSHA256: Buffer.alloc(32).toString('base64') }, 'BadDigest'],
    ['CRC64NVME', { ChecksumCRC64NVME: 'AAAAAAAAAAA=' }, 'BadDigest'],
    ['Content-MD5', { ContentMD5: Buffer.alloc(16).toString('base64') }, 'BadDigest'],
    ['Content-MD5 that is none', { ContentMD5: 'abc' }, 'InvalidDigest'],
    ['CRC32 that is none', { ChecksumCRC32: 'xyz' }, 'InvalidRequest'],
  ])('with a wrong %s is refused and leaves nothing', async (_name, more, code) => {
    const before = blobs();
    await expect(put('falsch', 'hallo', more)).rejects.toMatchObject({ name: code });
    await expect(get('falsch')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(blobs()).toEqual(before);
  });

  it('survives a restart', async () => {
    const { VersionId } = await put('bleibt', 'da');
    running.restart();
    expect(await text('bleibt', { VersionId })).toBe('da');
  });

  it('is not there: 404, or 403 for whoever may not list', async () => {
    await expect(get('nirgends')).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'nirgends' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    running.deny(/^s3:ListBucket$/);
    await expect(get('nirgends')).rejects.toMatchObject({ name: 'AccessDenied' });
    running.deny(/^$/);
    await expect(get('a', { VersionId: '0'.repeat(32) })).rejects.toMatchObject({ name: 'NoSuchVersion' });
    await expect(get('a', { VersionId: 'x' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(client.send(new GetObjectCommand({ Bucket: 'fremd', Key: 'a' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });
});

describe('a range', () => {
  beforeAll(() => put('reihe', '0123456789'));

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('%s gives %s', async (Range, expected, contentRange) => {
    const read = await get('reihe', { Range });
    expect(await read.Body?.transformToString()).toBe(expected);
    expect(read.ContentRange).toBe(contentRange);
  });

  it.each(['bytes=5-2', 'bytes=0-1,3-4', 'zeilen=1-2'])('%s is no range: all comes', async (Range) => {
    expect(await text('reihe', { Range })).toBe('0123456789');
  });

  it.each(['bytes=10-', 'bytes=-0'])('%s cannot be satisfied', async (Range) => {
    await expect(get('reihe', { Range })).rejects.toMatchObject({ name: 'InvalidRange' });
  });
});

describe('a conditional write', () => {
  it('If-None-Match: * stores only where nothing is', async () => {
    await put('nur-einmal', 'erster', { IfNoneMatch: '*' });
    await expect(put('nur-einmal', 'zweiter', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(await text('nur-einmal')).toBe('erster');
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'nur-einmal' }));
    await put('nur-einmal', 'nach dem Löschen', { IfNoneMatch: '*' });
  });

  it('of ten at once lets exactly one through', async () => {
    const all = Array.from({ length: 10 }, (_, n) => put('wettlauf', `${n}`, { IfNoneMatch: '*' }));
    const results = await Promise.allSettled(all);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('If-Match stores only over the version that was seen', async () => {
    const { ETag } = await put('stand', 'eins');
    await put('stand', 'zwei', { IfMatch: ETag });
    await expect(put('stand', 'drei', { IfMatch: ETag })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(put('fehlt', 'x', { IfMatch: ETag })).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('with If-None-Match and an ETag is not implemented, as in AWS', async () => {
    await expect(put('stand', 'x', { IfNoneMatch: '"abc"' })).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });
});

describe('a conditional read', () => {
  it('answers 304 and 412', async () => {
    const { ETag } = await put('lesen', 'x');
    await expect(get('lesen', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(get('lesen', { IfMatch: '"anders"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(get('lesen', { IfModifiedSince: new Date(running.clock.now()) })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(get('lesen', { IfUnmodifiedSince: new Date(0) })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    expect(await text('lesen', { IfMatch: ETag })).toBe('x');
  });
});

describe('versions', () => {
  it('stay readable under a delete marker, until deleted by id', async () => {
    const Key = 'fassungen';
    const one = (await put(Key, 'eins')).VersionId;
    const two = (await put(Key, 'zwei')).VersionId;
    const marker = await client.send(new DeleteObjectCommand({ Bucket, Key }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(get(Key)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(get(Key, { VersionId: marker.VersionId })).rejects.toMatchObject({
      name: 'MethodNotAllowed',
    });
    expect(await text(Key, { VersionId: one })).toBe('eins');
    expect(await text(Key, { VersionId: two })).toBe('zwei');

    const listed = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: Key }));
    expect(listed.Versions?.map((v) => [v.VersionId, v.IsLatest])).toEqual([
      [two, false],
      [one, false],
    ]);
    expect(listed.DeleteMarkers?.map((v) => [v.VersionId, v.IsLatest])).toEqual([[marker.VersionId, true]]);

    await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: marker.VersionId }));
    expect(await text(Key)).toBe('zwei');
    await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: two }));
    expect(await text(Key)).toBe('eins');
    await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: two }));
  });

  it('are listed in pages', async () => {
    for (const n of [1, 2, 3]) await put(`seiten/${n % 2}`, `${n}`);
    const seen: (string | undefined)[] = [];
    let markers = {};
    for (;;) {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix: 'seiten/', MaxKeys: 1, ...markers }),
      );
      seen.push(...(page.Versions ?? []).map((v) => v.Key));
      if (!page.IsTruncated) break;
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }
    expect(seen).toEqual(['seiten/0', 'seiten/1', 'seiten/1']);
  });
});

describe('a list', () => {
  const keys = ['liste/a', 'liste/b/1', 'liste/b/2', 'liste/c d&<', 'liste/z', 'liste/ä', 'liste/\u{1f600}'];
  beforeAll(async () => {
    for (const key of keys) await put(key, key);
    await put('liste/weg', 'x');
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'liste/weg' }));
  });
  const list = (more: object) => client.send(new ListObjectsV2Command({ Bucket, Prefix: 'liste/', ...more }));

  it('has the keys of the prefix in the order of their bytes', async () => {
    expect((await list({})).Contents?.map((entry) => entry.Key)).toEqual(keys);
  });

  it.each([1, 2, 3, 10])('comes in pages of %i, common prefixes counting as one', async (MaxKeys) => {
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await list({ MaxKeys, Delimiter: '/', ContinuationToken });
      seen.push(...(page.Contents ?? []).map((entry) => entry.Key));
      seen.push(...(page.CommonPrefixes ?? []).map((entry) => entry.Prefix));
      expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(seen.toSorted()).toEqual([...keys.filter((key) => !key.includes('b/')), 'liste/b/'].toSorted());
  });

  it('starts after a key, and may be empty', async () => {
    expect((await list({ StartAfter: 'liste/z' })).Contents?.map((entry) => entry.Key)).toEqual(
      keys.slice(5),
    );
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    expect((await list({ EncodingType: 'url' })).Contents?.[3]?.Key).toBe('liste/c%20d%26%3C');
  });
});

describe('tags', () => {
  it('are set with the object, replaced and read', async () => {
    await put('marken', 'x', { Tagging: 'art=entwurf&stand=1' });
    const tags = async () =>
      (await client.send(new GetObjectTaggingCommand({ Bucket, Key: 'marken' }))).TagSet;
    expect(await tags()).toEqual([
      { Key: 'art', Value: 'entwurf' },
      { Key: 'stand', Value: '1' },
    ]);
    const TagSet = [{ Key: 'GuardDutyMalwareScanStatus', Value: 'NO_THREATS_FOUND' }];
    await client.send(new PutObjectTaggingCommand({ Bucket, Key: 'marken', Tagging: { TagSet } }));
    expect(await tags()).toEqual(TagSet);
    expect((await get('marken')).TagCount).toBe(1);
  });

  it('are refused when there are too many', async () => {
    const Tagging = Array.from({ length: 11 }, (_, n) => `k${n}=v`).join('&');
    await expect(put('marken', 'x', { Tagging })).rejects.toMatchObject({ name: 'BadRequest' });
  });
});

describe('what is not implemented', () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['multipart', () => client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'x' })), /POST.*uploads/],
    [
      'copy',
      () => client.send(new CopyObjectCommand({ Bucket, Key: 'x', CopySource: 'a/b' })),
      /x-amz-copy-source/,
    ],
    ['an ACL', () => client.send(new PutObjectAclCommand({ Bucket, Key: 'x', ACL: 'private' })), /acl/],
    ['a canned ACL', () => put('x', 'x', { ACL: 'public-read' }), /x-amz-acl/],
    ['a legal hold', () => put('x', 'x', { ObjectLockLegalHoldStatus: 'ON' }), /legal-hold/],
    ['another storage class', () => put('x', 'x', { StorageClass: 'GLACIER' }), /GLACIER/],
    ['another key', () => put('x', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'k9' }), /key/],
    ['the list of buckets', () => client.send(new ListBucketsCommand({})), /ListBuckets/],
    ['a part number', () => get('reihe', { PartNumber: 1 }), /partNumber/],
    [
      'a conditional delete',
      () => client.send(new DeleteObjectCommand({ Bucket, Key: 'reihe', IfMatch: '"a"' })),
      /if-match in DeleteObject/,
    ],
  ])('%s is refused by name', async (_what, send, message) => {
    await expect(send()).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringMatching(message),
      $metadata: { httpStatusCode: 501 },
    });
  });
});

describe('a caller', () => {
  it.each<[string, RegExp, () => Promise<unknown>]>([
    ['s3:PutObject', /^s3:PutObject$/, () => put('x', 'x')],
    ['s3:PutObjectTagging', /^s3:PutObjectTagging$/, () => put('x', 'x', { Tagging: 'a=b' })],
    ['s3:GetObject', /^s3:GetObject$/, () => get('reihe')],
    [
      's3:DeleteObject',
      /^s3:DeleteObject$/,
      () => client.send(new DeleteObjectCommand({ Bucket, Key: 'reihe' })),
    ],
    ['s3:ListBucket', /^s3:ListBucket$/, () => client.send(new ListObjectsV2Command({ Bucket }))],
    ['s3:ListBucketVersions', /Versions$/, () => client.send(new ListObjectVersionsCommand({ Bucket }))],
  ])('without %s is denied', async (_action, pattern, send) => {
    running.deny(pattern);
    await expect(send()).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
    running.deny(/^$/);
  });

  it('is asked about versions by their own action', async () => {
    const { VersionId } = await put('frage', 'x');
    running.asked.length = 0;
    await get('frage', { VersionId });
    expect(running.asked).toEqual(['s3:GetObjectVersion arn:aws:s3:::entwuerfe/frage']);
  });

  it('with a wrong secret, an unknown key or no signature is refused', async () => {
    const other = running.client({ credentials: { accessKeyId: 'AKLOKAL', secretAccessKey: 'falsch' } });
    const unknown = running.client({ credentials: { accessKeyId: 'AKFREMD', secretAccessKey: 'falsch' } });
    const command = () => new GetObjectCommand({ Bucket, Key: 'reihe' });
    await expect(other.send(command())).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(unknown.send(command())).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
    const anonymous = await fetch(`${running.endpoint}/entwuerfe/reihe`);
    expect([anonymous.status, await anonymous.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied<'),
    ]);
  });

  it('who sends another body than was signed is refused', async () => {
    const sender = running.client();
    sender.middlewareStack.add(
      (next) => async (args) => {
        if (typeof args.request === 'object' && args.request !== null)
          Object.assign(args.request, { body: 'hallO' });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
    );
    const command = new PutObjectCommand({ Bucket, Key: 'x', Body: 'hallo' });
    await expect(sender.send(command)).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
  });
});

it('nothing was logged as an internal error', () => expect(running.logged).toEqual([]));

function blobs(): string[] {
  return readdirSync(join(running.folder, 's3', 'blobs'), { recursive: true })
    .map(String)
    .toSorted();
}

function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
