import type { ChoiceState, FailState, PassState, SucceedState, WaitState } from '../asl/definition.ts';
import { evaluationFailure, StateFailure } from '../errors/failure.ts';
import type { Frame } from '../frame/frame.ts';
import type { Turn } from '../frame/turn.ts';
import { evaluateTemplate, evaluateTyped } from '../jsonata/evaluate.ts';
import { bindingsOf } from './bindings.ts';
import { exitState } from './exit.ts';
import { wholeNumber } from './numbers.ts';

/** Pass and Succeed: straight on. */
export async function beginPass(turn: Turn, frame: Frame, state: PassState | SucceedState): Promise<void> {
  const next = state.Type === 'Pass' ? state.Next : undefined;
  await exitState(turn, frame, state, frame.input, bindingsOf(turn, frame), next);
}

/** Fail ends its scope with the error it names. */
export async function beginFail(turn: Turn, frame: Frame, state: FailState): Promise<never> {
  const bindings = bindingsOf(turn, frame);
  const failure: { error?: string; cause?: string } = {};
  if (state.Error !== undefined)
    failure.error = String(await evaluateTyped(state.Error, 'Error', 'string', bindings));
  if (state.Cause !== undefined)
    failure.cause = String(await evaluateTyped(state.Cause, 'Cause', 'string', bindings));
  throw new StateFailure(failure);
}

/** The first rule whose condition holds decides; a rule's own Output and Assign stand for the state's. */
export async function beginChoice(turn: Turn, frame: Frame, state: ChoiceState): Promise<void> {
  const bindings = bindingsOf(turn, frame);
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]/Condition`;
    if (await evaluateTyped(rule.Condition, field, 'boolean', bindings))
      return exitState(turn, frame, rule, frame.input, bindings, rule.Next);
  }
  if (state.Default === undefined)
    throw new StateFailure({
      error: 'States.NoChoiceMatched',
      cause: `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredEvent}). Failed to transition out of the state. The state's Choices did not match, and no Default was given.`,
    });
  await exitState(turn, frame, state, frame.input, bindings, state.Default);
}

/** Waits until an instant; one that has passed already is over at once. */
export async function beginWait(turn: Turn, frame: Frame, state: WaitState): Promise<void> {
  const bindings = bindingsOf(turn, frame);
  const seconds = await wholeNumber(state.Seconds, 'Seconds', 0, bindings);
  frame.due = seconds === undefined ? await instantOf(state, bindings) : turn.world.now + seconds * 1000;
  frame.phase = 'waiting';
}

/** RFC 3339, the profile of ISO 8601 that AWS asks for: date, T, time and offset. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

async function instantOf(state: WaitState, bindings: ReturnType<typeof bindingsOf>): Promise<number> {
  const text = await evaluateTemplate(state.Timestamp ?? '', 'Timestamp', bindings);
  const instant = typeof text === 'string' && rfc3339.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw evaluationFailure(
    `The field 'Timestamp' must be an instant as in 2026-01-31T09:30:00Z but was: ${JSON.stringify(text)}`,
    'Timestamp',
  );
}
