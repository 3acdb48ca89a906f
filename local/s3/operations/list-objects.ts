import { answer, type Call } from '../call.ts';
import { invalidArgument } from '../errors.ts';
import { behindAll, type ObjectVersion } from '../index-store.ts';
import { listParameters, spelled } from '../listing.ts';
import { type XmlElement, xmlDocument } from '../xml.ts';

/** ListObjectsV2: by prefix, with delimiter and pages of up to 1,000. */
export async function listObjects(call: Call): Promise<void> {
  const { host, caller, bucket, query } = call;
  const { prefix, delimiter, maxKeys, encoded } = listParameters(query);
  host.authorize(caller, 's3:ListBucket', bucket.arn, { 's3:prefix': prefix });
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const after = token === undefined ? startAfter : Buffer.from(token, 'base64url').toString();
  if (token !== undefined && after === '')
    throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);

  const page = collect(call, { prefix, delimiter, after, limit: maxKeys });
  const text = (value: string) => spelled(value, encoded);
  const content: XmlElement[] = [
    ['Name', bucket.name],
    ['Prefix', text(prefix)],
    ['KeyCount', page.objects.length + page.prefixes.length],
    ['MaxKeys', maxKeys],
    ['IsTruncated', page.truncated],
  ];
  if (delimiter) content.push(['Delimiter', text(delimiter)]);
  if (encoded) content.push(['EncodingType', 'url']);
  if (token !== undefined) content.push(['ContinuationToken', token]);
  if (startAfter) content.push(['StartAfter', text(startAfter)]);
  if (page.truncated) content.push(['NextContinuationToken', Buffer.from(page.last).toString('base64url')]);
  for (const object of page.objects) content.push(['Contents', contents(object, text)]);
  for (const common of page.prefixes) content.push(['CommonPrefixes', [['Prefix', text(common)]]]);
  answer(call, 200, {}, xmlDocument('ListBucketResult', content));
}

interface Ask {
  prefix: string;
  delimiter: string;
  after: string;
  limit: number;
}

function collect(call: Call, { prefix, delimiter, after, limit }: Ask) {
  const objects: ObjectVersion[] = [];
  const prefixes: string[] = [];
  const more = (from: string) => call.host.index.listLatest(call.bucket.name, prefix, from, limit + 1);
  let last = after;
  let rows: ObjectVersion[] = [];
  for (;;) {
    if (rows.length === 0 && limit > 0) rows = more(last);
    const row = rows.shift();
    if (!row) return { objects, prefixes, truncated: false, last };
    if (objects.length + prefixes.length === limit) return { objects, prefixes, truncated: true, last };
    const end = delimiter ? row.key.indexOf(delimiter, prefix.length) : -1;
    if (end < 0) {
      objects.push(row);
      last = row.key;
      continue;
    }
    const common = row.key.slice(0, end + delimiter.length);
    prefixes.push(common);
    // One jump behind everything that shares the prefix, however much that is.
    last = common + behindAll;
    rows = [];
  }
}

function contents(object: ObjectVersion, text: (value: string) => string): XmlElement[] {
  return [
    ['Key', text(object.key)],
    ['LastModified', new Date(object.modified).toISOString()],
    ['ETag', `"${object.etag}"`],
    ['ChecksumAlgorithm', object.checksum?.algorithm],
    ['ChecksumType', object.checksum && 'FULL_OBJECT'],
    ['Size', object.size],
    ['StorageClass', 'STANDARD'],
  ];
}
