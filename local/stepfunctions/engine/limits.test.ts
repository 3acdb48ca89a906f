import { describe, expect, it } from 'vitest';
import { makeWorld, ok, root, task } from '../testing/world.ts';

const large = 'ä'.repeat(131_072);

describe('256 KiB', () => {
  it('of a result are too much, and States.ALL does not catch it', async () => {
    const catches = [{ ErrorEquals: ['States.ALL'], Next: 'Danach' }];
    const world = makeWorld(
      { Tun: task({ Catch: catches }), Danach: { Type: 'Succeed' } },
      { answers: () => ok(large) },
    );
    const arn = await world.start();
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('are caught by their own name', async () => {
    const catches = [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Danach' }];
    const world = makeWorld(
      { Tun: task({ Catch: catches }), Danach: { Type: 'Succeed' } },
      { answers: () => ok(large) },
    );
    expect(await world.describe(await world.start())).toMatchObject({ status: 'SUCCEEDED' });
  });

  it.each([
    ['an output', { Output: "{% $pad('', 262143, 'x') %}" }],
    ['a variable', { Assign: { x: "{% $pad('', 262143, 'x') %}" } }],
  ])('are too much for %s', async (_name, shaping) => {
    const world = makeWorld({ Viel: { Type: 'Pass', End: true, ...shaping } });
    expect(await world.describe(await world.start())).toMatchObject({ error: 'States.DataLimitExceeded' });
  });

  it('are the most that an input may have', async () => {
    const world = makeWorld({ Nichts: { Type: 'Succeed' } });
    expect(await world.describe(await world.start('x'.repeat(262_142)))).toMatchObject({
      status: 'SUCCEEDED',
    });
    await expect(world.start('x'.repeat(262_143))).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

it('the history ends with event 25,000 at the latest', async () => {
  const world = makeWorld({
    Kreis: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Kreis' }] },
  });
  const executionArn = await world.start();
  expect(await world.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  const { events } = await world.machine.handle(
    'GetExecutionHistory',
    { executionArn, reverseOrder: true, maxResults: 1 },
    root,
  );
  expect(events).toMatchObject([{ id: 25_000, type: 'ExecutionFailed' }]);
}, 60_000);

it('a machine that runs in circles can be stopped', async () => {
  const world = makeWorld({ Kreis: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Kreis' }] } });
  const { executionArn } = await world.machine.handle(
    'StartExecution',
    { stateMachineArn: 'arn:aws:states:eu-central-1:000000000000:stateMachine:Maschine' },
    root,
  );
  await world.machine.handle('StopExecution', { executionArn, error: 'Genug', cause: 'im Kreis' }, root);
  const described = await world.describe(String(executionArn));
  expect(described).toMatchObject({ status: 'ABORTED', error: 'Genug', cause: 'im Kreis' });
});
