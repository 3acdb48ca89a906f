import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { holeChromium } from './hilfen/chromium.ts';

const ablage = mkdtempSync(join(tmpdir(), 'gremienweg-chromium-'));
afterAll(() => rmSync(ablage, { recursive: true, force: true }));

it('is unpacked once when several ask at the same time, and leaves nothing else', async () => {
  const [eines, anderes] = await Promise.all([holeChromium(ablage), holeChromium(ablage)]);
  expect(anderes).toEqual(eines);
  expect(readdirSync(ablage)).toEqual([expect.stringMatching(/^gremienweg-chromium-[\d.]+$/)]);
});
