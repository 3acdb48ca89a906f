import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AslUnsupported } from '../asl/unsupported.ts';
import { type Run, runDefinition } from '../run.ts';
import { compareHistories, type RecordedEvent } from './compare.ts';

const file = new URL('../../../../shared/conformance/stepfunctions/recordings.json', import.meta.url);

const recordings = z.array(
  z.object({
    name: z.string(),
    definition: z.string(),
    input: z.string(),
    recorded: z.object({ events: z.array(z.record(z.string(), z.unknown())) }),
  }),
);

/** What the recordings use and this interpreter refuses, by the words of the refusal. */
const refusals = /JSONPath is not supported|field 'ItemReader' is not supported/;

const statusOf: Record<string, string> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionAborted: 'ABORTED',
  ExecutionTimedOut: 'TIMED_OUT',
};

async function attempt(definition: string, input: string): Promise<Run | AslUnsupported> {
  try {
    return await runDefinition(definition, input);
  } catch (error) {
    if (error instanceof AslUnsupported) return error;
    throw error;
  }
}

const present = existsSync(file);
const all = present ? recordings.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

describe('histories that AWS recorded', () => {
  it(present ? `are here: ${all.length}` : 'are not here: nothing of AWS is compared', () => {
    if (!present)
      console.warn('The recordings of AWS are not here: the interpreter runs its own cases only.');
    expect(all.length > 0).toBe(present);
  });

  it.each(all)('$name', async ({ definition, input, recorded }) => {
    const run = await attempt(definition, input);
    if (run instanceof AslUnsupported) {
      expect(run.message).toMatch(refusals);
      return;
    }
    expect(compareHistories(recorded.events, run.history)).toEqual([]);
    expect(run.status).toBe(statusOf[String(recorded.events.at(-1)?.type)]);
  });

  it('are hardly ever refused', async () => {
    const runs = await Promise.all(all.map(({ definition, input }) => attempt(definition, input)));
    const refused = runs.filter((run) => run instanceof AslUnsupported);
    expect(refused.length).toBeLessThanOrEqual(all.length * 0.1);
  });
});

describe('the comparison', () => {
  const map = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Je',
    States: {
      Je: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: {
          StartAt: 'Eins',
          States: { Eins: { Type: 'Pass', Assign: { x: 7 }, End: true } },
        },
        End: true,
      },
    },
  });

  const change = (events: RecordedEvent[], type: string, edit: (text: string) => string) =>
    events.map((event) => (event.type === type ? JSON.parse(edit(JSON.stringify(event))) : event));

  const mutants: Record<string, (events: RecordedEvent[]) => RecordedEvent[]> = {
    'results in the wrong order': (events) =>
      change(events, 'MapStateExited', (text) => text.replace('[1,2]', '[2,1]')),
    'an event too few': (events) => events.filter(({ type }) => type !== 'MapStateSucceeded'),
    'an event too many': (events) => [...events, { type: 'ExecutionSucceeded' }],
    'two events swapped': ([first, second, ...rest]) => [second ?? {}, first ?? {}, ...rest],
    'another state name': (events) =>
      change(events, 'PassStateEntered', (text) => text.replace('Eins', 'Zwei')),
    'another variable': (events) => change(events, 'PassStateExited', (text) => text.replace('"7"', '"8"')),
    'a variable less': (events) =>
      change(events, 'PassStateExited', (text) => text.replace('"assignedVariables"', '"weg"')),
    'another input': (events) => change(events, 'PassStateEntered', (text) => text.replace('"1"', '"3"')),
    'another predecessor': (events) =>
      change(events, 'MapStateExited', (text) =>
        text.replace(/"previousEventId":\d+/, '"previousEventId":1'),
      ),
  };

  it('finds nothing between a run and itself', async () => {
    const { history } = await runDefinition(map, '{}');
    expect(history).toHaveLength(14);
    expect(compareHistories(history, history)).toEqual([]);
  });

  it.each(Object.entries(mutants))('finds a mutant: %s', async (_name, mutate) => {
    const { history } = await runDefinition(map, '{}');
    const mutant = mutate(history);
    expect(mutant).not.toEqual(history);
    expect(compareHistories(history, mutant)).not.toEqual([]);
  });
});
