import * as z from 'zod';
import { lastOf } from '../engine/overdue.ts';
import type { Execution } from '../frame/frame.ts';
import { eventsOf, executionsWhere } from '../frame/rows.ts';
import { present } from '../history/event.ts';
import { close } from '../states/exit.ts';
import { arn, page, pageSize, pageToken, read, readPageToken, seconds } from './input.ts';
import { startName } from './machines.ts';
import { type Answer, findExecution, type Operation } from './operation.ts';

const shapes = {
  describe: z.object({ executionArn: arn }),
  history: z.object({
    executionArn: arn,
    reverseOrder: z.boolean().optional(),
    includeExecutionData: z.boolean().optional(),
    ...page,
  }),
  list: z.object({
    stateMachineArn: arn,
    statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional(),
    ...page,
  }),
  stop: z.object({
    executionArn: arn,
    error: z.string().max(256).optional(),
    cause: z.string().max(32_768).optional(),
  }),
};

export const describeExecution: Operation = (engine, input, caller) => {
  const { executionArn } = read(shapes.describe, input);
  engine.host.authorize(caller, 'states:DescribeExecution', executionArn);
  const execution = findExecution(engine, executionArn);
  const answer: Answer = {
    ...summary(execution),
    input: execution.input,
    inputDetails: { included: true },
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: 'This host does not redrive executions',
  };
  if (execution.output !== null) {
    answer.output = execution.output;
    answer.outputDetails = { included: true };
  }
  if (execution.error !== null) answer.error = execution.error;
  if (execution.cause !== null) answer.cause = execution.cause;
  return answer;
};

export const getExecutionHistory: Operation = (engine, input, caller) => {
  const {
    executionArn,
    reverseOrder = false,
    includeExecutionData: withData = true,
    maxResults,
    nextToken,
  } = read(shapes.history, input);
  engine.host.authorize(caller, 'states:GetExecutionHistory', executionArn);
  const execution = findExecution(engine, executionArn);
  const first = reverseOrder ? execution.lastEvent : 1;
  const size = pageSize(maxResults);
  const from = readPageToken(nextToken) ?? first;
  const events = eventsOf(engine.host.store, execution.id, from, size + 1, reverseOrder);
  const more = events[size];
  return {
    events: events.slice(0, size).map((event) => present(event, withData)),
    ...(more ? { nextToken: pageToken(more.id) } : {}),
  };
};

/** ListExecutions: the latest first. */
export const listExecutions: Operation = (engine, input, caller) => {
  const { stateMachineArn, statusFilter, maxResults, nextToken } = read(shapes.list, input);
  engine.host.authorize(caller, 'states:ListExecutions', stateMachineArn);
  const { kind } = startName(engine.host.store, stateMachineArn);
  const column = { machine: 'machine_arn', version: 'version_arn', alias: 'alias_arn' }[kind];
  const size = pageSize(maxResults);
  const params: (string | number)[] = [stateMachineArn, readPageToken(nextToken) ?? Number.MAX_SAFE_INTEGER];
  if (statusFilter !== undefined) params.push(statusFilter);
  const found = executionsWhere(
    engine.host.store,
    `${column} = ? AND id <= ? ${statusFilter === undefined ? '' : 'AND status = ?'} ORDER BY id DESC LIMIT ?`,
    [...params, size + 1],
  );
  const more = found[size];
  return {
    executions: found.slice(0, size).map((execution) => summary(execution)),
    ...(more ? { nextToken: pageToken(more.id) } : {}),
  };
};

/** StopExecution. One that has ended stays as it is. */
export const stopExecution: Operation = async (engine, input, caller) => {
  const { executionArn, error, cause } = read(shapes.stop, input);
  engine.host.authorize(caller, 'states:StopExecution', executionArn);
  const { id } = findExecution(engine, executionArn);
  await engine.change(id, (turn) => {
    const { execution } = turn;
    if (execution.status !== 'RUNNING') return;
    execution.status = 'ABORTED';
    execution.error = error ?? null;
    execution.cause = cause ?? null;
    turn.record('ExecutionAborted', lastOf(turn), {
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
    close(turn);
  });
  const { stoppedAt } = findExecution(engine, executionArn);
  return { stopDate: seconds(stoppedAt ?? engine.host.clock.now()) };
};

function summary(execution: Execution): Answer {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: execution.status,
    startDate: seconds(execution.startedAt),
    ...(execution.stoppedAt === null ? {} : { stopDate: seconds(execution.stoppedAt) }),
    ...(execution.versionArn === null ? {} : { stateMachineVersionArn: execution.versionArn }),
    ...(execution.aliasArn === null ? {} : { stateMachineAliasArn: execution.aliasArn }),
    redriveCount: 0,
  };
}
