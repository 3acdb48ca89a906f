import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderInUse, lockFolder } from './lock.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'sperre-'));
const write = (dir: string, owner: unknown) => writeFileSync(join(dir, 'sperre.json'), JSON.stringify(owner));

it('keeps a second host out, by name, until the first gives back', () => {
  const dir = folder();
  const release = lockFolder(dir);
  expect(() => lockFolder(dir)).toThrow(FolderInUse);
  expect(() => lockFolder(dir)).toThrow(
    `Der Datenordner ${dir} wird schon von Prozess ${process.pid} benutzt.`,
  );
  release();
  lockFolder(dir)();
});

it('takes over from a process that is gone', async () => {
  const dir = folder();
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  write(dir, { pid: child.pid, started: '1' });
  lockFolder(dir)();
});

it('takes over when the number now belongs to another process', () => {
  const dir = folder();
  write(dir, { pid: process.pid, started: 'vor langer Zeit' });
  lockFolder(dir);
  expect(JSON.parse(readFileSync(join(dir, 'sperre.json'), 'utf8')).pid).toBe(process.pid);
});

it('takes over a lock that a kill left half written', () => {
  const dir = folder();
  writeFileSync(join(dir, 'sperre.json'), '{"pid":');
  lockFolder(dir)();
});
