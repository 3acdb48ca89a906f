/**
 * A small durable SQL store: SQLite compiled to WebAssembly, one file, one process.
 *
 * The package's file layer knows no shared memory, so the write-ahead log needs exclusive locking; the lock
 * of the data folder keeps a second process away. With synchronous FULL a commit is one fsync (about 0.6 ms).
 *
 *     const store = openStore(`${folder}/inbox.sqlite`);
 *     store.run('CREATE TABLE IF NOT EXISTS mail (id TEXT PRIMARY KEY, text TEXT NOT NULL)');
 *     store.transaction(() => store.run('INSERT INTO mail VALUES (?, ?)', ['1', 'Guten Tag']));
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite, { type Database, type Statement } from 'node-sqlite3-wasm';

type SqlValue = string | number | bigint | Uint8Array | null;
/** Positional (`?`) parameters, or named ones with their prefix: `{ ':id': 1 }`. */
type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;
type Row = Record<string, SqlValue>;

interface RunResult {
  changes: number;
  lastInsertRowid: number | bigint;
}

export interface Store {
  /** Runs one statement. Durable on return, outside of a transaction. */
  run(sql: string, params?: SqlParams): RunResult;
  all<T = Row>(sql: string, params?: SqlParams): T[];
  get<T = Row>(sql: string, params?: SqlParams): T | undefined;
  /**
   * Runs `fn` in one transaction: durable when it returns, without effect when it throws. `fn` must be
   * synchronous. Inside another transaction it is a savepoint of that one.
   */
  transaction<T>(fn: () => T): T;
  /** From now on a commit waits for the disk, or not; turning it on makes everything so far durable. */
  setDurable(durable: boolean): void;
  close(): void;
}

/** More distinct statements than this means that values are pasted into SQL; the oldest then goes. */
const cachedStatements = 256;

/** Opens (and creates, with its folder) the store in `file`; `:memory:` for one that nothing outlives. */
export function openStore(file: string): Store {
  const db = file === ':memory:' ? new sqlite.Database() : openFile(file);
  const statements = new Map<string, Statement>();
  let depth = 0;

  function prepared(sql: string): Statement {
    const known = statements.get(sql);
    if (known) return known;
    const oldest = statements.keys().next();
    if (statements.size >= cachedStatements && !oldest.done) {
      forget(oldest.value);
    }
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  function transaction<T>(fn: () => T): T {
    const savepoint = `s${depth}`;
    db.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
    depth += 1;
    try {
      const result = fn();
      if (result instanceof Promise) throw new TypeError('a transaction must be synchronous');
      db.exec(depth === 1 ? 'COMMIT' : `RELEASE ${savepoint}`);
      return result;
    } catch (error) {
      // SQLite itself may already have rolled back (disk full, I/O error); then there is nothing to undo.
      if (db.inTransaction)
        db.exec(depth === 1 ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
      throw error;
    } finally {
      depth -= 1;
    }
  }

  function withStatement<T>(sql: string, use: (statement: Statement) => T): T {
    try {
      return use(prepared(sql));
    } catch (error) {
      forget(sql);
      throw error;
    }
  }

  /** The package cannot reset a statement that failed; finalizing it reports the same failure again. */
  function forget(sql: string): void {
    const statement = statements.get(sql);
    statements.delete(sql);
    try {
      statement?.finalize();
    } catch {
      // The caller is about to throw that failure.
    }
  }

  /**
   * Always reads to the end, also for one row: the package resets a statement only at its next use, and one
   * left in the middle would keep the log from being emptied and a RETURNING from being committed.
   */
  function all<T>(sql: string, params?: SqlParams): T[] {
    return withStatement(sql, (statement) => statement.all(bindable(params))) as T[];
  }

  return {
    run: (sql, params) => withStatement(sql, (statement) => statement.run(bindable(params))),
    all,
    get: <T>(sql: string, params?: SqlParams) => all<T>(sql, params)[0],
    transaction,
    setDurable(durable) {
      db.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`);
      // The checkpoint syncs the log before it copies it into the database, and that one after.
      if (durable) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    close() {
      for (const statement of statements.values()) statement.finalize();
      statements.clear();
      if (db.isOpen) db.close();
    },
  };
}

function openFile(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  // The package locks by creating the folder `<file>.lock`; one that a killed process left behind would make
  // every access "database is locked" and keep SQLite from recovering its log.
  rmSync(`${file}.lock`, { recursive: true, force: true });
  const db = new sqlite.Database(file);
  // In this order: without shared memory the log can only be opened by a connection that is exclusive already.
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  const mode = db.get('PRAGMA journal_mode = WAL');
  if (mode?.journal_mode !== 'wal')
    throw new Error(`no write-ahead log for ${file}: ${JSON.stringify(mode)}`);
  db.exec('PRAGMA synchronous = FULL');
  return db;
}

/** The package binds mutable arrays and records only, and tells them apart itself. */
function bindable(params: SqlParams | undefined): SqlValue[] | Record<string, SqlValue> | undefined {
  if (params === undefined) return undefined;
  for (const value of Object.values(params)) {
    // It also binds text up to its first NUL, and would shorten it in silence.
    if (typeof value === 'string' && value.includes('\0')) throw new TypeError('text with a NUL character');
  }
  return isPositional(params) ? [...params] : { ...params };
}

function isPositional(params: SqlParams): params is readonly SqlValue[] {
  return Array.isArray(params);
}
