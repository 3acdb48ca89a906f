import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../asl/definition.ts';
import { error, functionArn, makeWorld, never, ok, task, waiting } from '../testing/world.ts';

const each = (states: JsonObject, more: JsonObject = {}): JsonObject => ({
  Je: {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'INLINE' },
      StartAt: Object.keys(states)[0] ?? '',
      States: states,
    },
    ...('Next' in more ? {} : { End: true }),
    ...more,
  },
});

describe('Map', () => {
  it('keeps the order of the items, whatever the order of the answers', async () => {
    const open: (() => void)[] = [];
    const world = makeWorld(
      each({ Tun: task({ Output: '{% $states.result.Payload %}' }, { n: '{% $states.input %}' }) }),
      {
        answers: ({ payload }) =>
          new Promise((resolve) => {
            open.push(() => resolve(ok(payload.n)));
          }),
      },
    );
    const arn = await world.start([1, 2, 3]);
    for (const answer of open.reverse()) {
      answer();
      await world.pass(0);
    }
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3]' });
  });

  it.each([
    [2, 5, 2],
    [0, 45, 40],
  ])('runs MaxConcurrency %i of %i items at a time: %i', async (MaxConcurrency, items, running) => {
    const world = makeWorld(each({ Tun: task() }, { MaxConcurrency }), { answers: never });
    await world.start(Array.from({ length: items }, (_, index) => index));
    expect(world.calls).toHaveLength(running);
  });

  it('shapes the items with ItemSelector, and shows them in the context', async () => {
    const item = '{% $states.context.Map.Item %}';
    const world = makeWorld(
      each(
        { Zeigen: { Type: 'Pass', Output: { eingabe: '{% $states.input %}', item }, End: true } },
        {
          Items: '{% $states.input.liste %}',
          ItemSelector: { wert: '{% $states.context.Map.Item.Value %}', von: '{% $states.input.von %}' },
          Output: '{% $states.result[1] %}',
        },
      ),
    );
    const arn = await world.start({ liste: ['a', 'b'], von: 9 });
    expect(JSON.parse(String((await world.describe(arn)).output))).toEqual({
      eingabe: { wert: 'b', von: 9 },
      item: { Index: 1, Value: 'b' },
    });
  });

  it('fails with its first iteration that fails, and cuts the others off', async () => {
    const world = makeWorld(each({ Tun: task({}, { n: '{% $states.input %}' }) }), {
      answers: ({ payload }) =>
        payload.n === 1 ? new Promise((resolve) => setImmediate(() => resolve(error('X')))) : never(),
    });
    const arn = await world.start([0, 1, 2]);
    const types = await world.types(arn);
    expect(types.slice(types.indexOf('TaskFailed'))).toEqual([
      ...['TaskFailed', 'MapIterationFailed', 'TaskStateAborted'],
      ...['MapIterationAborted', 'TaskStateAborted', 'MapIterationAborted', 'TaskStateAborted'],
      ...['MapStateFailed', 'ExecutionFailed'],
    ]);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'X' });
  });

  it('can be retried as a whole, and caught', async () => {
    const world = makeWorld(
      {
        ...each(
          { Tun: task() },
          {
            Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ['X'], Next: 'Gefangen', Output: '{% $states.errorOutput.Error %}' }],
          },
        ),
        Gefangen: { Type: 'Pass', End: true },
      },
      { answers: () => error('X') },
    );
    const arn = await world.start([1]);
    await world.pass(1);
    expect(world.calls).toHaveLength(2);
    expect((await world.types(arn)).filter((type) => type === 'MapStateStarted')).toHaveLength(2);
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"X"' });
  });

  it('keeps the tokens of its iterations apart', async () => {
    const world = makeWorld(each({ Warten: waiting() }));
    const arn = await world.start([1, 2]);
    await world.signal('SendTaskSuccess', { taskToken: world.token(1), output: '"zwei"' });
    await world.signal('SendTaskSuccess', { taskToken: world.token(0), output: '"eins"' });
    expect(await world.describe(arn)).toMatchObject({ output: '["eins","zwei"]' });
  });
});

describe('Parallel', () => {
  const branch = (states: JsonObject): JsonObject => ({
    StartAt: Object.keys(states)[0] ?? '',
    States: states,
  });

  it('gives every branch the same input, and hands on their outputs in order', async () => {
    const world = makeWorld({
      Beide: {
        Type: 'Parallel',
        Arguments: { n: '{% $states.input + 1 %}' },
        Branches: [
          branch({ A: { Type: 'Wait', Seconds: 5, Output: ['a', '{% $states.input %}'], End: true } }),
          branch({ B: { Type: 'Pass', Output: ['b', '{% $states.input %}'], End: true } }),
        ],
        End: true,
      },
    });
    const arn = await world.start(1);
    await world.pass(5);
    expect(await world.describe(arn)).toMatchObject({ output: '[["a",{"n":2}],["b",{"n":2}]]' });
    expect(await world.types(arn)).toEqual([
      ...['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'WaitStateEntered'],
      ...['PassStateEntered', 'PassStateExited', 'WaitStateExited', 'ParallelStateSucceeded'],
      ...['ParallelStateExited', 'ExecutionSucceeded'],
    ]);
  });

  it('cuts the other branches off when one fails, and can be caught', async () => {
    const world = makeWorld({
      Beide: {
        Type: 'Parallel',
        Branches: [branch({ A: waiting() }), branch({ B: { Type: 'Fail', Error: 'Nein' } })],
        Catch: [{ ErrorEquals: ['Nein'], Next: 'Danach' }],
        End: true,
      },
      Danach: { Type: 'Pass', Output: 'gefangen', End: true },
    });
    const arn = await world.start();
    expect(await world.describe(arn)).toMatchObject({ output: '"gefangen"' });
    expect(await world.types(arn)).toContain('TaskStateAborted');
    const late = world.signal('SendTaskSuccess', { taskToken: world.token(0), output: '1' });
    await expect(late).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('shows the variables of the scopes around a branch, and keeps its own inside', async () => {
    const world = makeWorld({
      Vorher: { Type: 'Pass', Assign: { aussen: 1 }, Next: 'Beide' },
      Beide: {
        Type: 'Parallel',
        Branches: [
          branch({
            A: { Type: 'Pass', Assign: { innen: '{% $aussen + 1 %}' }, Next: 'A2' },
            A2: { Type: 'Pass', Output: '{% $innen %}', End: true },
          }),
        ],
        Next: 'Danach',
      },
      Danach: {
        Type: 'Pass',
        Output: ['{% $states.input %}', '{% $exists($innen) %}', '{% $aussen %}'],
        End: true,
      },
    });
    expect(await world.describe(await world.start())).toMatchObject({ output: '[[2],false,1]' });
  });

  it('holds Maps, and Maps hold Parallels', async () => {
    const inner = {
      Innen: {
        Type: 'Parallel',
        Branches: [branch({ X: { Type: 'Pass', Output: '{% $states.input * 10 %}', End: true } })],
        End: true,
      },
    };
    const world = makeWorld({
      Aussen: { Type: 'Parallel', Branches: [branch(each(inner))], End: true },
    });
    expect(await world.describe(await world.start([1, 2]))).toMatchObject({ output: '[[[10],[20]]]' });
  });
});

it('calls a plain Lambda ARN inside a branch', async () => {
  const world = makeWorld(each({ Tun: { Type: 'Task', Resource: functionArn, End: true } }), {
    answers: ({ payload }) => ok(payload),
  });
  expect(await world.describe(await world.start(['x']))).toMatchObject({ output: '["x"]' });
});
