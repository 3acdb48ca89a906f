import type { Json, MapState, ParallelState } from '../asl/definition.ts';
import { evaluationFailure } from '../errors/failure.ts';
import type { Children, Frame, MapItem } from '../frame/frame.ts';
import type { Turn } from '../frame/turn.ts';
import { type Bindings, evaluateTemplate, evaluateTyped } from '../jsonata/evaluate.ts';
import { bindingsOf } from './bindings.ts';
import { startChildren } from './exit.ts';
import { wholeNumber } from './numbers.ts';

/** AWS runs at most so many iterations of an inline Map at the same time. */
const mostConcurrent = 40;

/** Starts the iterations of an inline Map. */
export async function beginMap(turn: Turn, frame: Frame, state: MapState): Promise<void> {
  const bindings = bindingsOf(turn, frame);
  const values = await itemsOf(frame, state, bindings);
  const concurrency = (await wholeNumber(state.MaxConcurrency, 'MaxConcurrency', 0, bindings)) ?? 0;
  // AWS evaluates both in an inline Map, too, but only a distributed one tolerates failures.
  await wholeNumber(state.ToleratedFailureCount, 'ToleratedFailureCount', 0, bindings);
  await wholeNumber(state.ToleratedFailurePercentage, 'ToleratedFailurePercentage', 0, bindings);
  const inputs = await selected(turn, frame, state, values);
  turn.advance(frame, 'MapStateStarted', { length: inputs.length });
  const limit = concurrency === 0 ? mostConcurrent : Math.min(concurrency, mostConcurrent);
  startNested(turn, frame, inputs, limit);
}

async function itemsOf(frame: Frame, state: MapState, bindings: Bindings): Promise<Json[]> {
  const items =
    state.Items === undefined ? frame.input : await evaluateTyped(state.Items, 'Items', 'array', bindings);
  if (Array.isArray(items)) return items;
  throw evaluationFailure(`Map state input must be an array but was: ${JSON.stringify(items)}`);
}

async function selected(turn: Turn, frame: Frame, state: MapState, values: Json[]): Promise<MapItem[]> {
  const { ItemSelector: selector } = state;
  if (selector === undefined) return values.map((value) => ({ value, input: value }));
  const inputs: MapItem[] = [];
  for (const [Index, Value] of values.entries()) {
    const bindings = bindingsOf(turn, frame, { item: { Index, Value } });
    inputs.push({ value: Value, input: await evaluateTemplate(selector, 'ItemSelector', bindings) });
  }
  return inputs;
}

/** Starts the branches of a Parallel state. */
export async function beginParallel(turn: Turn, frame: Frame, state: ParallelState): Promise<void> {
  const input =
    state.Arguments === undefined
      ? frame.input
      : await evaluateTemplate(state.Arguments, 'Arguments', bindingsOf(turn, frame));
  turn.limit(JSON.stringify(input), frame, 'arguments');
  turn.advance(frame, 'ParallelStateStarted');
  const inputs = state.Branches.map((): MapItem => ({ value: null, input }));
  startNested(turn, frame, inputs, inputs.length);
}

function startNested(turn: Turn, frame: Frame, inputs: MapItem[], limit: number): void {
  const children: Children = { inputs, started: 0, ended: 0, outputs: [], limit };
  frame.children = children;
  frame.phase = inputs.length === 0 ? 'result' : 'children';
  if (inputs.length === 0) frame.result = [];
  startChildren(turn, frame);
}
