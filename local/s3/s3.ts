/**
 * The embedded S3: a small subset, exact where it answers and 501 where it does not. It checks signatures itself.
 *
 *     const s3 = createS3({ dataDir, clock, authorize, credentials, region, publish });
 *     s3.createBucket({ name: 'papiere', arn: 'arn:aws:s3:::papiere', versioned: true, objectLock: true, eventBridge: false });
 *     s3.start();
 *     createServer((req, res) => s3.handle(req, res)).listen(port, '127.0.0.1');
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { verifyHeaderSignature, verifyPresigned } from '../sigv4/verify.ts';
import { openStore } from '../store/store.ts';
import { type Authorize, account, type Caller, type HostClock, type PublishEvent } from '../types.ts';
import { openBlobs } from './blobs.ts';
import type { BucketSpec } from './bucket.ts';
import { type Call, parseTarget, type S3Host, type Target } from './call.ts';
import { addCorsHeaders, answerPreflight } from './cors.ts';
import { accessDenied, noSuchBucket, noSuchKey, notImplemented } from './errors.ts';
import { type ObjectVersion, openIndex } from './index-store.ts';
import { type CredentialLookup, postObject } from './operations/post-object.ts';
import { newRequestId, openOutbox, type StoredPut } from './outbox.ts';
import { answerError } from './render-error.ts';
import { routeOf } from './routes.ts';
import { setTags } from './set-tags.ts';

export interface S3Options {
  /** Folder of the parts' state; this one keeps to `<dataDir>/s3`. */
  dataDir: string;
  clock: HostClock;
  authorize: Authorize;
  credentials: CredentialLookup;
  region: string;
  publish: PublishEvent;
  /** Told of every new version, at least once, also after a kill (the malware scan listens). */
  onPut?: ((put: StoredPut) => void) | undefined;
  log?: ((line: string) => void) | undefined;
}

export interface S3 {
  /** Makes a bucket known. To be repeated at every start; the objects stay. */
  createBucket(bucket: BucketSpec): void;
  /** Hands on the events that a kill held back. To be called once everybody listens. */
  start(): void;
  /** Answers one HTTP request; never throws. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /**
   * For services inside the host that act in their own name: what GetObject of the latest version gives.
   * Throws AwsError NoSuchKey, or AccessDenied where the bucket's policy does not let the service list.
   */
  getObject(bucket: string, key: string, caller: Caller): { version: ObjectVersion; read: () => Readable };
  /** For services inside the host: the bytes of a version, or undefined if it is gone. */
  read(bucket: string, key: string, versionId: string): Readable | undefined;
  /** For services inside the host: adds tags to a version. */
  tag(bucket: string, key: string, versionId: string, tags: Readonly<Record<string, string>>): void;
  close(): void;
}

export function createS3(options: S3Options): S3 {
  const folder = join(options.dataDir, 's3');
  const store = openStore(join(folder, 'index.sqlite'));
  const index = openIndex(store);
  const blobs = openBlobs(join(folder, 'blobs'));
  blobs.sweep(index.isNamed);
  const { clock, authorize, region } = options;
  const host: S3Host = { store, index, blobs, outbox: openOutbox(store, options), clock, authorize, region };
  const buckets = new Map<string, BucketSpec>();

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const requestId = newRequestId();
    res.setHeader('x-amz-request-id', requestId);
    res.setHeader('server', 'GremienwegS3');
    try {
      const target = parseTarget(req.url ?? '/');
      addCorsHeaders(buckets.get(target.bucket), req, res);
      await dispatch(req, res, requestId, target);
    } catch (error) {
      answerError(req, res, requestId, error, options.log);
    }
  }

  async function dispatch(req: IncomingMessage, res: ServerResponse, requestId: string, target: Target) {
    const { key, query } = target;
    const bucket = buckets.get(target.bucket);
    if (req.method === 'OPTIONS') return answerPreflight(bucket, req, res);
    if (target.bucket === '') throw notImplemented(`${req.method} on the service (ListBuckets)`);
    const isForm =
      req.method === 'POST' && key === '' && /^multipart\/form-data/i.test(req.headers['content-type'] ?? '');
    if (isForm) {
      if (!bucket) throw noSuchBucket(target.bucket);
      return postObject({ host, req, res, requestId, bucket, query }, options.credentials);
    }
    const signed = authenticate(req, query);
    if (!bucket) throw noSuchBucket(target.bucket);
    const header = (name: string) => {
      const value = req.headers[name] ?? (signed.presigned ? query.get(name) : undefined);
      return Array.isArray(value) ? value.join(',') : value;
    };
    const call: Call = { host, req, res, requestId, bucket, key, query, header, ...signed };
    const route = routeOf(call);
    checkOwner(call);
    await route.run(call);
  }

  function authenticate(
    req: IncomingMessage,
    query: Target['query'],
  ): Pick<Call, 'caller' | 'verified' | 'presigned'> {
    const presigned = query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature');
    if (presigned && req.headers.authorization !== undefined)
      throw accessDenied('Only one auth mechanism allowed');
    const verify = presigned ? verifyPresigned : verifyHeaderSignature;
    const verified = verify({
      method: req.method ?? '',
      url: req.url ?? '',
      headers: req.headers,
      secretFor: (id) => options.credentials(id)?.secret,
      service: 's3',
      region,
      now: clock.now(),
    });
    const caller = options.credentials(verified.accessKeyId)?.caller;
    if (!caller) throw accessDenied();
    return { caller, verified, presigned };
  }

  return {
    createBucket(bucket) {
      buckets.set(bucket.name, bucket);
    },
    start: () => host.outbox.flush(),
    handle,
    getObject(bucket, key, caller) {
      const spec = buckets.get(bucket);
      if (!spec) throw noSuchBucket(bucket);
      authorize(caller, 's3:GetObject', `${spec.arn}/${key}`);
      const version = index.latest(bucket, key);
      if (!version || version.deleteMarker) {
        authorize(caller, 's3:ListBucket', spec.arn, { 's3:prefix': key });
        throw noSuchKey(key);
      }
      return { version, read: () => blobs.read(version.blob) };
    },
    read(bucket, key, versionId) {
      const version = index.version(bucket, key, versionId);
      return version && !version.deleteMarker ? blobs.read(version.blob) : undefined;
    },
    tag(bucket, key, versionId, tags) {
      const spec = buckets.get(bucket);
      const version = index.version(bucket, key, versionId);
      if (!spec || !version || version.deleteMarker) return;
      const cause = { requestId: newRequestId(), sourceIp: '127.0.0.1' };
      setTags(host, spec, version, { ...version.tags, ...tags }, cause);
    },
    close: () => store.close(),
  };
}

function checkOwner(call: Call): void {
  const expected = call.header('x-amz-expected-bucket-owner');
  if (expected !== undefined && expected !== account) throw accessDenied();
}
