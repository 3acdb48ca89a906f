import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningS3, runS3 } from './running-s3.ts';

let running: RunningS3;
afterEach(() => running.stop());

const Bucket = 'entwuerfe';
const now = Date.parse('2026-11-23T08:00:00.500Z');

describe('an object event', () => {
  it('has exactly the shape that AWS sends', async () => {
    running = await runS3({ now });
    const client = running.client();
    const Key = 'upload/ä b';
    const { VersionId, ETag } = await client.send(new PutObjectCommand({ Bucket, Key, Body: 'hallo' }));
    expect(running.events).toEqual([
      {
        source: 'aws.s3',
        'detail-type': 'Object Created',
        time: '2026-11-23T08:00:00Z',
        resources: ['arn:aws:s3:::entwuerfe'],
        detail: {
          version: '0',
          bucket: { name: 'entwuerfe' },
          object: {
            key: Key,
            size: 5,
            etag: ETag?.replaceAll('"', ''),
            'version-id': VersionId,
            sequencer: expect.stringMatching(/^[0-9A-F]{20}$/),
          },
          'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
          requester: '000000000000',
          'source-ip-address': '127.0.0.1',
          reason: 'PutObject',
        },
      },
    ]);
  });

  it('comes for a delete marker and for a version deleted for good', async () => {
    running = await runS3({ now });
    const client = running.client();
    const { VersionId } = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const marker = await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId }));
    expect(running.events.slice(1).map((event) => event.detail)).toEqual([
      expect.objectContaining({
        reason: 'DeleteObject',
        'deletion-type': 'Delete Marker Created',
        object: { key: 'k', 'version-id': marker.VersionId, sequencer: expect.any(String) },
      }),
      expect.objectContaining({ 'deletion-type': 'Permanently Deleted' }),
    ]);
  });

  it('comes from no bucket that does not send events', async () => {
    running = await runS3({ now });
    await running.client().send(new PutObjectCommand({ Bucket: 'papiere', Key: 'k', Body: 'x' }));
    expect(running.events).toEqual([]);
    expect(running.puts).toHaveLength(1);
  });

  it('that could not be handed on comes after the next start, before all later ones', async () => {
    let broken = true;
    const received: string[] = [];
    running = await runS3({
      now,
      publish: (event) => {
        if (broken) throw new Error('bus is down');
        received.push(JSON.stringify(event.detail));
      },
    });
    const client = running.client();
    await client.send(new PutObjectCommand({ Bucket, Key: 'eins', Body: 'x' }));
    await client.send(new PutObjectCommand({ Bucket, Key: 'zwei', Body: 'x' }));
    expect(received).toEqual([]);

    broken = false;
    running.restart();
    await client.send(new PutObjectCommand({ Bucket, Key: 'drei', Body: 'x' }));
    expect(received.map((detail) => /"key":"(\w+)"/.exec(detail)?.[1])).toEqual(['eins', 'zwei', 'drei']);
    expect(running.logged).toEqual([
      expect.stringContaining('bus is down'),
      expect.stringContaining('bus is down'),
    ]);
  });
});
