import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The data folder belongs to another living process. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`Der Datenordner ${folder} wird schon von Prozess ${pid} benutzt.`);
    this.name = 'FolderInUse';
  }
}

const owner = z.object({ pid: z.number(), started: z.string() });

/** When a process was started, as text to compare; empty when there is none of that number. */
function startedAt(pid: number): string {
  try {
    if (process.platform === 'linux')
      // proc(5): the 22nd field, start time after boot; the name in brackets before it may hold anything.
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
    return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function readOwner(file: string): z.output<typeof owner> | undefined {
  try {
    return owner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Takes the folder for this process; the returned function gives it back. A lock whose process is gone, also
 * when its number now belongs to another one, is taken over. Throws FolderInUse.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'sperre.json');
  const mine = JSON.stringify({ pid: process.pid, started: startedAt(process.pid) });
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const other = readOwner(file);
      if (other && startedAt(other.pid) === other.started && other.started !== '')
        throw new FolderInUse(folder, other.pid);
      rmSync(file, { force: true });
    }
  }
}
