/** Finds the addressed version. */
import type { Call } from './call.ts';
import { invalidArgument, methodNotAllowed, noSuchKey, noSuchVersion } from './errors.ts';
import type { ObjectVersion } from './index-store.ts';

/** The latest version (a delete marker too) or undefined; a named version that is not there is NoSuchVersion. */
export function findVersion(call: Call, versionId: string | undefined): ObjectVersion | undefined {
  const { host, bucket, key } = call;
  if (versionId === undefined) return host.index.latest(bucket.name, key);
  const version = host.index.version(bucket.name, key, versionId);
  if (version) return version;
  if (versionId !== 'null' && !/^[\w-]{32}$/.test(versionId))
    throw invalidArgument('Invalid version id specified', 'versionId', versionId);
  throw noSuchVersion(key, versionId);
}

/** Like findVersion, for operations that need an object that exists. */
export function requireVersion(call: Call, versionId: string | undefined): ObjectVersion {
  const version = findVersion(call, versionId);
  if (!version) throw noSuchKey(call.key);
  if (version.deleteMarker)
    throw versionId === undefined ? noSuchKey(call.key) : methodNotAllowed('DeleteMarker');
  return version;
}
