import { describe, expect, it } from 'vitest';
import { AwsError } from '../../types.ts';
import { newToken } from '../frame/token.ts';
import { error, machineArn, makeWorld, never, ok, root, waiting } from '../testing/world.ts';

const spent = { name: 'TaskTimedOut', message: "Task Timed Out: 'Provided task does not exist anymore'" };

describe('a task that waits for its token', () => {
  it('goes on with what came back with the token', async () => {
    const world = makeWorld({ Warten: waiting() });
    const arn = await world.start();
    expect((await world.types(arn)).at(-1)).toBe('TaskSubmitted');
    expect(await world.signal('SendTaskSuccess', { taskToken: world.token(), output: '{"nr":7}' })).toEqual(
      {},
    );
    expect(await world.types(arn)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted'],
      ...['TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
    ]);
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"nr":7}' });
    const [, , , , , succeeded] = await world.history(arn);
    expect(succeeded?.taskSucceededEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke.waitForTaskToken',
      output: '{"nr":7}',
      outputDetails: { truncated: false },
    });
  });

  it('fails with the error that came back with it', async () => {
    const world = makeWorld({ Warten: waiting() });
    const arn = await world.start();
    await world.signal('SendTaskFailure', { taskToken: world.token(), error: 'Nein', cause: 'darum' });
    expect((await world.types(arn)).slice(-2)).toEqual(['TaskFailed', 'ExecutionFailed']);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Nein', cause: 'darum' });
  });

  it('takes a signal from inside the function, before the function has answered', async () => {
    let signalled: Promise<unknown> | undefined;
    const world = makeWorld(
      { Warten: waiting() },
      {
        answers: ({ payload }) => {
          const input = { taskToken: payload.token, output: '1' };
          signalled = world.machine.handle('SendTaskSuccess', input, root);
          return signalled.then(() => ok({}));
        },
      },
    );
    const arn = await world.start();
    await signalled;
    expect(await world.types(arn)).not.toContain('TaskSubmitted');
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '1' });
  });

  const operations: [string, Record<string, unknown>][] = [
    ['SendTaskSuccess', { output: '{}' }],
    ['SendTaskFailure', {}],
    ['SendTaskHeartbeat', {}],
  ];
  describe.each(operations)('%s', (operation, more) => {
    it('refuses a token that was used', async () => {
      const world = makeWorld({ Warten: waiting({ Next: 'Danach' }), Danach: waiting() });
      await world.start();
      await world.signal('SendTaskSuccess', { taskToken: world.token(), output: '{}' });
      await world.pass(0);
      await expect(world.signal(operation, { taskToken: world.token(0), ...more })).rejects.toMatchObject(
        spent,
      );
    });

    it('refuses a token whose execution has ended', async () => {
      const world = makeWorld({ Warten: waiting() });
      const executionArn = await world.start();
      await world.signal('StopExecution', { executionArn });
      await expect(world.signal(operation, { taskToken: world.token(), ...more })).rejects.toMatchObject(
        spent,
      );
    });

    it('refuses a token whose time has run out, even before the timer has fired', async () => {
      const world = makeWorld({ Warten: waiting({ TimeoutSeconds: 10 }) });
      await world.start();
      world.clock.advance(10_000);
      await expect(world.signal(operation, { taskToken: world.token(), ...more })).rejects.toMatchObject(
        spent,
      );
    });

    it('refuses what is no token', async () => {
      const world = makeWorld({ Warten: waiting() });
      await world.start();
      const tampered = `A${world.token().slice(1)}`;
      for (const taskToken of ['abc', tampered, `${world.token()}=`])
        await expect(world.signal(operation, { taskToken, ...more })).rejects.toMatchObject({
          name: 'InvalidToken',
        });
    });

    it('refuses a token that was never given out', async () => {
      const world = makeWorld({ Warten: waiting() });
      await expect(
        world.signal(operation, { taskToken: newToken(machineArn), ...more }),
      ).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    });

    it("asks for the permission on the token's machine", async () => {
      const asked: string[] = [];
      const world = makeWorld(
        { Warten: waiting() },
        {
          authorize: (_caller, action, resource) => {
            asked.push(`${action} ${resource}`);
            if (action === `states:${operation}`) throw new AwsError('AccessDeniedException', 'nein');
          },
        },
      );
      const arn = await world.start();
      const call = world.signal(operation, { taskToken: world.token(), ...more });
      await expect(call).rejects.toMatchObject({ name: 'AccessDeniedException' });
      expect(asked).toContain(`states:${operation} ${machineArn}`);
      expect(await world.describe(arn)).toMatchObject({ status: 'RUNNING' });
    });
  });

  it('refuses an output that is not JSON, and waits on', async () => {
    const world = makeWorld({ Warten: waiting() });
    const arn = await world.start();
    const call = world.signal('SendTaskSuccess', { taskToken: world.token(), output: '{' });
    await expect(call).rejects.toMatchObject({ name: 'InvalidOutput' });
    expect(await world.describe(arn)).toMatchObject({ status: 'RUNNING' });
  });
});

describe('a function that fails before anybody waits', () => {
  const retry = { Retry: [{ ErrorEquals: ['Lambda.Absturz'], IntervalSeconds: 2, MaxAttempts: 2 }] };

  it('is called again with a second token, and only that one counts', async () => {
    const world = makeWorld(
      { Warten: waiting(retry) },
      { answers: (_call, count) => (count === 1 ? error('Lambda.Absturz') : ok({})) },
    );
    const arn = await world.start();
    await world.pass(2);
    expect(world.calls.map(({ payload }) => payload.versuch)).toEqual([0, 1]);
    expect(world.token(0)).not.toBe(world.token(1));
    const late = world.signal('SendTaskSuccess', { taskToken: world.token(0), output: '1' });
    await expect(late).rejects.toMatchObject(spent);
    await world.signal('SendTaskSuccess', { taskToken: world.token(1), output: '2' });
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '2' });
  });
});

describe('HeartbeatSeconds', () => {
  const beat = { HeartbeatSeconds: '{% 5 %}', TimeoutSeconds: 12 };

  it('fails a task that keeps silent, as a timeout', async () => {
    const world = makeWorld({ Warten: waiting(beat) });
    const arn = await world.start();
    await world.pass(5);
    expect((await world.types(arn)).slice(-2)).toEqual(['TaskTimedOut', 'ExecutionFailed']);
    expect(await world.describe(arn)).toMatchObject({ error: 'States.Timeout' });
  });

  it('starts anew with each heartbeat, but the timeout stands', async () => {
    const world = makeWorld({ Warten: waiting(beat) });
    const arn = await world.start();
    for (let seconds = 4; seconds < 12; seconds += 4) {
      await world.pass(4);
      await world.signal('SendTaskHeartbeat', { taskToken: world.token() });
    }
    expect(await world.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await world.pass(4);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED' });
    expect((await world.history(arn)).at(-1)?.timestamp).toBe(Date.UTC(2026, 0, 1, 0, 0, 12) / 1000);
  });

  it.each([
    ['States.HeartbeatTimeout', 'missed heartbeat', 5, 'Gefangen'],
    ['States.Timeout', 'missed heartbeat', 5, 'Gefangen'],
    ['States.Timeout', 'timeout', 4, 'Gefangen'],
    ['States.HeartbeatTimeout', 'timeout', 4, undefined],
  ])('%s catches a %s (timeout %i s)', async (name, _what, timeout, next) => {
    const timeoutSeconds = timeout === 5 ? 100 : timeout;
    const heartbeat = timeout === 5 ? 5 : 100;
    const world = makeWorld(
      {
        Warten: waiting({
          TimeoutSeconds: `{% ${timeoutSeconds} %}`,
          HeartbeatSeconds: `{% ${heartbeat} %}`,
          Catch: [{ ErrorEquals: [name], Next: 'Gefangen' }],
        }),
        Gefangen: { Type: 'Pass', Output: 'Gefangen', End: true },
      },
      { answers: never },
    );
    const arn = await world.start();
    await world.pass(5);
    const { output } = await world.describe(arn);
    expect(output).toBe(next === undefined ? undefined : JSON.stringify(next));
  });
});
