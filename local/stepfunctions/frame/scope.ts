import type { Definition, Json, JsonObject, Scope } from '../asl/definition.ts';
import type { Execution, Frame, ScopeStep } from './frame.ts';

/** The states that a frame runs in. */
export function scopeOf(definition: Definition, path: readonly ScopeStep[]): Scope {
  let scope: Scope = definition;
  for (const { state: name, branch } of path) {
    const state = scope.States[name];
    const inner = state?.Type === 'Map' ? state.ItemProcessor : undefined;
    const next = state?.Type === 'Parallel' ? state.Branches[branch] : inner;
    if (!next) throw new Error(`no scope in the state ${name}`);
    scope = next;
  }
  return scope;
}

/** The variables that a frame sees: its own, and those of the scopes around it. */
export function variablesOf(frames: ReadonlyMap<number, Frame>, frame: Frame): JsonObject {
  const parent = frame.parent === null ? undefined : frames.get(frame.parent);
  return parent ? { ...variablesOf(frames, parent), ...frame.variables } : frame.variables;
}

/** What a state adds to its own context. */
export interface ContextExtra {
  token?: string;
  item?: { Index: number; Value: Json };
}

/** `$states.context`, the context object of Step Functions. */
export function contextOf(
  execution: Execution,
  frames: ReadonlyMap<number, Frame>,
  frame: Frame,
  counted: boolean,
  extra: ContextExtra,
): JsonObject {
  const item = extra.item ?? nearestItem(frames, frame);
  return {
    Execution: {
      Id: execution.arn,
      Input: JSON.parse(execution.input),
      StartTime: new Date(execution.startedAt).toISOString(),
      Name: execution.name,
      RoleArn: execution.roleArn,
      RedriveCount: 0,
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    State: {
      Name: frame.state,
      EnteredTime: new Date(frame.enteredAt).toISOString(),
      // Only states that can be retried have one.
      ...(counted ? { RetryCount: frame.retryCount } : {}),
    },
    ...(item ? { Map: { Item: { Index: item.Index, Value: item.Value } } } : {}),
    ...(extra.token === undefined ? {} : { Task: { Token: extra.token } }),
  };
}

function nearestItem(frames: ReadonlyMap<number, Frame>, frame: Frame): Frame['item'] {
  if (frame.item || frame.parent === null) return frame.item;
  const parent = frames.get(frame.parent);
  return parent ? nearestItem(frames, parent) : null;
}
