import { isGuarded, type JsonObject } from '../asl/definition.ts';
import { type Failure, StateFailure } from '../errors/failure.ts';
import { matches } from '../errors/match.ts';
import { nextRetry } from '../errors/retry.ts';
import type { Frame } from '../frame/frame.ts';
import type { Turn } from '../frame/turn.ts';
import { abortedEvent } from '../history/event.ts';
import { bindingsOf } from './bindings.ts';
import { close, exitState } from './exit.ts';

/**
 * Handles the failure of a frame's current state, in AWS's order: its Retry, its Catch, then the end of the
 * scope, which fails the Map or Parallel state around it, or the execution. `handled` is set where Retry and
 * Catch have had their say (a catcher that failed itself).
 */
export async function failState(turn: Turn, frame: Frame, failure: Failure, handled = false): Promise<void> {
  turn.touch(frame);
  const state = turn.stateOf(frame);
  const blamed = recordEvaluation(turn, frame, failure);
  if (state.Type === 'Map' || state.Type === 'Parallel') turn.advance(frame, `${state.Type}StateFailed`);
  frame.due = null;
  frame.task = null;
  frame.children = null;
  if (!handled && isGuarded(state)) {
    if (retry(turn, frame, blamed)) return;
    const catcher = state.Catch?.find(({ ErrorEquals }) => matches(ErrorEquals, blamed));
    if (catcher) {
      const errorOutput: JsonObject = {};
      if (blamed.error !== undefined) errorOutput.Error = blamed.error;
      if (blamed.cause !== undefined) errorOutput.Cause = blamed.cause;
      try {
        const bindings = bindingsOf(turn, frame, { errorOutput });
        await exitState(turn, frame, catcher, errorOutput, bindings, catcher.Next);
      } catch (thrown) {
        if (!(thrown instanceof StateFailure)) throw thrown;
        await failState(turn, frame, thrown.failure, true);
      }
      return;
    }
  }
  await failScope(turn, frame, blamed);
}

/** Records a failed expression; AWS then names the state in the cause. */
function recordEvaluation(turn: Turn, frame: Frame, failure: Failure): Failure {
  const { error, cause, evaluation } = failure;
  if (!evaluation) return failure;
  const told = `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredEvent}). ${cause}`;
  // AWS lets it follow the event before the state where the state had not got beyond entering.
  if (frame.previousEvent === frame.enteredEvent) frame.previousEvent = frame.beforeEntered;
  turn.advance(frame, 'EvaluationFailed', { error, cause: told, ...evaluation, state: frame.state });
  return { ...(error === undefined ? {} : { error }), cause: told };
}

function retry(turn: Turn, frame: Frame, failure: Failure): boolean {
  const state = turn.stateOf(frame);
  if (!isGuarded(state) || !state.Retry) return false;
  const retrying = nextRetry(state.Retry, frame.retries, failure, turn.world.random);
  if (!retrying) return false;
  frame.retries[retrying.retrier] = (frame.retries[retrying.retrier] ?? 0) + 1;
  frame.retryCount += 1;
  frame.phase = 'backoff';
  frame.due = turn.world.now + retrying.delay;
  return true;
}

async function failScope(turn: Turn, frame: Frame, failure: Failure): Promise<void> {
  if (frame.parent === null) return failExecution(turn, frame.previousEvent, failure);
  const parent = turn.frame(frame.parent);
  const isMap = turn.stateOf(parent).Type === 'Map';
  const previous = frame.previousEvent;
  if (isMap) turn.record('MapIterationFailed', previous, { name: parent.state, index: frame.index });
  abort(turn, frame, previous);
  for (const sibling of childrenOf(turn, parent)) {
    if (isMap) turn.record('MapIterationAborted', previous, { name: parent.state, index: sibling.index });
    abort(turn, sibling, previous);
  }
  parent.previousEvent = previous;
  await failState(turn, parent, failure);
}

/** Ends the execution as FAILED. */
export function failExecution(turn: Turn, previous: number, { error, cause }: Failure): void {
  const { execution } = turn;
  execution.status = 'FAILED';
  execution.error = error ?? null;
  execution.cause = cause ?? null;
  turn.record('ExecutionFailed', previous, {
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  });
  close(turn);
}

function childrenOf(turn: Turn, parent: Frame): Frame[] {
  return [...turn.frames.values()]
    .filter((frame) => frame.parent === parent.id)
    .sort((a, b) => a.index - b.index);
}

/** Cuts off what a frame is doing, the frames below it included. */
function abort(turn: Turn, frame: Frame, previous: number): void {
  const state = turn.stateOf(frame);
  for (const child of childrenOf(turn, frame)) {
    if (state.Type === 'Map')
      turn.record('MapIterationAborted', previous, { name: frame.state, index: child.index });
    abort(turn, child, previous);
  }
  const event = abortedEvent(state.Type);
  if (event !== undefined && frame.phase !== 'entering') turn.record(event, previous);
  turn.remove(frame);
}
