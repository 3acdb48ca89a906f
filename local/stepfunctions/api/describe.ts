import * as z from 'zod';
import { arn, page, pageSize, pageToken, read, readPageToken, seconds } from './input.ts';
import { machines, startName } from './machines.ts';
import { findExecution, type Operation } from './operation.ts';

const byMachine = z.object({ stateMachineArn: arn });
const byExecution = z.object({ executionArn: arn });

export const describeStateMachine: Operation = (engine, input, caller) => {
  const { stateMachineArn } = read(byMachine, input);
  engine.host.authorize(caller, 'states:DescribeStateMachine', stateMachineArn);
  const machine = startName(engine.host.store, stateMachineArn);
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: 'ACTIVE',
    definition: engine.definitions.text(machine.definition),
    roleArn: machine.roleArn,
    type: 'STANDARD',
    creationDate: seconds(machine.createdAt),
    revisionId: machine.definition,
  };
};

/** The definition that an execution runs, whatever its machine has become since. */
export const describeStateMachineForExecution: Operation = (engine, input, caller) => {
  const { executionArn } = read(byExecution, input);
  engine.host.authorize(caller, 'states:DescribeStateMachineForExecution', executionArn);
  const execution = findExecution(engine, executionArn);
  return {
    stateMachineArn: execution.machineArn,
    name: execution.machineName,
    definition: engine.definitions.text(execution.definition),
    roleArn: execution.roleArn,
    updateDate: seconds(execution.startedAt),
    revisionId: execution.definition,
  };
};

export const listStateMachines: Operation = (engine, input, caller) => {
  const { maxResults, nextToken } = read(z.object(page), input);
  engine.host.authorize(caller, 'states:ListStateMachines', '*');
  const from = readPageToken(nextToken) ?? 0;
  const size = pageSize(maxResults);
  const all = machines(engine.host.store);
  return {
    stateMachines: all.slice(from, from + size).map((machine) => ({
      stateMachineArn: machine.arn,
      name: machine.name,
      type: 'STANDARD',
      creationDate: seconds(machine.createdAt),
    })),
    ...(all.length > from + size ? { nextToken: pageToken(from + size) } : {}),
  };
};
