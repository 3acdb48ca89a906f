/** Replaces a version's tags, with the event that says so. Used over HTTP and by the malware scan. */
import type { BucketSpec } from './bucket.ts';
import type { S3Host } from './call.ts';
import type { ObjectVersion } from './index-store.ts';
import type { Cause } from './outbox.ts';
import type { Tags } from './tags.ts';

export function setTags(
  host: S3Host,
  bucket: BucketSpec,
  version: ObjectVersion,
  tags: Tags,
  cause: Cause,
): void {
  host.store.transaction(() => {
    host.index.setFacts(version, { tags });
    host.outbox.record('Object Tags Added', bucket, version, cause, host.clock.now());
  });
  host.outbox.flush();
}
