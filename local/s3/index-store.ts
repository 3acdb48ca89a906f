/** The index: which version of which key is which blob. One row per version; SQLite sorts keys as S3 does (UTF-8). */
import { createHash } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { ChecksumAlgorithm } from './checksums.ts';

export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';
export interface Retention {
  mode: LockMode;
  /** Milliseconds since 1970. */
  until: number;
}

/** What a put stores besides the bytes. */
interface ObjectFacts {
  contentType: string;
  /** Cache-Control, Content-Disposition and so on, names in lower case. */
  headers: Readonly<Record<string, string>>;
  metadata: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
  checksum?: { algorithm: ChecksumAlgorithm; value: string } | undefined;
  retention?: Retention | undefined;
}

export interface ObjectVersion extends ObjectFacts {
  seq: number;
  bucket: string;
  key: string;
  /** `null` (the text) in a bucket without versions. */
  versionId: string;
  deleteMarker: boolean;
  /** Empty for a delete marker. */
  blob: string;
  size: number;
  etag: string;
  modified: number;
  latest: boolean;
}

type NewVersion = Omit<ObjectVersion, 'seq' | 'latest'>;

interface Row {
  seq: number;
  bucket: string;
  key: string;
  version_id: string;
  delete_marker: number;
  blob: string;
  size: number;
  etag: string;
  modified: number;
  latest: number;
  facts: string;
}

export interface ObjectIndex {
  latest(bucket: string, key: string): ObjectVersion | undefined;
  version(bucket: string, key: string, versionId: string): ObjectVersion | undefined;
  /** Adds the newest version; one with the same id (only `null`) goes and is returned. */
  add(version: NewVersion): { added: ObjectVersion; replaced: ObjectVersion | undefined };
  /** Removes a version for good; the one before becomes the latest. */
  remove(version: ObjectVersion): void;
  setFacts(version: ObjectVersion, facts: Partial<ObjectFacts>): void;
  /** Latest versions that are no delete markers, keys from `prefix`, strictly after `after`. */
  listLatest(bucket: string, prefix: string, after: string, limit: number): ObjectVersion[];
  /** All versions by key, newest first, strictly after the pair (`afterKey`, `afterSeq`). */
  listVersions(bucket: string, prefix: string, after: VersionMarker, limit: number): ObjectVersion[];
  isNamed(blob: string): boolean;
}

/** With `seq` 0 every version of `key` is passed over. */
export interface VersionMarker {
  key: string;
  seq: number;
}

/** Sorts behind every key that begins with the prefix it is put after. */
export const behindAll = '\u{10ffff}';

/**
 * Id of the version that follows `latest`. It is opaque to callers; derived instead of random, so that the
 * same calls in the same order give the same ids, and runs can be compared.
 */
export function nextVersionId(
  bucket: string,
  key: string,
  latest: ObjectVersion | undefined,
  etag: string,
): string {
  const before = [bucket, key, latest?.versionId ?? '', etag].join('\n');
  return createHash('sha256').update(before).digest().subarray(0, 24).toString('base64url');
}

export function openIndex(store: Store): ObjectIndex {
  store.run(`CREATE TABLE IF NOT EXISTS object_version (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, version_id TEXT NOT NULL,
    delete_marker INTEGER NOT NULL, blob TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified INTEGER NOT NULL, latest INTEGER NOT NULL, facts TEXT NOT NULL)`);
  store.run('CREATE UNIQUE INDEX IF NOT EXISTS version_by_id ON object_version (bucket, key, version_id)');
  store.run('CREATE INDEX IF NOT EXISTS version_by_age ON object_version (bucket, key, seq DESC)');
  store.run('CREATE INDEX IF NOT EXISTS latest_by_key ON object_version (bucket, key) WHERE latest = 1');
  store.run('CREATE INDEX IF NOT EXISTS version_by_blob ON object_version (blob)');

  const one = (sql: string, params: (string | number)[]) => {
    const row = store.get<Row>(`SELECT * FROM object_version WHERE ${sql}`, params);
    return row && fromRow(row);
  };
  const latest = (bucket: string, key: string) => one('bucket = ? AND key = ? AND latest = 1', [bucket, key]);
  const version = (bucket: string, key: string, versionId: string) =>
    one('bucket = ? AND key = ? AND version_id = ?', [bucket, key, versionId]);

  function add(added: NewVersion) {
    return store.transaction(() => {
      const replaced = version(added.bucket, added.key, added.versionId);
      if (replaced) store.run('DELETE FROM object_version WHERE seq = ?', [replaced.seq]);
      store.run('UPDATE object_version SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1', [
        added.bucket,
        added.key,
      ]);
      const { lastInsertRowid } = store.run(
        `INSERT INTO object_version (bucket, key, version_id, delete_marker, blob, size, etag, modified, latest, facts)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
        [
          added.bucket,
          added.key,
          added.versionId,
          added.deleteMarker ? 1 : 0,
          added.blob,
          added.size,
          added.etag,
          added.modified,
          JSON.stringify(factsOf(added)),
        ],
      );
      return { added: { ...added, seq: Number(lastInsertRowid), latest: true }, replaced };
    });
  }

  function remove(removed: ObjectVersion) {
    store.transaction(() => {
      store.run('DELETE FROM object_version WHERE seq = ?', [removed.seq]);
      store.run(
        `UPDATE object_version SET latest = 1
         WHERE seq = (SELECT max(seq) FROM object_version WHERE bucket = ? AND key = ?)`,
        [removed.bucket, removed.key],
      );
    });
  }

  return {
    latest,
    version,
    add,
    remove,
    setFacts(changed, facts) {
      const merged = JSON.stringify({ ...factsOf(changed), ...facts });
      store.run('UPDATE object_version SET facts = ? WHERE seq = ?', [merged, changed.seq]);
    },
    listLatest: (bucket, prefix, after, limit) =>
      store
        .all<Row>(
          `SELECT * FROM object_version WHERE bucket = ? AND latest = 1 AND delete_marker = 0
           AND key >= ? AND key < ? AND key > ? ORDER BY key LIMIT ?`,
          [bucket, prefix, prefix + behindAll, after, limit],
        )
        .map(fromRow),
    listVersions: (bucket, prefix, after, limit) =>
      store
        .all<Row>(
          `SELECT * FROM object_version WHERE bucket = ? AND key >= ? AND key < ?
           AND (key > ? OR (key = ? AND seq < ?)) ORDER BY key, seq DESC LIMIT ?`,
          [bucket, prefix, prefix + behindAll, after.key, after.key, after.seq, limit],
        )
        .map(fromRow),
    isNamed: (blob) =>
      store.get('SELECT 1 AS found FROM object_version WHERE blob = ?', [blob]) !== undefined,
  };
}

function factsOf(version: ObjectFacts): ObjectFacts {
  const { contentType, headers, metadata, tags, checksum, retention } = version;
  return { contentType, headers, metadata, tags, checksum, retention };
}

function fromRow(row: Row): ObjectVersion {
  return {
    ...(JSON.parse(row.facts) as ObjectFacts),
    seq: row.seq,
    bucket: row.bucket,
    key: row.key,
    versionId: row.version_id,
    deleteMarker: row.delete_marker === 1,
    blob: row.blob,
    size: row.size,
    etag: row.etag,
    modified: row.modified,
    latest: row.latest === 1,
  };
}
