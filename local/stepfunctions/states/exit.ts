import type { Json, JsonObject } from '../asl/definition.ts';
import { type Frame, newFrame } from '../frame/frame.ts';
import { scopeOf } from '../frame/scope.ts';
import type { Turn } from '../frame/turn.ts';
import { type Bindings, evaluateTemplate } from '../jsonata/evaluate.ts';

/** The part of a state, Choice rule or catcher that shapes what leaves the state. */
export interface Shaping {
  Output?: Json;
  Assign?: JsonObject;
}

/**
 * Leaves the current state: Output and Assign are evaluated with the same, old variables; then the frame
 * enters `next`, or its scope ends where that is undefined.
 */
export async function exitState(
  turn: Turn,
  frame: Frame,
  shaping: Shaping,
  fallback: Json,
  bindings: Bindings,
  next: string | undefined,
): Promise<void> {
  const output =
    shaping.Output === undefined ? fallback : await evaluateTemplate(shaping.Output, 'Output', bindings);
  const text = turn.limit(JSON.stringify(output), frame, 'an output');
  const assigned = await assign(turn, frame, shaping.Assign, bindings);
  leave(turn, frame, output, text, assigned, next);
}

async function assign(
  turn: Turn,
  frame: Frame,
  template: JsonObject | undefined,
  bindings: Bindings,
): Promise<Map<string, { value: Json; text: string }>> {
  const assigned = new Map<string, { value: Json; text: string }>();
  for (const [name, item] of Object.entries(template ?? {})) {
    const value = await evaluateTemplate(item, `Assign/${name}`, bindings);
    assigned.set(name, { value, text: turn.limit(JSON.stringify(value), frame, 'a variable') });
  }
  return assigned;
}

function leave(
  turn: Turn,
  frame: Frame,
  output: Json,
  text: string,
  assigned: ReadonlyMap<string, { value: Json; text: string }>,
  next: string | undefined,
): void {
  const texts: Record<string, string> = {};
  for (const [name, { value, text: shown }] of [...assigned].sort(([a], [b]) => (a < b ? -1 : 1))) {
    frame.variables[name] = value;
    texts[name] = shown;
  }
  turn.advance(frame, `${turn.stateOf(frame).Type}StateExited`, {
    name: frame.state,
    output: text,
    ...(assigned.size > 0 ? { assignedVariables: texts } : {}),
  });
  frame.due = null;
  frame.task = null;
  frame.children = null;
  frame.result = null;
  turn.touch(frame);
  if (next === undefined) {
    endScope(turn, frame, output, text);
    return;
  }
  frame.state = next;
  frame.input = output;
  frame.phase = 'entering';
}

function endScope(turn: Turn, frame: Frame, output: Json, text: string): void {
  if (frame.parent !== null) {
    endChild(turn, frame, turn.frame(frame.parent), output);
    return;
  }
  const { execution } = turn;
  execution.status = 'SUCCEEDED';
  execution.output = text;
  turn.record('ExecutionSucceeded', frame.previousEvent, { output: text });
  close(turn);
}

/** Ends the execution: nothing of it waits any longer. Its status is set already. */
export function close(turn: Turn): void {
  turn.execution.stoppedAt = turn.world.now;
  turn.execution.due = null;
  for (const frame of [...turn.frames.values()]) turn.remove(frame);
}

function endChild(turn: Turn, child: Frame, parent: Frame, output: Json): void {
  const { children } = parent;
  if (!children) throw new Error(`the frame ${parent.id} has no children`);
  children.outputs[child.index] = output;
  children.ended += 1;
  turn.remove(child);
  turn.touch(parent);
  parent.previousEvent = child.previousEvent;
  let last = child.previousEvent;
  if (turn.stateOf(parent).Type === 'Map')
    last = turn.record('MapIterationSucceeded', child.previousEvent, {
      name: parent.state,
      index: child.index,
    });
  // As AWS records it: the next iteration follows the last event inside this one.
  startChildren(turn, parent);
  if (children.ended < children.inputs.length) return;
  parent.previousEvent = last;
  parent.result = children.outputs;
  parent.phase = 'result';
}

/** Starts as many waiting branches or iterations as may run. */
export function startChildren(turn: Turn, parent: Frame): void {
  const { children } = parent;
  if (!children) return;
  const isMap = turn.stateOf(parent).Type === 'Map';
  while (children.started < children.inputs.length && children.started - children.ended < children.limit) {
    const index = children.started;
    const item = children.inputs[index];
    if (!item) return;
    const scope = [...parent.scope, { state: parent.state, branch: isMap ? 0 : index }];
    const previousEvent = isMap
      ? turn.record('MapIterationStarted', parent.previousEvent, { name: parent.state, index })
      : parent.previousEvent;
    turn.add(
      newFrame({
        id: turn.nextFrameId(),
        parent: parent.id,
        scope,
        index,
        item: isMap ? { Index: index, Value: item.value } : null,
        state: scopeOf(turn.definition, scope).StartAt,
        input: item.input,
        previousEvent,
      }),
    );
    children.started += 1;
  }
}
