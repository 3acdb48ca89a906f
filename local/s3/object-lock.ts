/** Object lock: who may shorten, lift or delete what is to be kept. Amazon S3 User Guide, "S3 Object Lock". */
import type { BucketSpec } from './bucket.ts';
import { type Call, mayDo, objectArn } from './call.ts';
import { invalidArgument, invalidRequest, locked } from './errors.ts';
import type { LockMode, ObjectVersion, Retention } from './index-store.ts';

/** Reads mode and retain-until-date, both or neither; the date must lie ahead. */
export function parseRetention(
  mode: string | undefined,
  until: string | undefined,
  now: number,
): Retention | undefined {
  if (mode === undefined && until === undefined) return undefined;
  if (mode === undefined || until === undefined)
    throw invalidArgument(
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
      'x-amz-object-lock-mode',
      mode ?? '',
    );
  if (!isLockMode(mode)) throw invalidArgument('Unknown wormMode directive.', 'x-amz-object-lock-mode', mode);
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(until) ? Date.parse(until) : Number.NaN;
  if (Number.isNaN(instant))
    throw invalidArgument(
      'The retain until date must be provided in ISO 8601 format',
      'x-amz-object-lock-retain-until-date',
      until,
    );
  if (instant <= now)
    throw invalidArgument(
      'The retain until date must be in the future!',
      'x-amz-object-lock-retain-until-date',
      until,
    );
  return { mode, until: instant };
}

export function requireLockBucket(bucket: BucketSpec): void {
  if (!bucket.objectLock) throw invalidRequest('Bucket is missing Object Lock Configuration');
}

/** A version under retention stays; governance yields to whoever may bypass it and says so. */
export function checkDeletable(call: Call, version: ObjectVersion): void {
  if (isRetained(version, call.host.clock.now()) && !bypasses(call, version.retention)) throw locked();
}

/** Extending is free; shortening or lifting needs the bypass, and compliance knows none. */
export function checkRetentionChange(call: Call, version: ObjectVersion, next: Retention | undefined): void {
  const { retention } = version;
  if (!retention || !isRetained(version, call.host.clock.now())) return;
  const longer = next !== undefined && next.until >= retention.until;
  const notWeaker = next?.mode === retention.mode || retention.mode === 'GOVERNANCE';
  if (!(longer && notWeaker) && !bypasses(call, retention)) throw locked();
}

function isRetained(version: ObjectVersion, now: number): boolean {
  return version.retention !== undefined && version.retention.until > now;
}

function bypasses(call: Call, retention: Retention | undefined): boolean {
  return (
    retention?.mode === 'GOVERNANCE' &&
    call.header('x-amz-bypass-governance-retention')?.toLowerCase() === 'true' &&
    mayDo(call, 's3:BypassGovernanceRetention', objectArn(call))
  );
}

function isLockMode(mode: string): mode is LockMode {
  return mode === 'GOVERNANCE' || mode === 'COMPLIANCE';
}
