import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createClock } from '../../clock/clock.ts';
import { openStore, type Store } from '../../store/store.ts';
import type { JsonObject } from '../asl/definition.ts';
import { dyingStore, type Fate } from '../testing/crash.ts';
import {
  type Call,
  makeWorld,
  midnight,
  never,
  ok,
  root,
  task,
  type World,
  waiting,
} from '../testing/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'ablauf-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('after the end of the process', () => {
  it('a token stays valid, in a store that was closed and opened again', async () => {
    const file = join(folder, 'token.sqlite');
    const states = { Warten: waiting({ TimeoutSeconds: 100 }) };
    const first = makeWorld(states, { store: openStore(file) });
    const arn = await first.start({ v: 1 });
    await first.machine.stop();
    first.store.close();

    const second = makeWorld(states, { store: openStore(file), calls: first.calls });
    await second.pass(0);
    expect(second.calls).toHaveLength(1);
    await second.signal('SendTaskSuccess', { taskToken: second.token(0), output: '"ja"' });
    expect(await second.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"ja"' });
    second.store.close();
  });

  it('a timer that ran out meanwhile fires at the start', async () => {
    const catches = [{ ErrorEquals: ['States.Timeout'], Next: 'Frist' }];
    const first = makeWorld({ Warten: waiting({ TimeoutSeconds: 10, Catch: catches }), Frist: task() });
    const arn = await first.start();
    await first.machine.stop();
    first.clock.advance(60_000);
    const second = first.restart();
    await second.pass(0);
    expect(await second.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
    expect(second.calls).toHaveLength(2);
  });

  it('a call without an answer is made again, with the same payload and the same token', async () => {
    const answers = [never, () => ok({})];
    const first = makeWorld(
      { Warten: waiting() },
      { answers: (_call, count) => answers[count - 1]?.() ?? ok({}) },
    );
    const arn = await first.start();
    await first.machine.stop();
    const second = first.restart();
    await second.pass(0);
    expect(second.calls).toHaveLength(2);
    expect(second.calls[1]).toEqual(second.calls[0]);
    expect((await second.types(arn)).filter((type) => type === 'TaskScheduled')).toHaveLength(1);
    await second.signal('SendTaskSuccess', { taskToken: second.token(0), output: '1' });
    expect(await second.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('deadlines are the same instants as before', async () => {
    const first = makeWorld({ Tun: task({ TimeoutSeconds: 100 }) }, { answers: never });
    const arn = await first.start();
    await first.pass(99);
    await first.machine.stop();
    const second = first.restart();
    await second.pass(1);
    expect(await second.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('an execution runs the definition that it began with, and a new one the new', async () => {
    const first = makeWorld({ Warten: { Type: 'Wait', Seconds: 10, Next: 'Alt' }, Alt: done('alt') });
    const arn = await first.start();
    await first.machine.stop();
    const changed = { Warten: { Type: 'Wait', Seconds: 10, Next: 'Neu' }, Neu: done('neu') };
    const second = makeWorld(changed, { store: first.store, clock: first.clock });
    const other = await second.start();
    await second.pass(10);
    expect(await second.describe(arn)).toMatchObject({ output: '"alt"' });
    expect(await second.describe(other)).toMatchObject({ output: '"neu"' });
  });
});

function done(output: string): JsonObject {
  return { Type: 'Pass', Output: output, End: true };
}

/**
 * A machine with everything that a crash can hurt: calls, a token, a timer, branches, a retry, a catch. Its
 * functions are idempotent; each call is told apart by its payload.
 */
const journey: JsonObject = {
  Lesen: task({ Assign: { lage: '{% $states.result.Payload %}' }, Next: 'Beide' }, { schritt: 'lesen' }),
  Beide: {
    Type: 'Parallel',
    Branches: [
      { StartAt: 'Frei', States: { Frei: waiting({ TimeoutSeconds: 1000 }) } },
      {
        StartAt: 'Schlaf',
        States: {
          Schlaf: { Type: 'Wait', Seconds: 5, Next: 'Wackelt' },
          Wackelt: task({ Retry: [{ ErrorEquals: ['Kurz'], MaxAttempts: 1 }] }, { schritt: 'wackelt' }),
        },
      },
    ],
    Output: '{% $states.result[0] %}',
    Next: 'Scheitern',
  },
  Scheitern: task({ Catch: [{ ErrorEquals: ['Endgueltig'], Next: 'Ende' }] }, { schritt: 'scheitern' }),
  Ende: { Type: 'Pass', Output: ['{% $lage.weg %}', '{% $states.input.Error %}'], End: true },
};

function answer({ payload }: Call, seen: Set<string>) {
  const { schritt } = payload;
  if (schritt === 'lesen') return ok({ weg: 'station' });
  if (schritt === 'scheitern') return { ok: false as const, errorType: 'Endgueltig', errorMessage: '' };
  if (schritt === 'wackelt' && !seen.has('wackelt')) {
    seen.add('wackelt');
    return { ok: false as const, errorType: 'Kurz', errorMessage: '' };
  }
  return ok({});
}

/** Lets the world move until the journey is over; whoever holds the token signals as soon as it can. */
async function travel(world: World, arn: string): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await world.pass(0);
    const tokens = world.calls.map(({ payload }) => payload.token).filter((token) => token !== undefined);
    const taskToken = tokens.at(-1);
    if (taskToken !== undefined)
      await world.signal('SendTaskSuccess', { taskToken, output: '"ja"' }).catch(() => {});
    await world.pass(1);
    if ((await world.describe(arn)).status !== 'RUNNING') return;
  }
}

const executionArn = 'arn:aws:states:eu-central-1:000000000000:execution:Maschine:V1.1';

/** The journey, with the n-th transaction after the machine's definition ending as `fate` says. */
async function disturbed(nth: number, fate: Fate) {
  const store: Store = openStore(':memory:');
  const clock = createClock({ frozenAt: midnight });
  const calls: Call[] = [];
  const seen = new Set<string>();
  const options = { clock, calls, answers: (call: Call) => answer(call, seen) };
  const dying = dyingStore(store, nth + 1, fate);
  const first = makeWorld(journey, { ...options, store: dying.store });
  try {
    await first.start({ v: 1 }, 'V1.1');
    await travel(first, executionArn);
  } catch (error) {
    if (!dying.reached()) throw error;
  }
  await first.machine.stop();
  const second = makeWorld(journey, { ...options, store });
  await second.start({ v: 1 }, 'V1.1').catch(() => {});
  await travel(second, executionArn);
  return { world: second, transactions: dying.count() - 1, reached: dying.reached() };
}

/** What must hold at the end of the journey, whatever happened on the way. */
async function examine(world: World): Promise<void> {
  expect(await world.describe(executionArn)).toMatchObject({
    status: 'SUCCEEDED',
    output: '["station","Endgueltig"]',
  });
  const history = await world.history(executionArn);
  expect(history.map(({ id }) => id)).toEqual(history.map((_, index) => index + 1));
  const types = history.map(({ type }) => type);
  const count = (type: string) => types.filter((other) => other === type).length;
  expect(types.filter((type) => /^Execution(Succ|Fail|Abort|Timed)/.test(type))).toEqual([
    'ExecutionSucceeded',
  ]);
  expect([count('TaskStateEntered'), count('TaskStateExited'), count('WaitStateExited')]).toEqual([4, 4, 1]);
  expect(new Set(world.calls.flatMap(({ payload }) => payload.token ?? [])).size).toBe(1);
}

const { transactions } = await disturbed(Number.POSITIVE_INFINITY, 'lost');
const numbers = Array.from({ length: transactions }, (_, index) => index + 1);

describe(`a crash with any of the ${transactions} transactions of a journey`, () => {
  const points = numbers.flatMap((nth) =>
    (['lost', 'committed'] as const).map((fate) => [nth, fate] as const),
  );
  it.each(points)('(number %i, %s) loses and repeats nothing', async (nth, fate) => {
    const { world, reached } = await disturbed(nth, fate);
    expect(reached).toBe(true);
    await examine(world);
  });

  it('is examined closely enough to find a store that forgets a commit', async () => {
    let found = 0;
    for (const nth of numbers) {
      const { world } = await disturbed(nth, 'forgotten');
      await examine(world).catch(() => {
        found += 1;
      });
    }
    // The start and the end are simply repeated; a timer's firing leaves nothing that its next step would miss.
    expect(found).toBeGreaterThan(transactions / 2);
  });
});

it('of a thousand waiting executions needs one timer, and no work', async () => {
  const clock = createClock({ frozenAt: midnight });
  let armed = 0;
  const counting = {
    ...clock,
    at(instant: number, run: () => void) {
      const cancel = clock.at(instant, run);
      armed += 1;
      return () => {
        armed -= 1;
        cancel();
      };
    },
  };
  const states = { Warten: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } };
  const world = makeWorld(states, { clock: counting });
  for (let index = 0; index < 1000; index += 1)
    await world.machine.handle(
      'StartExecution',
      {
        stateMachineArn: 'arn:aws:states:eu-central-1:000000000000:stateMachine:Maschine',
        input: `${5000 - index}`,
      },
      root,
    );
  await world.machine.idle();
  expect(armed).toBe(1);
  expect(world.machine.stats()).toMatchObject({ running: 1000, calls: 0 });
  const { transitions } = world.machine.stats();
  await world.pass(4000);
  expect(world.machine.stats().transitions).toBe(transitions);
  await world.pass(1);
  expect(world.machine.stats().running).toBe(999);
});
