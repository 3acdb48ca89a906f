import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store/store.ts';
import { AwsError, type PublishEvent } from '../types.ts';
import { createGuardDuty, type GuardDuty } from './guardduty.ts';
import { eicar, scan } from './scan.ts';

const planArn = 'arn:aws:guardduty:eu-central-1:000000000000:malware-protection-plan/p1';

/** The local part of a ZIP entry; what a scanner reads. */
function zipEntry(content: Buffer, { encrypted = false, stored = false } = {}): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50);
  head.writeUInt16LE(encrypted ? 1 : 0, 6);
  head.writeUInt16LE(stored ? 0 : 8, 8);
  head.writeUInt16LE(1, 26);
  return Buffer.concat([head, Buffer.from('a'), stored ? content : deflateRawSync(content)]);
}
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(500), Buffer.from(stream, 'utf16le')]);
const document = zipEntry(Buffer.from('<w:document/>'.repeat(100)));

describe('a scan', () => {
  it.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'NO_THREATS_FOUND'],
    ['random bytes', randomBytes(1000), 'NO_THREATS_FOUND'],
    ['a document', Buffer.concat([document, document]), 'NO_THREATS_FOUND'],
    ['the test file', Buffer.from(eicar), 'THREATS_FOUND'],
    ['the test file within text', Buffer.from(`x${eicar}x`), 'THREATS_FOUND'],
    ['the test file packed', Buffer.concat([document, zipEntry(Buffer.from(eicar))]), 'THREATS_FOUND'],
    [
      'the test file packed behind a megabyte',
      zipEntry(Buffer.concat([randomBytes(1_000_003), Buffer.from(eicar)])),
      'THREATS_FOUND',
    ],
    ['the test file stored', zipEntry(Buffer.from(eicar), { stored: true }), 'THREATS_FOUND'],
    [
      'an entry with password',
      Buffer.concat([document, zipEntry(randomBytes(50), { encrypted: true })]),
      'UNSUPPORTED',
    ],
    ['a document with password', ole('EncryptedPackage'), 'UNSUPPORTED'],
    ['an old Word file', ole('WordDocument'), 'NO_THREATS_FOUND'],
    ['a broken ZIP', Buffer.concat([document.subarray(0, 32), randomBytes(40)]), 'NO_THREATS_FOUND'],
    [
      'a bomb',
      Buffer.concat(Array.from({ length: 9 }, () => zipEntry(Buffer.alloc(32 * 1024 * 1024)))),
      'UNSUPPORTED',
    ],
  ])('of %s', async (_what, file, expected) => {
    expect(await scan(Readable.from([file.subarray(0, 10), file.subarray(10)]))).toBe(expected);
  });
});

describe('malware protection', () => {
  let folder: string;
  let store: Store;
  let guardduty: GuardDuty;
  let now: number;
  let timers: { instant: number; run: () => void }[];
  let events: Parameters<PublishEvent>[0][];
  let tags: unknown[][];
  let files: Map<string, Buffer>;
  let denied: RegExp;

  function open() {
    store = openStore(join(folder, 'guardduty.sqlite'));
    timers = [];
    guardduty = createGuardDuty({
      store,
      clock: {
        now: () => now,
        at(instant, run) {
          if (instant <= now) run();
          else timers.push({ instant, run });
          return () => {};
        },
      },
      authorize: (caller, action) => {
        if (denied.test(`${caller.principalArn} ${action}`)) throw new AwsError('AccessDenied', action, 403);
      },
      publish: (event) => events.push(event),
      read: (_bucket, key) => {
        const file = files.get(key);
        return file && Readable.from([file]);
      },
      tag: (...all) => tags.push(all),
    });
    guardduty.protect({
      planArn,
      bucket: 'entwuerfe',
      prefixes: ['upload/'],
      tagging: true,
      roleArn: 'arn:aws:iam::000000000000:role/scan',
    });
  }
  const put = (key: string, content = 'hallo') => {
    files.set(key, Buffer.from(content));
    guardduty.onPut({ bucket: 'entwuerfe', key, versionId: 'v1', etag: 'e1' });
  };
  const verdicts = () =>
    events.map(
      (event) =>
        (event.detail as { scanResultDetails: { scanResultStatus: string } }).scanResultDetails
          .scanResultStatus,
    );

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guardduty-'));
    now = Date.parse('2026-11-23T08:00:00Z');
    events = [];
    tags = [];
    files = new Map();
    denied = /^$/;
    open();
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sends the verdict in exactly the shape of AWS, and tags the version', async () => {
    put('upload/a', eicar);
    await guardduty.idle();
    expect(events).toEqual([
      {
        source: 'aws.guardduty',
        'detail-type': 'GuardDuty Malware Protection Object Scan Result',
        time: '2026-11-23T08:00:00Z',
        resources: [planArn],
        detail: {
          schemaVersion: '1.0',
          scanStatus: 'COMPLETED',
          resourceType: 'S3_OBJECT',
          s3ObjectDetails: {
            bucketName: 'entwuerfe',
            objectKey: 'upload/a',
            eTag: 'e1',
            versionId: 'v1',
            s3Throttled: false,
          },
          scanResultDetails: {
            scanResultStatus: 'THREATS_FOUND',
            threats: [{ name: 'EICAR-Test-File (not a virus)' }],
          },
        },
      },
    ]);
    expect(tags).toEqual([['entwuerfe', 'upload/a', 'v1', { GuardDutyMalwareScanStatus: 'THREATS_FOUND' }]]);
  });

  it('looks at the protected prefix only', async () => {
    put('modell/a', eicar);
    guardduty.onPut({ bucket: 'papiere', key: 'upload/a', versionId: 'v1', etag: 'e1' });
    await guardduty.idle();
    expect(events).toEqual([]);
  });

  it('comes late when told so, on the host clock', async () => {
    guardduty.setVerdicts({ late: 5000 });
    put('upload/a');
    await guardduty.idle();
    expect(timers.map((timer) => timer.instant - now)).toEqual([5000]);
    expect(events).toEqual([]);
    now += 5000;
    for (const { run } of timers) run();
    await guardduty.idle();
    expect(verdicts()).toEqual(['NO_THREATS_FOUND']);
  });

  it('never comes when told so', async () => {
    guardduty.setVerdicts('never');
    put('upload/a');
    await guardduty.idle();
    expect([events, timers]).toEqual([[], []]);
  });

  it('comes after a restart for what was put before it, and only once', async () => {
    guardduty.setVerdicts({ late: 5000 });
    put('upload/a');
    put('upload/a');
    store.close();
    now += 10_000;
    open();
    guardduty.start();
    await guardduty.idle();
    expect(verdicts()).toEqual(['NO_THREATS_FOUND']);
    store.close();
    open();
    guardduty.start();
    await guardduty.idle();
    expect(events).toHaveLength(1);
  });

  it('does not come for a version that is gone', async () => {
    guardduty.onPut({ bucket: 'entwuerfe', key: 'upload/weg', versionId: 'v1', etag: 'e1' });
    await guardduty.idle();
    expect(events).toEqual([]);
  });

  it('is ACCESS_DENIED when the role may not read', async () => {
    denied = /role\/scan s3:GetObjectVersion/;
    put('upload/a', eicar);
    await guardduty.idle();
    expect(verdicts()).toEqual(['ACCESS_DENIED']);
  });

  it('sets no tag when the role may not', async () => {
    denied = /Tagging/;
    put('upload/a');
    await guardduty.idle();
    expect([verdicts(), tags]).toEqual([['NO_THREATS_FOUND'], []]);
  });
});
