import { describe, expect, it } from 'vitest';
import { AwsError } from '../../types.ts';
import { definitionOf, machineArn, makeWorld, midnight, roleArn, root, waiting } from '../testing/world.ts';

const wait = { Warten: { Type: 'Wait', Seconds: 60, End: true } };
const executionArn = machineArn.replace('stateMachine', 'execution');

describe('StartExecution', () => {
  it('answers the same execution for the same name and input while that runs', async () => {
    const world = makeWorld(wait);
    const first = await world.start({ a: 1 }, 'V1.1');
    await world.pass(1);
    expect(first).toBe(`${executionArn}:V1.1`);
    const input = { stateMachineArn: machineArn, name: 'V1.1', input: '{"a":1}' };
    expect(await world.machine.handle('StartExecution', input, root)).toEqual({
      executionArn: first,
      startDate: midnight / 1000,
    });
    expect(world.machine.stats().running).toBe(1);
  });

  it('refuses a name with another input, and a name that has ended', async () => {
    const world = makeWorld(wait);
    const arn = await world.start({ a: 1 }, 'V1.1');
    const refused = { name: 'ExecutionAlreadyExists', message: `Execution Already Exists: '${arn}'` };
    await expect(world.start({ a: 2 }, 'V1.1')).rejects.toMatchObject(refused);
    await world.pass(60);
    await expect(world.start({ a: 1 }, 'V1.1')).rejects.toMatchObject(refused);
  });

  it.each(['', 'mit leer', 'a/b', 'a:b', 'x'.repeat(81), 'a\u0007'])('refuses the name %j', async (name) => {
    const world = makeWorld(wait);
    const call = world.machine.handle('StartExecution', { stateMachineArn: machineArn, name }, root);
    await expect(call).rejects.toMatchObject({ name: name === '' ? 'ValidationException' : 'InvalidName' });
  });

  it.each([
    [{ stateMachineArn: machineArn, input: '{' }, 'InvalidExecutionInput'],
    [{ stateMachineArn: `${machineArn}x` }, 'StateMachineDoesNotExist'],
    [{ stateMachineArn: `${machineArn}:9` }, 'StateMachineDoesNotExist'],
    [{}, 'ValidationException'],
  ])('refuses %j with %s', async (input, name) => {
    await expect(makeWorld(wait).machine.handle('StartExecution', input, root)).rejects.toMatchObject({
      name,
    });
  });

  it.each([
    ['machine', machineArn, {}],
    ['version', `${machineArn}:1`, { stateMachineVersionArn: `${machineArn}:1` }],
    [
      'alias',
      `${machineArn}:aktuell`,
      { stateMachineVersionArn: `${machineArn}:1`, stateMachineAliasArn: `${machineArn}:aktuell` },
    ],
  ])("takes a %s's ARN", async (_kind, stateMachineArn, shown) => {
    const world = makeWorld(wait);
    const started = await world.machine.handle('StartExecution', { stateMachineArn, name: 'V1.1' }, root);
    const described = await world.describe(String(started.executionArn));
    expect(described).toMatchObject({ executionArn: `${executionArn}:V1.1`, stateMachineArn: machineArn });
    const { stateMachineVersionArn, stateMachineAliasArn } = described;
    expect(JSON.parse(JSON.stringify({ stateMachineVersionArn, stateMachineAliasArn }))).toEqual(shown);
    const list = await world.machine.handle('ListExecutions', { stateMachineArn }, root);
    expect(list.executions).toHaveLength(1);
  });

  it('takes {} for no input', async () => {
    const world = makeWorld(wait);
    const started = await world.machine.handle('StartExecution', { stateMachineArn: machineArn }, root);
    expect(await world.describe(String(started.executionArn))).toMatchObject({ input: '{}' });
  });
});

describe('DescribeExecution', () => {
  it('shows a running and an ended execution', async () => {
    const world = makeWorld(wait);
    const arn = await world.start({ a: 1 }, 'V1.1');
    const running = {
      executionArn: arn,
      stateMachineArn: machineArn,
      name: 'V1.1',
      status: 'RUNNING',
      startDate: midnight / 1000,
      input: '{"a":1}',
      inputDetails: { included: true },
      redriveCount: 0,
    };
    expect(await world.describe(arn)).toMatchObject(running);
    expect(await world.describe(arn)).not.toHaveProperty('output');
    await world.pass(60);
    expect(await world.describe(arn)).toMatchObject({
      ...running,
      status: 'SUCCEEDED',
      stopDate: midnight / 1000 + 60,
      output: '{"a":1}',
      outputDetails: { included: true },
    });
  });

  it('refuses what does not exist', async () => {
    await expect(makeWorld(wait).describe(`${executionArn}:X`)).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
  });
});

describe('GetExecutionHistory', () => {
  const read = async (more: Record<string, unknown>) => {
    const world = makeWorld({
      Eins: { Type: 'Pass', Assign: { x: 1 }, Next: 'Zwei' },
      Zwei: { Type: 'Succeed' },
    });
    const arn = await world.start({ geheim: 1 });
    return world.machine.handle('GetExecutionHistory', { executionArn: arn, ...more }, root);
  };
  const ids = ({ events }: Record<string, unknown>) =>
    Array.isArray(events) ? events.map(({ id }: { id: number }) => id) : [];

  it('is read in pages, forwards and backwards', async () => {
    const world = makeWorld({ Eins: { Type: 'Pass', Next: 'Zwei' }, Zwei: { Type: 'Succeed' } });
    const executionArn = await world.start();
    for (const reverseOrder of [false, true]) {
      const seen: number[][] = [];
      let page: Record<string, unknown> = {};
      do {
        const input = { executionArn, reverseOrder, maxResults: 4, nextToken: page.nextToken };
        page = await world.machine.handle('GetExecutionHistory', input, root);
        seen.push(ids(page));
      } while (page.nextToken !== undefined);
      expect(seen).toEqual(
        reverseOrder
          ? [
              [6, 5, 4, 3],
              [2, 1],
            ]
          : [
              [1, 2, 3, 4],
              [5, 6],
            ],
      );
    }
  });

  it('leaves data out if asked to', async () => {
    const answer = await read({ includeExecutionData: false });
    expect(JSON.stringify(answer)).not.toContain('geheim');
    expect(JSON.stringify(answer)).not.toContain('"x"');
    expect(JSON.stringify(answer)).toContain('"name":"Eins"');
    expect(ids(answer)).toEqual(ids(await read({})));
  });

  it('refuses a token of another kind', async () => {
    await expect(read({ nextToken: 'abc' })).rejects.toMatchObject({ name: 'InvalidToken' });
  });
});

describe('ListExecutions', () => {
  it('lists the latest first, in pages, by status', async () => {
    const world = makeWorld(wait);
    for (const name of ['a', 'b', 'c']) await world.start({}, name);
    await world.signal('StopExecution', { executionArn: `${executionArn}:b` });
    const list = async (more: Record<string, unknown>) => {
      const answer = await world.machine.handle(
        'ListExecutions',
        { stateMachineArn: machineArn, ...more },
        root,
      );
      const { executions, nextToken } = answer;
      return {
        names: Array.isArray(executions) ? executions.map(({ name }: { name: string }) => name) : [],
        nextToken,
      };
    };
    const first = await list({ maxResults: 2 });
    expect(first.names).toEqual(['c', 'b']);
    expect(await list({ maxResults: 2, nextToken: first.nextToken })).toEqual({ names: ['a'] });
    expect((await list({ statusFilter: 'RUNNING' })).names).toEqual(['c', 'a']);
    expect((await list({ statusFilter: 'ABORTED' })).names).toEqual(['b']);
  });
});

describe('StopExecution', () => {
  it('ends a running execution once, and leaves an ended one as it is', async () => {
    const world = makeWorld(wait);
    const arn = await world.start();
    const stopDate = midnight / 1000 + 1;
    await world.pass(1);
    expect(await world.signal('StopExecution', { executionArn: arn, error: 'E', cause: 'C' })).toEqual({
      stopDate,
    });
    await world.pass(1);
    expect(await world.signal('StopExecution', { executionArn: arn })).toEqual({ stopDate });
    expect(await world.describe(arn)).toMatchObject({ status: 'ABORTED', error: 'E', cause: 'C' });
    expect(await world.types(arn)).toEqual(['ExecutionStarted', 'WaitStateEntered', 'ExecutionAborted']);
    await world.pass(100);
    expect(await world.types(arn)).toHaveLength(3);
  });
});

it('describes and lists machines', async () => {
  const world = makeWorld(wait);
  const arn = await world.start();
  const machine = {
    stateMachineArn: machineArn,
    name: 'Maschine',
    definition: definitionOf(wait),
    roleArn,
  };
  const call = (operation: string, input: Record<string, unknown>) =>
    world.machine.handle(operation, input, root);
  expect(await call('DescribeStateMachine', { stateMachineArn: machineArn })).toMatchObject({
    ...machine,
    type: 'STANDARD',
    status: 'ACTIVE',
  });
  expect(await call('DescribeStateMachineForExecution', { executionArn: arn })).toMatchObject(machine);
  expect(await call('ListStateMachines', {})).toMatchObject({
    stateMachines: [{ stateMachineArn: machineArn, name: 'Maschine' }],
  });
});

it('names an operation that it does not have', async () => {
  await expect(makeWorld(wait).machine.handle('RedriveExecution', {}, root)).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: expect.stringContaining('RedriveExecution'),
  });
});

describe('permissions', () => {
  const arn = `${executionArn}:V1.1`;
  const cases: [string, Record<string, unknown>, string][] = [
    ['StartExecution', { stateMachineArn: machineArn }, machineArn],
    ['StartExecution', { stateMachineArn: `${machineArn}:aktuell` }, `${machineArn}:aktuell`],
    ['DescribeExecution', { executionArn: arn }, arn],
    ['GetExecutionHistory', { executionArn: arn }, arn],
    ['StopExecution', { executionArn: arn }, arn],
    ['ListExecutions', { stateMachineArn: machineArn }, machineArn],
    ['DescribeStateMachine', { stateMachineArn: machineArn }, machineArn],
    ['DescribeStateMachineForExecution', { executionArn: arn }, arn],
    ['ListStateMachines', {}, '*'],
  ];
  it.each(cases)(
    '%s is asked for on its resource, before anything is looked up',
    async (operation, input, on) => {
      const world = makeWorld(
        { Warten: waiting() },
        {
          authorize: (caller, action, resource) => {
            expect([caller, action, resource]).toEqual([root, `states:${operation}`, on]);
            throw new AwsError('AccessDeniedException', 'nein');
          },
        },
      );
      await expect(world.machine.handle(operation, input, root)).rejects.toMatchObject({
        name: 'AccessDeniedException',
      });
      expect(world.machine.stats().running).toBe(0);
    },
  );
});
