import { isGuarded, type Json, type JsonObject } from '../asl/definition.ts';
import type { Frame } from '../frame/frame.ts';
import { type ContextExtra, contextOf, variablesOf } from '../frame/scope.ts';
import type { Turn } from '../frame/turn.ts';
import type { Bindings } from '../jsonata/evaluate.ts';
import { functionBindings } from '../jsonata/functions.ts';

/** What an expression sees beyond input and context. */
export interface Seen extends ContextExtra {
  result?: Json;
  errorOutput?: JsonObject;
}

/** The names that the expressions of a state see. */
export function bindingsOf(turn: Turn, frame: Frame, seen: Seen = {}): Bindings {
  const { result, errorOutput, ...extra } = seen;
  const counted = isGuarded(turn.stateOf(frame));
  return {
    ...functionBindings(turn.world.now, turn.world.random),
    ...variablesOf(turn.frames, frame),
    states: {
      input: frame.input,
      context: contextOf(turn.execution, turn.frames, frame, counted, extra),
      ...(result === undefined ? {} : { result }),
      ...(errorOutput === undefined ? {} : { errorOutput }),
    },
  };
}
