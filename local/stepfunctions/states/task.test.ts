import { describe, expect, it } from 'vitest';
import { AwsError, account } from '../../types.ts';
import type { JsonObject } from '../asl/definition.ts';
import { error, functionArn, makeWorld, never, ok, roleArn, task } from '../testing/world.ts';

describe('a Task that invokes a function', () => {
  it('records what AWS records, and hands on what Output and Assign make of the result', async () => {
    const world = makeWorld(
      {
        Fragen: task({
          Assign: { lage: '{% $states.result.Payload %}' },
          Output: '{% $states.input %}',
          Next: 'Zeigen',
        }),
        Zeigen: { Type: 'Pass', Output: '{% $lage.weg %}', End: true },
      },
      { answers: () => ok({ weg: 'ende' }) },
    );
    const arn = await world.start({ a: 1 });
    expect(await world.types(arn)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded'],
      ...['TaskStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
    ]);
    const [, , scheduled, started, succeeded, exited] = await world.history(arn);
    expect(scheduled?.taskScheduledEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      region: 'eu-central-1',
      parameters: JSON.stringify({ FunctionName: functionArn, Payload: {} }),
    });
    expect(started?.taskStartedEventDetails).toEqual({ resourceType: 'lambda', resource: 'invoke' });
    expect(JSON.stringify(succeeded?.taskSucceededEventDetails)).toContain('ExecutedVersion');
    expect(exited?.stateExitedEventDetails).toEqual({
      name: 'Fragen',
      output: '{"a":1}',
      outputDetails: { truncated: false },
      assignedVariables: { lage: '{"weg":"ende"}' },
      assignedVariablesDetails: { truncated: false },
    });
    expect(await world.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"ende"' });
  });

  it("calls in the name of the machine's role, with the payload alone", async () => {
    const world = makeWorld({ Tun: task({}, { vorlage: '{% $states.input.id %}', fest: [1, null] }) });
    await world.start({ id: 'V1' });
    expect(world.calls).toEqual([
      { arn: functionArn, payload: { vorlage: 'V1', fest: [1, null] }, principalArn: roleArn },
    ]);
  });

  it('takes a function name for the function of this account', async () => {
    const world = makeWorld({ Tun: task({ Arguments: { FunctionName: 'Tun' } }) });
    await world.start();
    expect(world.calls[0]).toMatchObject({ arn: functionArn, payload: {} });
  });

  it('calls a Lambda ARN with its arguments, and gives back the bare answer', async () => {
    const world = makeWorld(
      { Tun: { Type: 'Task', Resource: functionArn, Arguments: { x: '{% 1 + 1 %}' }, End: true } },
      { answers: () => ok([1, 2]) },
    );
    const arn = await world.start();
    expect(world.calls[0]?.payload).toEqual({ x: 2 });
    expect(await world.types(arn)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'LambdaFunctionScheduled', 'LambdaFunctionStarted'],
      ...['LambdaFunctionSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
    ]);
    expect(await world.describe(arn)).toMatchObject({ output: '[1,2]' });
  });

  it('refuses arguments of an expression that it does not implement', async () => {
    const world = makeWorld({ Tun: task({ Arguments: "{% {'FunctionName': 'Tun', 'LogType': 'Tail'} %}" }) });
    const arn = await world.start();
    const { error: name, cause } = await world.describe(arn);
    expect(name).toBe('States.Runtime');
    expect(cause).toContain('LogType');
  });
});

describe('a function that fails', () => {
  it('names its error type, with a cause as Lambda writes it', async () => {
    const world = makeWorld({ Tun: task() }, { answers: () => error('TypeError', 'x ist nicht da') });
    const arn = await world.start();
    expect((await world.types(arn)).slice(-2)).toEqual(['TaskFailed', 'ExecutionFailed']);
    const described = await world.describe(arn);
    expect(described).toMatchObject({ status: 'FAILED', error: 'TypeError' });
    expect(JSON.parse(String(described.cause))).toMatchObject({
      errorMessage: 'x ist nicht da',
      errorType: 'TypeError',
    });
  });

  it('fails a Lambda ARN with LambdaFunctionFailed', async () => {
    const world = makeWorld(
      { Tun: { Type: 'Task', Resource: functionArn, End: true } },
      { answers: () => error('Sandbox.Timedout') },
    );
    const arn = await world.start();
    expect(await world.types(arn)).toContain('LambdaFunctionFailed');
    expect(await world.describe(arn)).toMatchObject({ error: 'Sandbox.Timedout' });
  });

  it.each([
    [new AwsError('AccessDeniedException', 'nicht erlaubt', 403), 'Lambda.AWSLambdaException'],
    [new AwsError('ResourceNotFoundException', 'fehlt', 404), 'Lambda.ResourceNotFoundException'],
    [new AwsError('TooManyRequestsException', 'zu viel', 429), 'Lambda.TooManyRequestsException'],
    [new Error('unerwartet'), 'Lambda.ServiceException'],
  ])('tells a refused call (%s) as %s', async (refusal, name) => {
    const world = makeWorld({ Tun: task() }, { answers: () => Promise.reject(refusal) });
    const arn = await world.start();
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: name });
  });
});

describe('TimeoutSeconds', () => {
  const timeouts: [string, JsonObject][] = [
    ['as a value', { TimeoutSeconds: 5 }],
    ['as an expression', { TimeoutSeconds: '{% $states.input.frist + 2 %}' }],
  ];
  it.each(timeouts)('%s ends the wait for a function, to the second', async (_name, timeout) => {
    const world = makeWorld({ Tun: task(timeout) }, { answers: never });
    const arn = await world.start({ frist: 3 });
    await world.pass(4.999);
    expect(await world.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await world.pass(0.001);
    const history = await world.history(arn);
    expect(history[2]?.taskScheduledEventDetails).toMatchObject({ timeoutInSeconds: 5 });
    expect(history[4]?.type).toBe('TaskTimedOut');
    expect(history[4]?.taskTimedOutEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      error: 'States.Timeout',
    });
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('is an evaluation error where its expression yields no whole number', async () => {
    const world = makeWorld({ Tun: task({ TimeoutSeconds: '{% 0.5 %}' }) });
    const arn = await world.start();
    expect(await world.types(arn)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
    ]);
    expect(world.calls).toEqual([]);
  });

  it('leaves the late answer without effect', async () => {
    let answer: (() => void) | undefined;
    const world = makeWorld(
      {
        Tun: task({
          TimeoutSeconds: 5,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Danach' }],
        }),
        Danach: { Type: 'Wait', Seconds: 100, End: true },
      },
      {
        answers: () =>
          new Promise((resolve) => {
            answer = () => resolve(ok('zu spät'));
          }),
      },
    );
    const arn = await world.start();
    await world.pass(5);
    const before = await world.types(arn);
    answer?.();
    await world.pass(1);
    expect(await world.types(arn)).toEqual(before);
    await world.pass(100);
    expect(await world.describe(arn)).toMatchObject({ output: '{"Error":"States.Timeout"}' });
  });

  it('of the machine ends the execution, and no Catch holds it', async () => {
    const catches = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Gefangen' }] };
    const world = makeWorld(
      { Tun: task(catches), Gefangen: { Type: 'Succeed' } },
      { answers: never },
      { TimeoutSeconds: 60 },
    );
    const arn = await world.start();
    await world.pass(59);
    expect(await world.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await world.pass(1);
    expect((await world.types(arn)).at(-1)).toBe('ExecutionTimedOut');
    expect(await world.describe(arn)).toMatchObject({ status: 'TIMED_OUT' });
    expect(await world.describe(arn)).toHaveProperty('stopDate');
  });
});

it('shows the context object to expressions', async () => {
  const world = makeWorld({ Tun: { Type: 'Pass', Output: '{% $states.context %}', End: true } });
  const arn = await world.start({ a: 1 }, 'V1.1');
  const { output } = await world.describe(arn);
  expect(JSON.parse(String(output))).toEqual({
    Execution: {
      Id: arn,
      Input: { a: 1 },
      Name: 'V1.1',
      RoleArn: roleArn,
      StartTime: '2026-01-01T00:00:00.000Z',
      RedriveCount: 0,
    },
    StateMachine: {
      Id: `arn:aws:states:eu-central-1:${account}:stateMachine:Maschine`,
      Name: 'Maschine',
    },
    State: { Name: 'Tun', EnteredTime: '2026-01-01T00:00:00.000Z' },
  });
});
