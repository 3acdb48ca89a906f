import { pipeline } from 'node:stream/promises';
import { AwsError } from '../../types.ts';
import { answer, type Call, encryptionHeaders, mayDo, objectArn, versionIdOf } from '../call.ts';
import { checksumHeader } from '../checksums.ts';
import { checkReadConditions, parseRange } from '../conditions.ts';
import { headerMembers, invalidArgument, methodNotAllowed, noSuchKey } from '../errors.ts';
import { findVersion } from '../find.ts';
import type { ObjectVersion } from '../index-store.ts';

/** The answer's headers that a signed request may set, by the query parameter that sets them. */
export const responseOverrides: Readonly<Record<string, string>> = {
  'response-cache-control': 'cache-control',
  'response-content-disposition': 'content-disposition',
  'response-content-encoding': 'content-encoding',
  'response-content-language': 'content-language',
  'response-content-type': 'content-type',
  'response-expires': 'expires',
};

/** GetObject and HeadObject: conditions, one range, a version, the response overrides. */
export async function getObject(call: Call): Promise<void> {
  const version = readable(call);
  if (checkReadConditions(call.header, version) === 304) {
    const { etag, 'last-modified': modified } = describe(call, version);
    return answer(call, 304, { etag: etag ?? '', 'last-modified': modified ?? '' });
  }
  const range = parseRange(call.header('range'), version.size);
  const headers = { ...describe(call, version), ...overrides(call) };
  if (call.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && version.checksum && !range) {
    headers[checksumHeader(version.checksum.algorithm)] = version.checksum.value;
    headers['x-amz-checksum-type'] = 'FULL_OBJECT';
  }
  const { start, end } = range ?? { start: 0, end: version.size - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range) headers['content-range'] = `bytes ${start}-${end}/${version.size}`;
  if (call.req.method === 'HEAD' || version.size === 0) return answer(call, range ? 206 : 200, headers);

  call.res.writeHead(range ? 206 : 200, headers);
  await pipeline(call.host.blobs.read(version.blob, { start, end }), call.res);
}

function readable(call: Call): ObjectVersion {
  const { host, caller, bucket, key } = call;
  const versionId = versionIdOf(call);
  host.authorize(caller, versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion', objectArn(call));
  // Whoever may not list the bucket does not learn either whether a key exists.
  const missing = () => {
    host.authorize(caller, 's3:ListBucket', bucket.arn, { 's3:prefix': key });
    return noSuchKey(key);
  };
  const version = findVersion(call, versionId);
  if (!version) throw missing();
  if (version.deleteMarker) {
    const error = versionId === undefined ? missing() : methodNotAllowed('DeleteMarker');
    throw new AwsError(error.code, error.message, error.status, {
      ...error.members,
      [headerMembers]: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId },
    });
  }
  return version;
}

function describe(call: Call, version: ObjectVersion): Record<string, string> {
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.modified).toUTCString(),
    'content-type': version.contentType,
    ...version.headers,
    ...encryptionHeaders(call.bucket),
  };
  for (const [name, value] of Object.entries(headers)) headers[name] = asciiOnly(value);
  for (const [name, value] of Object.entries(version.metadata))
    headers[`x-amz-meta-${name}`] = asciiOnly(value);
  if (call.bucket.versioned) headers['x-amz-version-id'] = version.versionId;
  const tags = Object.keys(version.tags).length;
  if (tags > 0) headers['x-amz-tagging-count'] = String(tags);
  if (version.retention && mayDo(call, 's3:GetObjectRetention', objectArn(call))) {
    headers['x-amz-object-lock-mode'] = version.retention.mode;
    headers['x-amz-object-lock-retain-until-date'] = new Date(version.retention.until).toISOString();
  }
  return headers;
}

function overrides(call: Call): Record<string, string> {
  const set = Object.entries(responseOverrides).flatMap(([parameter, header]) => {
    const value = call.query.get(parameter);
    if (value !== undefined && !/^[\x20-\x7e\xa0-\xff]*$/.test(value))
      throw invalidArgument('Header value cannot be represented using ISO-8859-1.', parameter, value);
    return value === undefined ? [] : [[header, value] as const];
  });
  return Object.fromEntries(set);
}

/** A form's fields may hold any letter, a header may not: S3 gives such values back as RFC 2047 has it. */
function asciiOnly(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;
}
