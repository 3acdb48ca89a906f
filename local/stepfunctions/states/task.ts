import type { Json, JsonObject, TaskState } from '../asl/definition.ts';
import { invokeArguments, parseResource } from '../asl/resource.ts';
import { StateFailure } from '../errors/failure.ts';
import type { Frame, TaskAttempt } from '../frame/frame.ts';
import { newToken } from '../frame/token.ts';
import type { Turn } from '../frame/turn.ts';
import type { EventDetails } from '../history/event.ts';
import { type Bindings, evaluateTemplate } from '../jsonata/evaluate.ts';
import { bindingsOf } from './bindings.ts';
import { wholeNumber } from './numbers.ts';

/**
 * Schedules an attempt. Everything the function will be called with, its token included, is stored before the
 * call: a crash between call and answer repeats the call unchanged. Deadlines are absolute for the same reason.
 */
export async function beginTask(turn: Turn, frame: Frame, state: TaskState): Promise<void> {
  const integration = parseResource(state.Resource);
  if (!integration) throw new Error(`integration ${state.Resource} got past the validation`);
  const waits = integration.kind === 'invoke' && integration.waitForToken;
  const token = waits ? newToken(turn.execution.machineArn) : null;
  const bindings = bindingsOf(turn, frame, token === null ? {} : { token });
  const args =
    state.Arguments === undefined
      ? frame.input
      : await evaluateTemplate(state.Arguments, 'Arguments', bindings);
  const text = turn.limit(JSON.stringify(args), frame, 'arguments');
  const deadlines = await deadlinesOf(turn, state, bindings);
  const call =
    integration.kind === 'function'
      ? { functionArn: integration.functionArn, payload: args, resource: null }
      : {
          ...invocation(turn, args),
          resource: waits ? ('invoke.waitForTaskToken' as const) : ('invoke' as const),
        };
  const task: TaskAttempt = { ...call, ...deadlines.stored, token };
  recordScheduled(turn, frame, task, text, deadlines.recorded);
  frame.attempt += 1;
  frame.task = task;
  frame.phase = 'task';
  frame.due = earliest(task);
  if (token !== null) turn.tokens.push({ token, frame: frame.id });
}

/** The instant at which an attempt fails by itself. */
export function earliest(task: TaskAttempt): number | null {
  if (task.timeoutAt === null || task.heartbeatAt === null) return task.timeoutAt ?? task.heartbeatAt;
  return Math.min(task.timeoutAt, task.heartbeatAt);
}

async function deadlinesOf(turn: Turn, state: TaskState, bindings: Bindings) {
  const timeout = await wholeNumber(state.TimeoutSeconds, 'TimeoutSeconds', 1, bindings);
  const heartbeat = await wholeNumber(state.HeartbeatSeconds, 'HeartbeatSeconds', 1, bindings);
  return {
    stored: {
      timeoutAt: timeout === undefined ? null : turn.world.now + timeout * 1000,
      heartbeatAt: heartbeat === undefined ? null : turn.world.now + heartbeat * 1000,
      heartbeat: heartbeat === undefined ? null : heartbeat * 1000,
    },
    recorded: {
      ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
      ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
    },
  };
}

/** The function and payload that lambda:invoke's arguments name. */
function invocation(turn: Turn, args: Json): { functionArn: string; payload: Json } {
  const given: JsonObject = typeof args === 'object' && args !== null && !Array.isArray(args) ? args : {};
  const unknown = Object.keys(given).filter((name) => !invokeArguments.some((known) => known === name));
  const { FunctionName: name, Payload: payload = {}, InvocationType: type = 'RequestResponse' } = given;
  if (unknown.length > 0 || typeof name !== 'string' || type !== 'RequestResponse')
    throw new StateFailure({
      error: 'States.Runtime',
      cause: `The Parameters '${JSON.stringify(args)}' could not be used to start the Task: [The fields ${JSON.stringify([...unknown, ...(typeof name === 'string' ? [] : ['FunctionName'])])} are not supported by this host]`,
    });
  const functionArn = name.startsWith('arn:')
    ? name
    : `arn:aws:lambda:${turn.world.region}:000000000000:function:${name}`;
  return { functionArn, payload };
}

function recordScheduled(
  turn: Turn,
  frame: Frame,
  task: TaskAttempt,
  text: string,
  deadlines: EventDetails,
): void {
  if (task.resource === null) {
    const resource = task.functionArn;
    turn.advance(frame, 'LambdaFunctionScheduled', { input: text, resource, ...deadlines });
    turn.advance(frame, 'LambdaFunctionStarted');
    return;
  }
  const named = resourceOf(task);
  turn.advance(frame, 'TaskScheduled', {
    ...named,
    region: turn.world.region,
    parameters: text,
    ...deadlines,
  });
  turn.advance(frame, 'TaskStarted', named);
}

/** How the history names an integration. */
export function resourceOf(task: TaskAttempt): EventDetails {
  return { resourceType: 'lambda', resource: task.resource };
}
