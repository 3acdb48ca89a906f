import { describe, expect, it } from 'vitest';
import { functionArn } from '../testing/world.ts';
import type { JsonObject } from './definition.ts';
import { AslUnsupported } from './unsupported.ts';
import { validateDefinition } from './validate.ts';

function problemsOf(definition: unknown): readonly string[] {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  try {
    validateDefinition(text, 'M');
    return [];
  } catch (error) {
    if (error instanceof AslUnsupported) return error.problems;
    throw error;
  }
}

const machine = (states: JsonObject, more: JsonObject = {}): JsonObject => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0] ?? '',
  States: states,
  ...more,
});
const end = { Ende: { Type: 'Succeed' } };
const pass = (more: JsonObject): JsonObject => machine({ A: { Type: 'Pass', End: true, ...more } });
const task = (more: JsonObject): JsonObject =>
  machine({
    A: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: functionArn },
      End: true,
      ...more,
    },
  });
const map = (more: JsonObject): JsonObject =>
  machine({
    A: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Succeed' } } },
      End: true,
      ...more,
    },
  });

describe('a definition is refused, by name, for', () => {
  const cases: [string, unknown, RegExp][] = [
    ['text that is not JSON', '{', /not JSON/],
    ['a top-level field', machine(end, { Extra: 1 }), /field 'Extra'/],
    ['a version', machine(end, { Version: '2.0' }), /Version/],
    ['a query language', machine(end, { QueryLanguage: 'XPath' }), /"XPath"/],
    ['a missing start', machine(end, { StartAt: 'X' }), /'X', which does not exist/],
    ['a state type', machine({ A: { Type: 'Activity', End: true } }), /state type "Activity"/],
    ['a field of JSONPath', pass({ InputPath: '$.a' }), /A: field 'InputPath'/],
    ['a field of another state', pass({ Resource: 'x' }), /A: field 'Resource'/],
    [
      'a state in JSONPath',
      machine({ A: { Type: 'Wait', Seconds: 1, End: true } }, { QueryLanguage: 'JSONPath' }),
      /JSONPath is not supported/,
    ],
    [
      'a JSONPath template',
      machine({ A: { Type: 'Pass', QueryLanguage: 'JSONPath', Assign: { 'x.$': '$' }, End: true } }),
      /JSONPath/,
    ],
    ['neither Next nor End', machine({ A: { Type: 'Pass' } }), /neither Next nor End/],
    ['both', machine({ A: { Type: 'Pass', Next: 'Ende', End: true }, ...end }), /both Next and End/],
    [
      'a target that does not exist',
      machine({ A: { Type: 'Pass', Next: 'X' } }),
      /A\.Next: names the state 'X'/,
    ],
    ['JSONata syntax', pass({ Output: { a: ['{% 1 + %}'] } }), /A\.Output\.a\[0\]: JSONata '1 \+'/],
    ['an open expression', pass({ Output: '{% 1' }), /does not end with %}/],
    ['$eval', pass({ Output: "{% $eval('1') %}" }), /function \$eval/],
    [
      'a result where there is none',
      pass({ Output: '{% $states.result %}' }),
      /\$states\.result does not exist/,
    ],
    [
      'an error where there is none',
      task({ Output: '{% $states.errorOutput.Error %}' }),
      /errorOutput does not exist/,
    ],
    ['a variable name', pass({ Assign: { 'a-b': 1 } }), /'a-b' is not a name/],
    ['the reserved variable', pass({ Assign: { states: 1 } }), /'states' is not a name/],
    [
      'an integration',
      task({ Resource: 'arn:aws:states:::sqs:sendMessage' }),
      /integration 'arn:aws:states:::sqs:sendMessage'/,
    ],
    [
      'an SDK integration',
      task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:getItem' }),
      /aws-sdk:dynamodb:getItem/,
    ],
    [
      'an argument of lambda:invoke',
      task({ Arguments: { FunctionName: 'x', Qualifier: '1' } }),
      /field 'Qualifier'/,
    ],
    ['an asynchronous call', task({ Arguments: { FunctionName: 'x', InvocationType: 'Event' } }), /"Event"/],
    ['a timeout of no seconds', task({ TimeoutSeconds: 0 }), /TimeoutSeconds: must be a whole number/],
    ['a timeout by path', task({ TimeoutSecondsPath: '$.a' }), /field 'TimeoutSecondsPath'/],
    [
      'a heartbeat as long as the timeout',
      task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
      /smaller than TimeoutSeconds/,
    ],
    ['credentials', task({ Credentials: {} }), /field 'Credentials'/],
    ['a retrier field', task({ Retry: [{ ErrorEquals: ['A'], Wait: 1 }] }), /Retry\[0\]: field 'Wait'/],
    ['States.ALL beside others', task({ Retry: [{ ErrorEquals: ['A', 'States.ALL'] }] }), /stand alone/],
    [
      'States.ALL before others',
      task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] }),
      /last/,
    ],
    [
      'an error that never occurs',
      task({ Retry: [{ ErrorEquals: ['States.ItemReaderFailed'] }] }),
      /never occurs/,
    ],
    ['a jitter strategy', task({ Retry: [{ ErrorEquals: ['A'], JitterStrategy: 'HALF' }] }), /FULL or NONE/],
    ['a backoff below 1', task({ Retry: [{ ErrorEquals: ['A'], BackoffRate: 0.5 }] }), /at least 1/],
    ['a catcher without target', task({ Catch: [{ ErrorEquals: ['A'], Next: 'X' }] }), /Catch\[0\]\.Next/],
    ['Retry on a Pass', pass({ Retry: [] }), /field 'Retry'/],
    [
      'a choice of JSONPath',
      machine({
        A: { Type: 'Choice', Choices: [{ Condition: true, Variable: '$.a', Next: 'Ende' }] },
        ...end,
      }),
      /field 'Variable'/,
    ],
    [
      'a condition in plain text',
      machine({ A: { Type: 'Choice', Choices: [{ Condition: 'ja', Next: 'Ende' }] }, ...end }),
      /Condition: must be/,
    ],
    [
      'a wait of both kinds',
      machine({ A: { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true } }),
      /either Seconds or Timestamp/,
    ],
    [
      'a distributed Map',
      map({
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED' },
          StartAt: 'B',
          States: { B: { Type: 'Succeed' } },
        },
      }),
      /mode "DISTRIBUTED"/,
    ],
    ['an item reader', map({ ItemReader: {} }), /field 'ItemReader'/],
    ['the old Iterator', map({ Iterator: {} }), /field 'Iterator'/],
    [
      'a target outside of its scope',
      map({ ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', Next: 'A' } } } }),
      /B\.Next: names the state 'A'/,
    ],
    [
      'a problem deep inside',
      machine({
        A: { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: { Type: 'Neu' } } }], End: true },
      }),
      /B: state type "Neu"/,
    ],
    [
      'two states of one name',
      map({ ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Succeed' } } } }),
      /two states/,
    ],
    [
      'a variable of an outer scope assigned inside',
      map({
        Assign: { x: 1 },
        ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', Assign: { x: 2 }, End: true } } },
      }),
      /\$x is already assigned/,
    ],
  ];
  it.each(cases)('%s', (_name, definition, expected) => {
    const problems = problemsOf(definition);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });
});

it('names all problems at once', () => {
  const definition = machine({
    A: { Type: 'Pass', InputPath: '$', Output: '{% ( %}', Next: 'X' },
    B: { Type: 'Unbekannt' },
  });
  expect(problemsOf(definition)).toHaveLength(4);
  expect(() => validateDefinition(JSON.stringify(definition), 'Genehmigung')).toThrow(
    /Genehmigung.*InputPath.*Unbekannt/s,
  );
});

describe('a definition is accepted with', () => {
  it.each<[string, JsonObject]>([
    ['literals that look like expressions', pass({ Output: [' {% 1 %} ', '$states.input', '%}'] })],
    [
      'a result in Output and Assign of a Task',
      task({ Output: '{% $states.result %}', Assign: { x: '{% $states.result.Payload %}' } }),
    ],
    [
      'an error in a catcher',
      task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A', Output: '{% $states.errorOutput %}' }] }),
    ],
    ['a Lambda ARN', task({ Resource: functionArn, Arguments: 1 })],
    [
      'a Pass in JSONPath without paths',
      machine({ A: { Type: 'Pass', Assign: { x: 1 }, End: true } }, { QueryLanguage: 'JSONPath' }),
    ],
    ['own functions', pass({ Output: '{% ($f := function($x) { $x + 1 }; $map([1], $f)) %}' })],
    [
      'a name of its own in each of two branches',
      machine({
        A: {
          Type: 'Parallel',
          Branches: ['B', 'C'].map((name) => ({
            StartAt: name,
            States: { [name]: { Type: 'Pass', Assign: { x: 1 }, End: true } },
          })),
          End: true,
        },
      }),
    ],
  ])('%s', (_name, definition) => {
    expect(problemsOf(definition)).toEqual([]);
  });
});
