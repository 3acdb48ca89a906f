import { describe, expect, it } from 'vitest';
import type { JsonObject, Retrier } from '../asl/definition.ts';
import { error, makeWorld, ok, task } from '../testing/world.ts';
import type { Failure } from './failure.ts';
import { matches } from './match.ts';
import { nextRetry } from './retry.ts';

describe('which error a name stands for', () => {
  const timeout: Failure = { error: 'States.Timeout' };
  const cases: [string, Failure, boolean][] = [
    ['Eigener', { error: 'Eigener' }, true],
    ['Eigener', { error: 'EigenerFehler' }, false],
    ['States.ALL', { error: 'Eigener' }, true],
    ['States.ALL', {}, true],
    ['States.ALL', timeout, true],
    ['States.ALL', { error: 'States.QueryEvaluationError' }, true],
    ['States.ALL', { error: 'States.DataLimitExceeded' }, false],
    ['States.ALL', { error: 'States.Runtime' }, false],
    ['States.Runtime', { error: 'States.Runtime' }, true],
    ['States.DataLimitExceeded', { error: 'States.DataLimitExceeded' }, true],
    ['States.TaskFailed', { error: 'Eigener' }, true],
    ['States.TaskFailed', timeout, false],
    ['States.TaskFailed', { error: 'States.Runtime' }, false],
    ['States.Timeout', timeout, true],
    ['States.Timeout', { error: 'Sandbox.Timedout' }, false],
    ['States.HeartbeatTimeout', timeout, false],
    ['States.HeartbeatTimeout', { ...timeout, heartbeat: true }, true],
    ['Lambda.TooManyRequestsException', { error: 'Lambda.TooManyRequestsException' }, true],
    ['Lambda.Unknown', { error: 'TypeError' }, false],
  ];
  it.each(cases)('%s and %j: %s', (name, failure, expected) => {
    expect(matches([name], failure)).toBe(expected);
  });
});

describe('the delay before a retry', () => {
  const all = { ErrorEquals: ['States.ALL'] };
  const cases: [string, Retrier, number, number | undefined][] = [
    ['1 s, doubled, three times by default', all, 0, 1000],
    ['', all, 1, 2000],
    ['', all, 2, 4000],
    ['', all, 3, undefined],
    ['interval and rate', { ...all, IntervalSeconds: 3, BackoffRate: 1.5 }, 2, 6750],
    ['capped', { ...all, IntervalSeconds: 10, MaxDelaySeconds: 15 }, 1, 15_000],
    ['full jitter of the capped delay', { ...all, MaxDelaySeconds: 2, JitterStrategy: 'FULL' }, 2, 500],
    ['no jitter', { ...all, JitterStrategy: 'NONE' }, 1, 2000],
    ['no attempts', { ...all, MaxAttempts: 0 }, 0, undefined],
  ];
  it.each(cases)('%s %j, retried %i times: %s ms', (_name, retrier, before, delay) => {
    expect(nextRetry([retrier], [before], { error: 'x' }, () => 0.25)?.delay).toBe(delay);
  });

  it('is decided by the first retrier that names the error, used up or not', () => {
    const retriers: Retrier[] = [
      { ErrorEquals: ['A'], MaxAttempts: 1 },
      { ErrorEquals: ['B'], IntervalSeconds: 7 },
      { ErrorEquals: ['States.ALL'] },
    ];
    expect(nextRetry(retriers, [], { error: 'B' }, Math.random)).toEqual({ retrier: 1, delay: 7000 });
    expect(nextRetry(retriers, [1, 0, 0], { error: 'A' }, Math.random)).toBeUndefined();
    expect(nextRetry(retriers, [1, 5, 1], { error: 'C' }, Math.random)).toEqual({ retrier: 2, delay: 2000 });
  });
});

describe('Retry', () => {
  const retry = { Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 10, MaxAttempts: 2 }] };

  it('schedules the task again, without entering the state again, until the attempts are used up', async () => {
    const world = makeWorld({ Tun: task(retry) }, { answers: () => error('X') });
    const arn = await world.start();
    expect(world.calls).toHaveLength(1);
    await world.pass(10);
    expect(world.calls).toHaveLength(2);
    await world.pass(19);
    expect(world.calls).toHaveLength(2);
    await world.pass(1);
    expect(world.calls).toHaveLength(3);
    const attempt = ['TaskScheduled', 'TaskStarted', 'TaskFailed'];
    expect(await world.types(arn)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', ...attempt, ...attempt, ...attempt, 'ExecutionFailed'],
    ]);
  });

  it('counts in the context, and from 0 again when the state is entered again', async () => {
    const runde = { runde: '{% $exists($runde) ? $runde + 1 : 1 %}' };
    const world = makeWorld(
      {
        Tun: task(
          { ...retry, Assign: runde, Next: 'Nochmal' },
          { n: '{% $states.context.State.RetryCount %}' },
        ),
        Nochmal: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $runde < 2 %}', Next: 'Tun' }],
          Default: 'Ende',
        },
        Ende: { Type: 'Succeed' },
      },
      { answers: (_call, count) => (count === 1 || count === 3 ? error('X') : ok({})) },
    );
    await world.start();
    await world.pass(10);
    await world.pass(10);
    expect(world.calls.map(({ payload }) => payload.n)).toEqual([0, 1, 0, 1]);
  });
});

describe('Catch', () => {
  const catches: JsonObject[] = [
    { ErrorEquals: ['A'], Next: 'a' },
    {
      ErrorEquals: ['States.TaskFailed'],
      Next: 'b',
      Assign: { e: '{% $states.errorOutput %}' },
      Output: 'B',
    },
    { ErrorEquals: ['States.ALL'], Next: 'c' },
  ];
  const states = {
    Tun: task({ Catch: catches }),
    a: { Type: 'Pass', Output: { a: '{% $states.input %}' }, End: true },
    b: { Type: 'Pass', Output: { b: ['{% $states.input %}', '{% $e.Error %}'] }, End: true },
    c: { Type: 'Pass', Output: 'c', End: true },
  };

  it.each([
    ['A', { a: { Error: 'A', Cause: '{"errorMessage":"misslungen","errorType":"A","trace":[]}' } }],
    ['Z', { b: ['B', 'Z'] }],
  ])('%s goes to the first catcher that names it, with its Output and Assign', async (name, output) => {
    const world = makeWorld(states, { answers: () => error(name) });
    const arn = await world.start();
    const described = await world.describe(arn);
    expect(JSON.parse(String(described.output))).toEqual(output);
    expect((await world.types(arn)).slice(4, 6)).toEqual(['TaskFailed', 'TaskStateExited']);
  });

  it('sees a failed expression of its own state', async () => {
    const tun = task({ Catch: catches, Output: '{% $states.result.nichts %}' });
    const world = makeWorld({ ...states, Tun: tun });
    const arn = await world.start();
    expect(await world.types(arn)).toContain('EvaluationFailed');
    expect(JSON.parse(String((await world.describe(arn)).output))).toEqual({
      b: ['B', 'States.QueryEvaluationError'],
    });
  });

  it('comes after Retry', async () => {
    const retry = [{ ErrorEquals: ['Z'], MaxAttempts: 1 }];
    const world = makeWorld(
      { ...states, Tun: task({ Catch: catches, Retry: retry }) },
      { answers: () => error('Z') },
    );
    const arn = await world.start();
    expect(await world.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await world.pass(1);
    expect(world.calls).toHaveLength(2);
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('that fails itself ends the execution', async () => {
    const broken = [{ ErrorEquals: ['States.ALL'], Next: 'c', Output: '{% $nichts %}' }];
    const world = makeWorld({ ...states, Tun: task({ Catch: broken }) }, { answers: () => error('A') });
    const arn = await world.start();
    expect(await world.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });
});
