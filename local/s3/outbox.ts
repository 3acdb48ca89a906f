/**
 * What follows a change of an object: the event on the bus, and whoever watches puts inside the host. Recorded in
 * the change's own transaction, so that a kill between the two delays it and never loses it; it may come twice.
 */
import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { account, type PublishEvent } from '../types.ts';
import type { BucketSpec } from './bucket.ts';
import type { ObjectVersion } from './index-store.ts';

type ObjectEventType = 'Object Created' | 'Object Deleted' | 'Object Tags Added';

/** A new version in a bucket, as the malware scan wants it. */
export interface StoredPut {
  bucket: string;
  key: string;
  versionId: string;
  etag: string;
  size: number;
  /** Milliseconds since 1970, host clock. */
  time: number;
}

export interface Cause {
  requestId: string;
  sourceIp: string;
  /** `PutObject`, `POST Object`, `DeleteObject`; tagging events carry none. */
  reason?: string;
}

type BusEvent = Parameters<PublishEvent>[0];
interface Entry {
  event?: BusEvent;
  put?: StoredPut;
}

export interface Outbox {
  /** To be called inside the transaction of the change. */
  record(type: ObjectEventType, bucket: BucketSpec, version: ObjectVersion, cause: Cause, now: number): void;
  /** Hands on everything recorded, oldest first. */
  flush(): void;
}

export interface OutboxTargets {
  publish: PublishEvent;
  onPut?: ((put: StoredPut) => void) | undefined;
  log?: ((line: string) => void) | undefined;
}

export function openOutbox(store: Store, { publish, onPut, log }: OutboxTargets): Outbox {
  // Whoever is told of a put may change the object at once (tags) and so come back here.
  let flushing = false;
  const oldest = () => store.get<{ seq: number; entry: string }>('SELECT * FROM outbox ORDER BY seq LIMIT 1');
  store.run('CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL)');
  return {
    record(type, bucket, version, cause, now) {
      const entry: Entry = {};
      if (bucket.eventBridge) entry.event = objectEvent(type, bucket, version, cause, now);
      if (onPut && type === 'Object Created') entry.put = storedPut(version, now);
      if (entry.event || entry.put)
        store.run('INSERT INTO outbox (entry) VALUES (?)', [JSON.stringify(entry)]);
    },
    flush() {
      if (flushing) return;
      flushing = true;
      try {
        for (let row = oldest(); row; row = oldest()) {
          const { event, put } = JSON.parse(row.entry) as Entry;
          if (event) publish(event);
          if (put) onPut?.(put);
          store.run('DELETE FROM outbox WHERE seq = ?', [row.seq]);
        }
      } catch (error) {
        // The change itself is done; its event stays recorded and goes out with the next one.
        log?.(`s3: an event could not be handed on: ${String(error)}`);
      } finally {
        flushing = false;
      }
    },
  };
}

function storedPut({ bucket, key, versionId, etag, size }: ObjectVersion, time: number): StoredPut {
  return { bucket, key, versionId, etag, size, time };
}

/** The event as the Amazon S3 User Guide, "EventBridge event message structure", shows it. */
function objectEvent(
  type: ObjectEventType,
  bucket: BucketSpec,
  version: ObjectVersion,
  cause: Cause,
  now: number,
): BusEvent {
  const versionId = bucket.versioned ? { 'version-id': version.versionId } : {};
  const created = { size: version.size, etag: version.etag };
  const object = {
    key: version.key,
    ...(type === 'Object Deleted' ? {} : type === 'Object Created' ? created : { etag: version.etag }),
    ...versionId,
    ...(type === 'Object Tags Added' ? {} : { sequencer: sequencer(version, now) }),
  };
  return {
    source: 'aws.s3',
    'detail-type': type,
    time: new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    resources: [bucket.arn],
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object,
      'request-id': cause.requestId,
      requester: account,
      'source-ip-address': cause.sourceIp,
      ...(cause.reason === undefined ? {} : { reason: cause.reason }),
      ...(type === 'Object Deleted' ? { 'deletion-type': deletionType(version) } : {}),
    },
  };
}

function deletionType(version: ObjectVersion): string {
  return version.deleteMarker && version.latest ? 'Delete Marker Created' : 'Permanently Deleted';
}

/** Hexadecimal and growing from version to version of a key. */
function sequencer(version: ObjectVersion, now: number): string {
  return `${now.toString(16).padStart(12, '0')}${version.seq.toString(16).padStart(8, '0')}`.toUpperCase();
}

/** Sixteen letters and digits, as S3 names a request. */
export function newRequestId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
}
