import { account } from '../../types.ts';
import { answer, type Call } from '../call.ts';
import { invalidArgument, notImplemented } from '../errors.ts';
import type { ObjectVersion, VersionMarker } from '../index-store.ts';
import { listParameters, spelled } from '../listing.ts';
import { type XmlElement, xmlDocument } from '../xml.ts';

/** ListObjectVersions: every version and delete marker, newest first for each key. */
export async function listVersions(call: Call): Promise<void> {
  const { host, caller, bucket, query } = call;
  const { prefix, delimiter, maxKeys, encoded } = listParameters(query);
  if (delimiter) throw notImplemented('ListObjectVersions with a delimiter');
  host.authorize(caller, 's3:ListBucketVersions', bucket.arn, { 's3:prefix': prefix });
  const rows = host.index.listVersions(bucket.name, prefix, marker(call), maxKeys + 1);
  const page = rows.slice(0, maxKeys);
  const truncated = maxKeys > 0 && rows.length > maxKeys;
  const last = page.at(-1);
  const text = (value: string) => spelled(value, encoded);
  const content: XmlElement[] = [
    ['Name', bucket.name],
    ['Prefix', text(prefix)],
    ['KeyMarker', text(query.get('key-marker') ?? '')],
    ['VersionIdMarker', query.get('version-id-marker') ?? ''],
    ['MaxKeys', maxKeys],
    ['IsTruncated', truncated],
  ];
  if (encoded) content.push(['EncodingType', 'url']);
  if (truncated && last)
    content.push(['NextKeyMarker', text(last.key)], ['NextVersionIdMarker', last.versionId]);
  for (const row of page) content.push([row.deleteMarker ? 'DeleteMarker' : 'Version', contents(row, text)]);
  answer(call, 200, {}, xmlDocument('ListVersionsResult', content));
}

function marker({ host, bucket, query }: Call): VersionMarker {
  const key = query.get('key-marker') ?? '';
  const versionId = query.get('version-id-marker');
  if (versionId === undefined) return { key, seq: 0 };
  const version = host.index.version(bucket.name, key, versionId);
  if (!version) throw invalidArgument('Invalid version id specified', 'version-id-marker', versionId);
  return { key, seq: version.seq };
}

function contents(row: ObjectVersion, text: (value: string) => string): XmlElement[] {
  const common: XmlElement[] = [
    ['Key', text(row.key)],
    ['VersionId', row.versionId],
    ['IsLatest', row.latest],
    ['LastModified', new Date(row.modified).toISOString()],
    ['Owner', [['ID', account]]],
  ];
  if (row.deleteMarker) return common;
  return [...common, ['ETag', `"${row.etag}"`], ['Size', row.size], ['StorageClass', 'STANDARD']];
}
