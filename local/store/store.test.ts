import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the writer, kills it with SIGKILL after `acknowledged` answers, returns the numbers it acknowledged. */
async function writeUntilKilled(file: string, acknowledged: number): Promise<number[]> {
  const writer = fileURLToPath(new URL('./killed-writer.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', writer, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const numbers: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    numbers.push(Number(line));
    if (numbers.length === acknowledged) child.kill('SIGKILL');
  }
  return numbers;
}

describe('a store', () => {
  it('that need not be durable for a while has everything in its database once it is again', () => {
    const [file, copy] = [join(folder, 'hasty.sqlite'), join(folder, 'copy.sqlite')];
    const store = openStore(file);
    store.setDurable(false);
    store.run('CREATE TABLE entry (n INTEGER)');
    store.run('INSERT INTO entry VALUES (1)');
    expect(store.get('PRAGMA synchronous')).toEqual({ synchronous: 0 });
    store.setDurable(true);
    expect(store.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    // Without its log: what a loss of power leaves at the least.
    copyFileSync(file, copy);
    const left = openStore(copy);
    expect(left.all('SELECT n FROM entry')).toEqual([{ n: 1 }]);
    left.close();
    store.close();
  });

  it('keeps every acknowledged write, and no half transaction, through kill -9', async () => {
    const file = join(folder, 'killed.sqlite');
    const acknowledged = [...(await writeUntilKilled(file, 40)), ...(await writeUntilKilled(file, 7))];

    const store = openStore(file);
    const written = store.all<{ n: number; entries: number }>(
      'SELECT n, count(*) AS entries FROM entry GROUP BY n ORDER BY n',
    );
    expect(store.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    store.close();

    expect(acknowledged.length).toBeGreaterThanOrEqual(47);
    expect(written.map((row) => row.n)).toEqual(expect.arrayContaining(acknowledged));
    expect(written.filter((row) => row.entries !== 2)).toEqual([]);
  }, 30_000);

  it('opens a file whose lock a dead process left behind', () => {
    const file = join(folder, 'locked.sqlite');
    openStore(file).close();
    mkdirSync(`${file}.lock`);

    const store = openStore(file);
    store.run('CREATE TABLE t (a)');
    expect(store.all('SELECT * FROM t')).toEqual([]);
    store.close();
  });

  it('creates the folder of its file', () => {
    openStore(join(folder, 'a', 'b', 'c.sqlite')).close();
  });
});

describe('a transaction', () => {
  it('leaves nothing behind when it throws', () => {
    const store = openStore(':memory:');
    store.run('CREATE TABLE t (a)');
    expect(() =>
      store.transaction(() => {
        store.run('INSERT INTO t VALUES (1)');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.all('SELECT * FROM t')).toEqual([]);
    store.close();
  });

  it('nested, undoes only itself', () => {
    const store = openStore(':memory:');
    store.run('CREATE TABLE t (a)');
    store.transaction(() => {
      store.run('INSERT INTO t VALUES (1)');
      expect(() =>
        store.transaction(() => {
          store.run('INSERT INTO t VALUES (2)');
          throw new Error('inner');
        }),
      ).toThrow('inner');
      store.transaction(() => store.run('INSERT INTO t VALUES (3)'));
    });
    expect(store.all('SELECT a FROM t')).toEqual([{ a: 1 }, { a: 3 }]);
    store.close();
  });

  it('refuses to span an await', () => {
    const store = openStore(':memory:');
    expect(() => store.transaction(async () => 1)).toThrow('synchronous');
    store.run('CREATE TABLE t (a)');
    store.close();
  });
});

describe('a statement', () => {
  it('can run again after it broke a constraint', () => {
    const store = openStore(':memory:');
    store.run('CREATE TABLE t (a TEXT PRIMARY KEY)');
    store.run('INSERT INTO t VALUES (?)', ['x']);
    expect(() => store.run('INSERT INTO t VALUES (?)', ['x'])).toThrow('UNIQUE');
    expect(store.run('INSERT INTO t VALUES (?)', ['y']).changes).toBe(1);
    store.close();
  });

  it('takes named parameters, bytes and null; a missing row is undefined', () => {
    const store = openStore(':memory:');
    store.run('CREATE TABLE t (a, b, c)');
    store.run('INSERT INTO t VALUES (:a, :b, :c)', { ':a': 'ä', ':b': new Uint8Array([1, 2]), ':c': null });
    expect(store.get('SELECT * FROM t')).toEqual({ a: 'ä', b: new Uint8Array([1, 2]), c: null });
    expect(store.get('SELECT * FROM t WHERE a = ?', ['o'])).toBeUndefined();
    store.close();
  });

  it('is committed although its answer has rows', () => {
    const file = join(folder, 'returning.sqlite');
    const store = openStore(file);
    store.run('CREATE TABLE t (a)');
    expect(store.get('INSERT INTO t VALUES (1), (2) RETURNING a')).toEqual({ a: 1 });
    expect(store.transaction(() => store.all('SELECT a FROM t'))).toHaveLength(2);
    store.run('DROP TABLE t');
    store.close();
  });

  it('refuses text that SQLite would cut short', () => {
    const store = openStore(':memory:');
    expect(() => store.get('SELECT ? AS a', ['a\0b'])).toThrow('NUL');
    store.close();
  });

  it('stays usable when more statements were prepared than are kept', () => {
    const store = openStore(':memory:');
    for (let i = 0; i < 600; i++) expect(store.get(`SELECT ${i} AS n`)).toEqual({ n: i });
    expect(store.get('SELECT 0 AS n')).toEqual({ n: 0 });
    store.close();
  });
});
