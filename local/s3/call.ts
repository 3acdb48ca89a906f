/** One request on its way through: taken apart, authenticated, with what an operation needs at hand. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { queryEntries } from '../sigv4/canonical.ts';
import type { Verified } from '../sigv4/verify.ts';
import type { Store } from '../store/store.ts';
import { type Authorize, AwsError, type Caller, type HostClock } from '../types.ts';
import type { Blobs } from './blobs.ts';
import type { BucketSpec } from './bucket.ts';
import type { ObjectIndex } from './index-store.ts';
import type { Outbox } from './outbox.ts';

/** What all requests share. */
export interface S3Host {
  store: Store;
  index: ObjectIndex;
  blobs: Blobs;
  outbox: Outbox;
  clock: HostClock;
  authorize: Authorize;
  region: string;
}

export interface Call {
  host: S3Host;
  req: IncomingMessage;
  res: ServerResponse;
  requestId: string;
  bucket: BucketSpec;
  /** Empty where the request is about the bucket. */
  key: string;
  query: ReadonlyMap<string, string>;
  caller: Caller;
  verified: Verified;
  presigned: boolean;
  /** A header, or in a presigned URL the query parameter of that name. */
  header(name: string): string | undefined;
}

export interface Target {
  bucket: string;
  key: string;
  query: Map<string, string>;
}

/** Path style only: `/<bucket>/<key>`; the SDK uses it by itself for an endpoint that is an IP address. */
export function parseTarget(url: string): Target {
  const path = url.split('?', 1)[0] ?? '';
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.", 400);
  }
  const [, bucket = '', ...rest] = decoded.split('/');
  return { bucket, key: rest.join('/'), query: new Map(queryEntries(url)) };
}

export function objectArn(call: Pick<Call, 'bucket' | 'key'>, key = call.key): string {
  return `${call.bucket.arn}/${key}`;
}

/** The addressed version, or undefined for the latest. */
export function versionIdOf(call: Call): string | undefined {
  return call.query.get('versionId');
}

/** True if the caller may; for answers whose text depends on it. */
export function mayDo(call: Call, action: string, resource: string): boolean {
  try {
    call.host.authorize(call.caller, action, resource);
    return true;
  } catch (error) {
    if (error instanceof AwsError) return false;
    throw error;
  }
}

/** Sends a complete answer; `body` only where HTTP allows one. */
export function answer(
  call: Pick<Call, 'res'>,
  status: number,
  headers: Record<string, string> = {},
  xml?: string,
): void {
  const { res } = call;
  res.statusCode = status;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (xml !== undefined) {
    res.setHeader('content-type', 'application/xml');
    res.setHeader('content-length', Buffer.byteLength(xml));
  }
  res.end(xml);
}

/** The headers that name the customer key; empty in a bucket without one. */
export function encryptionHeaders(bucket: BucketSpec): Record<string, string> {
  if (!bucket.kmsKeyArn) return { 'x-amz-server-side-encryption': 'AES256' };
  return {
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': bucket.kmsKeyArn,
  };
}
