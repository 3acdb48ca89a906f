import * as z from 'zod';
import { AwsError, type Caller } from '../../types.ts';
import type { Json } from '../asl/definition.ts';
import type { Engine } from '../engine/engine.ts';
import type { Frame, TaskAttempt } from '../frame/frame.ts';
import { tokenPlace } from '../frame/rows.ts';
import { machineOfToken } from '../frame/token.ts';
import type { Turn } from '../frame/turn.ts';
import { earliest } from '../states/task.ts';
import { endFailed, endSucceeded } from '../states/taskEnd.ts';
import { checkJson, read } from './input.ts';
import type { Operation } from './operation.ts';

const taskToken = z.string().min(1).max(2048);
const shapes = {
  success: z.object({ taskToken, output: z.string() }),
  failure: z.object({
    taskToken,
    error: z.string().max(256).optional(),
    cause: z.string().max(32_768).optional(),
  }),
  heartbeat: z.object({ taskToken }),
};

export const sendTaskSuccess: Operation = async (engine, input, caller) => {
  const { taskToken: token, output } = read(shapes.success, input);
  const execution = executionOf(engine, token, 'states:SendTaskSuccess', caller);
  checkJson(output, 'InvalidOutput');
  const result: Json = JSON.parse(output);
  await signal(engine, execution, token, (turn, frame, task) => endSucceeded(turn, frame, task, result));
  return {};
};

export const sendTaskFailure: Operation = async (engine, input, caller) => {
  const { taskToken: token, error, cause } = read(shapes.failure, input);
  const execution = executionOf(engine, token, 'states:SendTaskFailure', caller);
  const failure = {
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
  await signal(engine, execution, token, (turn, frame, task) => endFailed(turn, frame, task, failure));
  return {};
};

/** SendTaskHeartbeat moves the heartbeat's deadline, never that of TimeoutSeconds. */
export const sendTaskHeartbeat: Operation = async (engine, input, caller) => {
  const { taskToken: token } = read(shapes.heartbeat, input);
  const execution = executionOf(engine, token, 'states:SendTaskHeartbeat', caller);
  await signal(engine, execution, token, (turn, frame, task) => {
    if (task.heartbeat === null) return;
    task.heartbeatAt = turn.world.now + task.heartbeat;
    frame.due = earliest(task);
    turn.touch(frame);
  });
  return {};
};

/** Who may not signal to the token's machine learns nothing about the token. */
function executionOf(engine: Engine, token: string, action: string, caller: Caller): number {
  const machine = machineOfToken(token);
  if (machine === undefined) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  engine.host.authorize(caller, action, machine);
  const place = tokenPlace(engine.host.store, token);
  if (!place) throw new AwsError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
  return place.execution;
}

/** Applies a signal if the token is still the one that a task waits for. */
async function signal(
  engine: Engine,
  execution: number,
  token: string,
  apply: (turn: Turn, frame: Frame, task: TaskAttempt) => Promise<void> | void,
): Promise<void> {
  await engine.change(execution, async (turn) => {
    const frame = [...turn.frames.values()].find(({ task }) => task?.token === token);
    if (!frame?.task)
      throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    await apply(turn, frame, frame.task);
  });
}
