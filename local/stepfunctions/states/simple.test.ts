import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../asl/definition.ts';
import { makeWorld } from '../testing/world.ts';

describe('Wait', () => {
  const waits: [string, JsonObject, unknown, number][] = [
    ['seconds', { Seconds: 90 }, {}, 90],
    ['seconds by expression', { Seconds: '{% $states.input.s * 2 %}' }, { s: 30 }, 60],
    ['until an instant', { Timestamp: '2026-01-01T00:01:40Z' }, {}, 100],
    ['until an instant with an offset', { Timestamp: '2026-01-01T01:00:10+01:00' }, {}, 10],
    [
      'until an instant by expression',
      { Timestamp: '{% $states.input.t %}' },
      { t: '2026-01-01T00:00:02.5Z' },
      2.5,
    ],
  ];
  it.each(waits)('%s', async (_name, wait, input, seconds) => {
    const world = makeWorld({ Warten: { Type: 'Wait', End: true, ...wait } });
    const arn = await world.start(input);
    await world.pass(seconds - 0.001);
    expect(await world.types(arn)).toEqual(['ExecutionStarted', 'WaitStateEntered']);
    await world.pass(0.001);
    expect((await world.types(arn)).slice(2)).toEqual(['WaitStateExited', 'ExecutionSucceeded']);
  });

  it.each([
    ['no time', { Seconds: 0 }],
    ['until an instant of the past', { Timestamp: '2025-12-31T23:59:59Z' }],
  ])('%s is over at once', async (_name, wait) => {
    const world = makeWorld({ Warten: { Type: 'Wait', End: true, ...wait } });
    expect(await world.describe(await world.start())).toMatchObject({ status: 'SUCCEEDED' });
  });

  it.each(['morgen', '2026-01-01', '2026-01-01T00:00:00', '2026-13-01T00:00:00Z'])(
    'fails on %s, which is no instant',
    async (t) => {
      const world = makeWorld({ Warten: { Type: 'Wait', End: true, Timestamp: '{% $states.input.t %}' } });
      const arn = await world.start({ t });
      expect(await world.describe(arn)).toMatchObject({ error: 'States.QueryEvaluationError' });
    },
  );
});

describe('Choice', () => {
  const choice = (): JsonObject => ({
    Wahl: {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.weg = 'a' %}", Next: 'A', Assign: { x: 1 }, Output: 'eins' },
        { Condition: "{% $states.input.weg in ['a', 'b'] %}", Next: 'B' },
      ],
    },
    A: { Type: 'Pass', Output: ['{% $states.input %}', '{% $x %}'], End: true },
    B: { Type: 'Succeed' },
  });

  it.each([
    ['a', '["eins",1]'],
    ['b', '{"weg":"b"}'],
  ])('takes the first rule that holds: %s', async (weg, output) => {
    const world = makeWorld(choice());
    expect(await world.describe(await world.start({ weg }))).toMatchObject({ output });
  });

  it('without a rule that holds and without Default fails', async () => {
    const world = makeWorld(choice());
    const arn = await world.start({ weg: 'c' });
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('wants a boolean', async () => {
    const world = makeWorld({
      Wahl: { Type: 'Choice', Choices: [{ Condition: "{% 'ja' %}", Next: 'B' }] },
      B: { Type: 'Succeed' },
    });
    const arn = await world.start();
    expect(await world.types(arn)).toContain('EvaluationFailed');
    expect((await world.describe(arn)).cause).toContain("Expected 'boolean', but was 'string'");
  });
});

describe('Fail', () => {
  it('names error and cause, also by expression', async () => {
    const world = makeWorld({ Ende: { Type: 'Fail', Error: 'Abgebrochen', Cause: "{% 'nach ' & 3 %}" } });
    const arn = await world.start();
    expect(await world.types(arn)).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']);
    expect(await world.describe(arn)).toMatchObject({ error: 'Abgebrochen', cause: 'nach 3' });
  });
});

describe('Assign', () => {
  it('evaluates all with the old values, and keeps the variables for later states', async () => {
    const world = makeWorld({
      Eins: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Zwei' },
      Zwei: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% $a %}', Next: 'Drei' },
      Drei: { Type: 'Pass', Output: ['{% $a %}', '{% $b %}', '{% $states.input %}'], End: true },
    });
    expect(await world.describe(await world.start())).toMatchObject({ output: '[2,1,1]' });
  });
});
