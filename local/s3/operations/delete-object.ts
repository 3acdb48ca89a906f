import { AwsError } from '../../types.ts';
import { answer, type Call, objectArn, versionIdOf } from '../call.ts';
import { findVersion } from '../find.ts';
import { nextVersionId, type ObjectVersion } from '../index-store.ts';
import { checkDeletable } from '../object-lock.ts';

/** DeleteObject: a delete marker on top, or with a version id that version for good. */
export async function deleteObject(call: Call): Promise<void> {
  const { host, caller, bucket } = call;
  const versionId = versionIdOf(call);
  host.authorize(
    caller,
    versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
    objectArn(call),
  );
  if (versionId === undefined && bucket.versioned) {
    const marker = addMarker(call);
    return answer(call, 204, { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId });
  }
  const removed = existing(call, versionId);
  if (removed) await removeForGood(call, removed);
  answer(call, 204, {
    ...(versionId === undefined ? {} : { 'x-amz-version-id': versionId }),
    ...(removed?.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
  });
}

function addMarker(call: Call): ObjectVersion {
  const { host, bucket, key } = call;
  const now = host.clock.now();
  const marker = host.store.transaction(() => {
    const { added } = host.index.add({
      bucket: bucket.name,
      key,
      versionId: nextVersionId(bucket.name, key, host.index.latest(bucket.name, key), 'delete-marker'),
      deleteMarker: true,
      blob: '',
      size: 0,
      etag: '',
      modified: now,
      contentType: '',
      headers: {},
      metadata: {},
      tags: {},
    });
    host.outbox.record('Object Deleted', bucket, added, cause(call), now);
    return added;
  });
  host.outbox.flush();
  return marker;
}

async function removeForGood(call: Call, version: ObjectVersion): Promise<void> {
  const { host, bucket } = call;
  checkDeletable(call, version);
  host.store.transaction(() => {
    host.index.remove(version);
    host.outbox.record(
      'Object Deleted',
      bucket,
      { ...version, latest: false },
      cause(call),
      host.clock.now(),
    );
  });
  host.outbox.flush();
  if (version.blob) await host.blobs.remove(version.blob);
}

/** Deleting what is not there is no error. */
function existing(call: Call, versionId: string | undefined): ObjectVersion | undefined {
  try {
    return findVersion(call, versionId);
  } catch (error) {
    if (error instanceof AwsError && error.code === 'NoSuchVersion') return undefined;
    throw error;
  }
}

function cause(call: Call) {
  const sourceIp = call.req.socket.remoteAddress ?? '127.0.0.1';
  return { requestId: call.requestId, sourceIp, reason: 'DeleteObject' };
}
