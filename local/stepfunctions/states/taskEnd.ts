import { randomUUID } from 'node:crypto';
import type { AwsError, InvokeResult } from '../../types.ts';
import type { Json } from '../asl/definition.ts';
import { type Failure, StateFailure } from '../errors/failure.ts';
import type { Frame, TaskAttempt } from '../frame/frame.ts';
import type { Turn } from '../frame/turn.ts';
import { failState } from './fail.ts';
import { earliest, resourceOf } from './task.ts';

/** How the call of a function ended; `refused` if it never reached the function. */
export type Invoked = { kind: 'answered'; result: InvokeResult } | { kind: 'refused'; error: AwsError };

/** A function answered, failed or could not be called. Answers to earlier attempts are for the caller to drop. */
export async function endInvocation(
  turn: Turn,
  frame: Frame,
  task: TaskAttempt,
  invoked: Invoked,
): Promise<void> {
  if (invoked.kind === 'refused') return endFailed(turn, frame, task, refusal(invoked.error));
  const { result } = invoked;
  if (!result.ok) return endFailed(turn, frame, task, thrown(result));
  const payload = plainJson(result.payload);
  if (task.resource === null) return endSucceeded(turn, frame, task, payload);
  const response = lambdaResponse(payload);
  if (task.token === null) return endSucceeded(turn, frame, task, response);
  turn.advance(frame, 'TaskSubmitted', { ...resourceOf(task), output: JSON.stringify(response) });
  frame.phase = 'callback';
  turn.touch(frame);
}

/** The state's result is there: a function's answer, or what came back with the token. */
export async function endSucceeded(turn: Turn, frame: Frame, task: TaskAttempt, result: Json): Promise<void> {
  let output: string;
  try {
    output = turn.limit(JSON.stringify(result), frame, 'a result');
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error;
    return endFailed(turn, frame, task, error.failure);
  }
  if (task.resource === null) turn.advance(frame, 'LambdaFunctionSucceeded', { output });
  else turn.advance(frame, 'TaskSucceeded', { ...resourceOf(task), output });
  frame.result = result;
  frame.task = null;
  frame.due = null;
  frame.phase = 'result';
  turn.touch(frame);
}

/** The attempt failed. */
export async function endFailed(
  turn: Turn,
  frame: Frame,
  task: TaskAttempt,
  failure: Failure,
): Promise<void> {
  const told = {
    ...(failure.error === undefined ? {} : { error: failure.error }),
    ...(failure.cause === undefined ? {} : { cause: failure.cause }),
  };
  if (task.resource === null) turn.advance(frame, 'LambdaFunctionFailed', told);
  else turn.advance(frame, 'TaskFailed', { ...resourceOf(task), ...told });
  await failState(turn, frame, failure);
}

/** TimeoutSeconds or HeartbeatSeconds ran out. AWS names both States.Timeout, without a cause. */
export async function endTimedOut(turn: Turn, frame: Frame, task: TaskAttempt): Promise<void> {
  const heartbeat = task.heartbeatAt !== null && task.heartbeatAt === earliest(task);
  const error = 'States.Timeout';
  if (task.resource === null) turn.advance(frame, 'LambdaFunctionTimedOut', { error });
  else turn.advance(frame, 'TaskTimedOut', { ...resourceOf(task), error });
  await failState(turn, frame, { error, ...(heartbeat ? { heartbeat } : {}) });
}

/** An exception in the function: named by its type, and told as Lambda tells it. */
function thrown(result: { errorType: string; errorMessage: string }): Failure {
  const { errorType, errorMessage } = result;
  return { error: errorType, cause: JSON.stringify({ errorMessage, errorType, trace: [] }) };
}

/** Lambda itself said no. Missing permission has no name of its own among Lambda's errors. */
function refusal(error: AwsError): Failure {
  const denied = error.code.startsWith('AccessDenied');
  const code = denied ? 'AWSLambdaException' : error.code;
  return {
    error: `Lambda.${code}`,
    cause: `${error.message} (Service: Lambda, Status Code: ${error.status}, Request ID: ${randomUUID()})`,
  };
}

function plainJson(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** The result of lambda:invoke, which wraps the function's answer. */
function lambdaResponse(payload: Json): Json {
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: randomUUID() },
    StatusCode: 200,
  };
}
