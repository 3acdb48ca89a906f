import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { aslCommand } from './asl.ts';
import { runDefinition } from './run.ts';
import { definitionOf, ok, task } from './testing/world.ts';

it('runs a definition to its end, through all its waits', async () => {
  const states = {
    Warten: { Type: 'Wait', Seconds: 86_400, Next: 'Tun' },
    Tun: task({ Output: '{% $states.result.Payload %}' }),
  };
  const run = await runDefinition(definitionOf(states), '{}', async () => ok(5));
  expect(run).toMatchObject({ status: 'SUCCEEDED', output: '5' });
  expect(run.history).toHaveLength(9);
});

it('says that it has no functions of its own', async () => {
  const run = await runDefinition(definitionOf({ Tun: task() }), '{}');
  expect(run).toMatchObject({ status: 'FAILED', error: 'NoFunction' });
});

const folder = mkdtempSync(join(tmpdir(), 'asl-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it.each([
  ['runs', { A: { Type: 'Pass', Output: '{% $states.input.a %}', End: true } }, 0, '"output": "[1]"', ''],
  [
    'refuses',
    { A: { Type: 'Pass', InputPath: '$', End: true } },
    3,
    '',
    "field 'InputPath' is not supported",
  ],
])('the command %s a definition', async (_what, states, code, out, err) => {
  const definition = file('d.json', definitionOf(states));
  const ended = await aslCommand(['--definition', definition, '--input', file('i.json', '{"a":[1]}')]);
  expect(ended).toEqual({ code, out: expect.stringContaining(out), err: expect.stringContaining(err) });
});

it('the command wants a definition', async () => {
  expect(await aslCommand([])).toMatchObject({ code: 2 });
});
