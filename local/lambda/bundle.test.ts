import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleFunctions } from './bundle.ts';

let root: string;
const write = (name: string, text: string) => writeFileSync(join(root, name), text);
const bundle = async () =>
  (await bundleFunctions(root, join(root, 'bundles'), { Eins: 'src/eins.ts', Zwei: 'src/zwei.ts' })).fileOf(
    'Eins',
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'));
  mkdirSync(join(root, 'src'));
  write('package-lock.json', '{}');
  write('src/wert.ts', 'export const wert: string = "alt";');
  write('src/eins.ts', 'import { wert } from "./wert.ts"; export const handler = async () => wert;');
  write('src/zwei.ts', 'export const handler = async () => 2;');
});
afterEach(() => rmSync(root, { recursive: true }));

test('unchanged sources keep their bundle: the second start takes the files of the first', async () => {
  const file = await bundle();
  writeFileSync(file, '// von der ersten Runde');
  expect(await bundle()).toBe(file);
  expect(readFileSync(file, 'utf8')).toBe('// von der ersten Runde');
});

test.each([
  ['a source', 'src/wert.ts', 'export const wert: string = "neu";'],
  ['the lock file', 'package-lock.json', '{"a":1}'],
])(
  'a change of %s gives new ones and leaves the old for processes that still load them',
  async (_name, changed, text) => {
    const before = await bundle();
    write(changed, text);
    const after = await bundle();
    expect(after).not.toBe(before);
    expect(readFileSync(before, 'utf8')).toContain('alt');
    if (changed.startsWith('src')) expect(readFileSync(after, 'utf8')).toContain('neu');
  },
);

test('a source that cannot be built is named with its line', async () => {
  write('src/eins.ts', '\nimport "./gibtEsNicht.ts";');
  await expect(bundle()).rejects.toThrow('src/eins.ts:2:7: ERROR: Could not resolve "./gibtEsNicht.ts"');
});
