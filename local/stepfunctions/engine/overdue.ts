import type { Execution, Frame } from '../frame/frame.ts';
import type { Turn } from '../frame/turn.ts';
import { close } from '../states/exit.ts';
import { endTimedOut } from '../states/taskEnd.ts';

/** What is overdue first: the execution as a whole, one of its frames, or nothing. */
export function overdueFrame(
  execution: Execution,
  frames: ReadonlyMap<number, Frame>,
  now: number,
): Frame | 'execution' | undefined {
  let first: Frame | undefined;
  for (const frame of frames.values())
    if (frame.due !== null && frame.due <= now && (!first || frame.due < (first.due ?? now))) first = frame;
  const { due } = execution;
  if (due !== null && due <= now && (!first || due <= (first.due ?? now))) return 'execution';
  return first;
}

/** Lets the earliest overdue timer fire. */
export async function fireOverdue(turn: Turn): Promise<void> {
  const overdue = overdueFrame(turn.execution, turn.frames, turn.world.now);
  if (overdue === 'execution') endExecutionTimedOut(turn);
  else if (overdue) await fireFrame(turn, overdue);
}

async function fireFrame(turn: Turn, frame: Frame): Promise<void> {
  turn.touch(frame);
  if (frame.task) return endTimedOut(turn, frame, frame.task);
  frame.due = null;
  frame.phase = frame.phase === 'backoff' ? 'attempting' : 'result';
}

function endExecutionTimedOut(turn: Turn): void {
  turn.execution.status = 'TIMED_OUT';
  turn.record('ExecutionTimedOut', lastOf(turn));
  close(turn);
}

/** The event that the execution's own end follows. */
export function lastOf(turn: Turn): number {
  let last = 0;
  for (const frame of turn.frames.values()) if (frame.parent === null) last = frame.previousEvent;
  return last;
}
