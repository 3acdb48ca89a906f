import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPort, listen } from '../gateway/listen.ts';
import { choosePorts, urlsOf } from './ports.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'ports-'));

it('stays with the ports of the last start, so that links stay valid', async () => {
  const dir = folder();
  const first = await choosePorts(dir, 0);
  expect(new Set(Object.values(first)).size).toBe(3);
  expect(await choosePorts(dir, 0)).toEqual(first);
});

it('takes the wanted port and the two after it', async () => {
  const wanted = await findPort(0);
  expect((await choosePorts(folder(), wanted)).web).toBe(wanted);
});

it('evades a port that somebody else has, and remembers the new one', async () => {
  const dir = folder();
  const { web } = await choosePorts(dir, 0);
  const other = await listen(web, () => {});
  const evaded = await choosePorts(dir, 0);
  await other.close();
  expect(evaded.web).not.toBe(web);
  expect(await choosePorts(dir, 0)).toEqual(evaded);
});

it('names loopback in every address', () => {
  expect(urlsOf({ web: 1, files: 2, aws: 3 })).toEqual({
    web: 'http://127.0.0.1:1',
    files: 'http://127.0.0.1:2',
    aws: 'http://127.0.0.1:3',
    inbox: 'http://127.0.0.1:1/_postfach',
  });
});
