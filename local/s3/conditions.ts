/** Conditional requests and byte ranges: RFC 9110, sections 13 and 14, as far as S3 follows them. */
import { AwsError } from '../types.ts';
import { noSuchKey, notImplemented, preconditionFailed } from './errors.ts';
import type { ObjectVersion } from './index-store.ts';

type Header = (name: string) => string | undefined;

/** Whether a put may become the latest version; to be asked inside its transaction. */
export function checkWriteConditions(header: Header, key: string, current: ObjectVersion | undefined): void {
  const existing = current?.deleteMarker ? undefined : current;
  const noneMatch = header('if-none-match');
  if (noneMatch !== undefined && noneMatch !== '*')
    throw notImplemented('If-None-Match with an ETag on a write');
  if (noneMatch === '*' && existing) throw preconditionFailed('If-None-Match');
  const match = header('if-match');
  if (match === undefined) return;
  if (!existing) throw noSuchKey(key);
  if (!matches(match, existing.etag)) throw preconditionFailed('If-Match');
}

/** 200, or 304 where the reader already has it; throws 412. */
export function checkReadConditions(header: Header, version: ObjectVersion): 200 | 304 {
  const match = header('if-match');
  const noneMatch = header('if-none-match');
  // HTTP dates have whole seconds.
  const modified = Math.floor(version.modified / 1000) * 1000;
  if (match !== undefined && !matches(match, version.etag)) throw preconditionFailed('If-Match');
  const unmodifiedSince = date(header('if-unmodified-since'));
  if (match === undefined && unmodifiedSince !== undefined && modified > unmodifiedSince)
    throw preconditionFailed('If-Unmodified-Since');
  if (noneMatch !== undefined) return matches(noneMatch, version.etag) ? 304 : 200;
  const modifiedSince = date(header('if-modified-since'));
  return modifiedSince !== undefined && modified <= modifiedSince ? 304 : 200;
}

/** The asked part, both ends included; undefined for the whole (also for several ranges, as S3 does). */
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = parts ?? [];
  if (!parts || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  if (start >= size || (from === '' && Number(to) === 0))
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416, {
      RangeRequested: header,
      ActualObjectSize: size,
    });
  return { start, end };
}

function matches(list: string, etag: string): boolean {
  return list
    .split(',')
    .map((entry) => entry.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((entry) => entry === '*' || entry === etag);
}

function date(text: string | undefined): number | undefined {
  const instant = Date.parse(text ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}
