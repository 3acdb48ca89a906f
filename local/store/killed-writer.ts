/** Child process of store.test.ts: writes pairs of rows and names each pair on stdout once it is committed. */
import { writeSync } from 'node:fs';
import { openStore } from './store.ts';

const store = openStore(process.argv[2] ?? '');
store.run('CREATE TABLE IF NOT EXISTS entry (n INTEGER NOT NULL, part TEXT NOT NULL)');
const last = store.get<{ n: number | null }>('SELECT max(n) AS n FROM entry');
for (let n = (last?.n ?? 0) + 1; ; n++) {
  store.transaction(() => {
    store.run('INSERT INTO entry VALUES (?, ?)', [n, 'first']);
    store.run('INSERT INTO entry VALUES (?, ?)', [n, 'second']);
  });
  writeSync(1, `${n}\n`);
}
