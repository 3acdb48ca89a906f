/** Which operation a request is, and everything else refused by the name that AWS gives it. */
import type { Call } from './call.ts';
import { notImplemented } from './errors.ts';
import { deleteObject } from './operations/delete-object.ts';
import { getObject, responseOverrides } from './operations/get-object.ts';
import { listObjects } from './operations/list-objects.ts';
import { listVersions } from './operations/list-versions.ts';
import { putObject } from './operations/put-object.ts';
import { getObjectRetention, putObjectRetention } from './operations/retention.ts';
import { getObjectTagging, putObjectTagging } from './operations/tagging.ts';

interface Route {
  operation: string;
  method: string;
  level: 'bucket' | 'object';
  /** The parameter that makes it this operation, e.g. `?retention`; none for the plain ones. */
  subresource?: string;
  /** Further parameters and x-amz headers that the operation understands; any other is refused. */
  parameters: readonly string[];
  headers: readonly RegExp[];
  run: (call: Call) => Promise<void>;
}

const lists = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];
const reads = ['versionId', ...Object.keys(responseOverrides)];
const checksums =
  /^x-amz-(checksum-(crc32|crc32c|crc64nvme|sha1|sha256)|trailer|decoded-content-length|sdk-checksum-algorithm)$/;
const put = [
  checksums,
  /^x-amz-meta-/,
  /^x-amz-(tagging|storage-class)$/,
  /^x-amz-object-lock-(mode|retain-until-date)$/,
  /^x-amz-server-side-encryption(-aws-kms-key-id)?$/,
];
const bypass = /^x-amz-bypass-governance-retention$/;

const routes: readonly Route[] = [
  { operation: 'PutObject', method: 'PUT', level: 'object', parameters: [], headers: put, run: putObject },
  {
    operation: 'GetObject',
    method: 'GET',
    level: 'object',
    parameters: reads,
    headers: [/^x-amz-checksum-mode$/],
    run: getObject,
  },
  {
    operation: 'HeadObject',
    method: 'HEAD',
    level: 'object',
    parameters: reads,
    headers: [/^x-amz-checksum-mode$/],
    run: getObject,
  },
  {
    operation: 'DeleteObject',
    method: 'DELETE',
    level: 'object',
    parameters: ['versionId'],
    headers: [bypass],
    run: deleteObject,
  },
  {
    operation: 'PutObjectRetention',
    method: 'PUT',
    level: 'object',
    subresource: 'retention',
    parameters: ['versionId'],
    headers: [checksums, bypass],
    run: putObjectRetention,
  },
  {
    operation: 'GetObjectRetention',
    method: 'GET',
    level: 'object',
    subresource: 'retention',
    parameters: ['versionId'],
    headers: [],
    run: getObjectRetention,
  },
  {
    operation: 'PutObjectTagging',
    method: 'PUT',
    level: 'object',
    subresource: 'tagging',
    parameters: ['versionId'],
    headers: [checksums],
    run: putObjectTagging,
  },
  {
    operation: 'GetObjectTagging',
    method: 'GET',
    level: 'object',
    subresource: 'tagging',
    parameters: ['versionId'],
    headers: [],
    run: getObjectTagging,
  },
  {
    operation: 'ListObjectsV2',
    method: 'GET',
    level: 'bucket',
    subresource: 'list-type',
    parameters: [...lists, 'continuation-token', 'start-after'],
    headers: [],
    run: listObjects,
  },
  {
    operation: 'ListObjectVersions',
    method: 'GET',
    level: 'bucket',
    subresource: 'versions',
    parameters: [...lists, 'key-marker', 'version-id-marker'],
    headers: [],
    run: listVersions,
  },
];

/** Parameters of S3 that choose an operation; one of these never falls through to a plain put or get. */
const subresources = routes.flatMap((route) => route.subresource ?? []);
/** Signature and the SDK's own notes. */
const ignoredParameter =
  /^(x-id|X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Content-Sha256))$/;
const ignoredHeader = /^x-amz-(date|content-sha256|user-agent|expected-bucket-owner)$/;
/** Conditions only where the operation heeds them: ignored, one would overwrite what it was to protect. */
const conditions = /^if-(none-)?match$|^if-(un)?modified-since$/;

/** Finds the operation; throws NotImplemented with the name of what this S3 does not do. */
export function routeOf(call: Pick<Call, 'req' | 'key' | 'query'>): Route {
  const { method = '' } = call.req;
  const level = call.key === '' ? 'bucket' : 'object';
  const parameters = [...call.query.keys()].filter((name) => !ignoredParameter.test(name));
  const subresource = parameters.find((name) => subresources.includes(name));
  const route = routes.find(
    (candidate) =>
      candidate.method === method && candidate.level === level && candidate.subresource === subresource,
  );
  if (!route)
    throw notImplemented(`${method} on ${level === 'bucket' ? 'a bucket' : 'an object'}${named(parameters)}`);
  const headers = Object.keys(call.req.headers).filter((name) => name.startsWith('x-amz-'));
  // In a presigned URL headers travel as parameters.
  const [moved, rest] = partition(parameters, (name) => name.startsWith('x-amz-'));
  const unknown = [
    ...rest.filter((name) => name !== route.subresource && !route.parameters.includes(name)),
    ...[...headers, ...moved].filter(
      (name) => !ignoredHeader.test(name) && !route.headers.some((pattern) => pattern.test(name)),
    ),
    ...Object.keys(call.req.headers).filter((name) => conditions.test(name) && !heeds(route, name)),
  ];
  if (unknown.length > 0) throw notImplemented(`${unknown.join(', ')} in ${route.operation}`);
  return route;
}

function heeds({ operation }: Route, condition: string): boolean {
  if (operation === 'GetObject' || operation === 'HeadObject') return true;
  return operation === 'PutObject' && !condition.endsWith('since');
}

function named(parameters: readonly string[]): string {
  return parameters.length > 0 ? ` with ?${parameters.join('&')}` : '';
}

function partition<T>(all: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((item) => !test(item))];
}
