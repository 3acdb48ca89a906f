import type { State } from '../asl/definition.ts';
import { StateFailure } from '../errors/failure.ts';
import type { Frame } from '../frame/frame.ts';
import type { Turn } from '../frame/turn.ts';
import { bindingsOf } from './bindings.ts';
import { exitState } from './exit.ts';
import { failState } from './fail.ts';
import { beginMap, beginParallel } from './nested.ts';
import { beginChoice, beginFail, beginPass, beginWait } from './simple.ts';
import { beginTask } from './task.ts';

/** Takes a runnable frame one transition further. */
export async function step(turn: Turn, frame: Frame): Promise<void> {
  turn.touch(frame);
  const state = turn.stateOf(frame);
  try {
    if (frame.phase === 'result') return await complete(turn, frame, state);
    if (frame.phase === 'entering') enter(turn, frame, state);
    await begin(turn, frame, state);
  } catch (thrown) {
    if (!(thrown instanceof StateFailure)) throw thrown;
    await failState(turn, frame, thrown.failure);
  }
}

function enter(turn: Turn, frame: Frame, state: State): void {
  frame.beforeEntered = frame.previousEvent;
  frame.enteredAt = turn.world.now;
  frame.retryCount = 0;
  frame.retries = [];
  frame.enteredEvent = turn.advance(frame, `${state.Type}StateEntered`, {
    name: frame.state,
    input: JSON.stringify(frame.input),
  });
  frame.phase = 'attempting';
}

function begin(turn: Turn, frame: Frame, state: State): Promise<void> {
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return beginPass(turn, frame, state);
    case 'Fail':
      return beginFail(turn, frame, state);
    case 'Choice':
      return beginChoice(turn, frame, state);
    case 'Wait':
      return beginWait(turn, frame, state);
    case 'Task':
      return beginTask(turn, frame, state);
    case 'Map':
      return beginMap(turn, frame, state);
    case 'Parallel':
      return beginParallel(turn, frame, state);
  }
}

/** The state has its result, or its wait is over: Output, Assign, and on. */
async function complete(turn: Turn, frame: Frame, state: State): Promise<void> {
  if (state.Type === 'Wait')
    return exitState(turn, frame, state, frame.input, bindingsOf(turn, frame), state.Next);
  if (state.Type !== 'Task' && state.Type !== 'Map' && state.Type !== 'Parallel')
    throw new Error(`a ${state.Type} state has no result`);
  // AWS counts it without making it the predecessor of what follows.
  if (state.Type !== 'Task') turn.record(`${state.Type}StateSucceeded`, frame.previousEvent);
  const bindings = bindingsOf(turn, frame, { result: frame.result });
  await exitState(turn, frame, state, frame.result, bindings, state.Next);
}
