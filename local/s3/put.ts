/** Storing a new version: shared by PUT and by the browser's form. */

import { AwsError } from '../types.ts';
import type { Body } from './body.ts';
import { type Call, encryptionHeaders, objectArn } from './call.ts';
import { checksumHeader } from './checksums.ts';
import { checkWriteConditions } from './conditions.ts';
import { invalidRequest, notImplemented } from './errors.ts';
import { nextVersionId, type ObjectVersion } from './index-store.ts';
import { parseRetention, requireLockBucket } from './object-lock.ts';
import { parseTagHeader } from './tags.ts';

/** Headers that are stored and given back as they came. */
const systemHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
] as const;

/** A put, whether its properties came as headers or as fields of a form. */
export interface PutCall
  extends Pick<Call, 'host' | 'req' | 'requestId' | 'bucket' | 'key' | 'caller' | 'header'> {
  /** The names that `header` may be asked for, in lower case. */
  headerNames: readonly string[];
}

/** Refuses what the caller may not do or this S3 cannot do, before a byte is read. */
export function preparePut(call: PutCall) {
  const { host, caller, header } = call;
  const arn = objectArn(call);
  const retention = parseRetention(
    header('x-amz-object-lock-mode'),
    header('x-amz-object-lock-retain-until-date'),
    host.clock.now(),
  );
  host.authorize(caller, 's3:PutObject', arn);
  if (retention) {
    requireLockBucket(call.bucket);
    host.authorize(caller, 's3:PutObjectRetention', arn);
  }
  if (header('x-amz-tagging') !== undefined) host.authorize(caller, 's3:PutObjectTagging', arn);
  // A conditional overwrite tells about the object that is there.
  if (header('if-match') !== undefined) host.authorize(caller, 's3:GetObject', arn);
  checkEncryption(call);
  if (Buffer.byteLength(call.key) > 1024) throw new AwsError('KeyTooLongError', 'Your key is too long', 400);
  return {
    retention,
    tags: parseTagHeader(header('x-amz-tagging')),
    metadata: metadataOf(call),
    headers: storedHeaders(header),
    contentType: header('content-type') || 'binary/octet-stream',
  };
}

/** Streams the body to disk, checks it, and makes it the latest version in one transaction with its event. */
export async function storeVersion(
  call: PutCall,
  prepared: ReturnType<typeof preparePut>,
  body: Body,
  reason: string,
): Promise<ObjectVersion> {
  const { host, bucket, key } = call;
  if (prepared.retention && !body.checked)
    throw invalidRequest(
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  const written = await host.blobs.write(body.source, [body.algorithm]);
  try {
    body.verify(written);
    const now = host.clock.now();
    const { added, replaced } = host.store.transaction(() => {
      const latest = host.index.latest(bucket.name, key);
      checkWriteConditions(call.header, key, latest);
      const result = host.index.add({
        bucket: bucket.name,
        key,
        versionId: bucket.versioned ? nextVersionId(bucket.name, key, latest, written.md5) : 'null',
        deleteMarker: false,
        blob: written.blob,
        size: written.size,
        etag: written.md5,
        modified: now,
        checksum: { algorithm: body.algorithm, value: written.checksums.get(body.algorithm) ?? '' },
        ...prepared,
      });
      const sourceIp = call.req.socket.remoteAddress ?? '127.0.0.1';
      host.outbox.record(
        'Object Created',
        bucket,
        result.added,
        { requestId: call.requestId, sourceIp, reason },
        now,
      );
      return result;
    });
    if (replaced?.blob) await host.blobs.remove(replaced.blob);
    host.outbox.flush();
    return added;
  } catch (error) {
    if (!host.index.isNamed(written.blob)) await host.blobs.remove(written.blob);
    throw error;
  }
}

/** What an answer says about a version that was just stored. */
export function storedHeadersOf(call: PutCall, version: ObjectVersion): Record<string, string> {
  return {
    etag: `"${version.etag}"`,
    ...(call.bucket.versioned ? { 'x-amz-version-id': version.versionId } : {}),
    ...(version.checksum
      ? {
          [checksumHeader(version.checksum.algorithm)]: version.checksum.value,
          'x-amz-checksum-type': 'FULL_OBJECT',
        }
      : {}),
    ...encryptionHeaders(call.bucket),
  };
}

function storedHeaders(header: (name: string) => string | undefined): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of systemHeaders) {
    const value = header(name);
    if (value !== undefined) kept[name] = value;
  }
  // The framing of the transport is no property of the object.
  const encodings = (kept['content-encoding'] ?? '')
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'aws-chunked');
  delete kept['content-encoding'];
  return encodings.length > 0 ? { ...kept, 'content-encoding': encodings.join(',') } : kept;
}

function metadataOf(call: PutCall): Record<string, string> {
  const prefix = 'x-amz-meta-';
  const names = call.headerNames.filter((name) => name.startsWith(prefix));
  const metadata: Record<string, string> = {};
  for (const name of names) metadata[name.slice(prefix.length)] = call.header(name) ?? '';
  const size = Object.entries(metadata).reduce(
    (sum, [name, value]) => sum + name.length + Buffer.byteLength(value),
    0,
  );
  if (size > 2048)
    throw new AwsError(
      'MetadataTooLarge',
      'Your metadata headers exceed the maximum allowed metadata size',
      400,
    );
  return metadata;
}

/** The bucket's encryption is the only one there is: a request may repeat it, not change it. */
function checkEncryption({ bucket, header }: PutCall): void {
  const asked = header('x-amz-server-side-encryption');
  const key = header('x-amz-server-side-encryption-aws-kms-key-id');
  const own = bucket.kmsKeyArn ? 'aws:kms' : 'AES256';
  if (asked !== undefined && asked !== own)
    throw notImplemented(`x-amz-server-side-encryption: ${asked} in a bucket encrypted with ${own}`);
  if (key !== undefined && key !== bucket.kmsKeyArn && !bucket.kmsKeyArn?.endsWith(`/${key}`))
    throw notImplemented("a key other than the bucket's");
  const storageClass = header('x-amz-storage-class');
  if (storageClass !== undefined && storageClass !== 'STANDARD')
    throw notImplemented(`storage class ${storageClass}`);
}
