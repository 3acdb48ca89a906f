import { AwsError, type JsonService } from '../types.ts';
import { describeStateMachine, describeStateMachineForExecution, listStateMachines } from './api/describe.ts';
import { describeExecution, getExecutionHistory, listExecutions, stopExecution } from './api/executions.ts';
import { defineMachine, type MachineSpec } from './api/machines.ts';
import type { Operation } from './api/operation.ts';
import { startExecution } from './api/start.ts';
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './api/tasks.ts';
import { Engine, type Host, type Stats } from './engine/engine.ts';
import { createTables } from './frame/schema.ts';

export type { MachineSpec } from './api/machines.ts';
export type { Host, Stats } from './engine/engine.ts';

/** The durable interpreter behind the Step Functions API. */
export interface StepFunctions extends JsonService {
  /** Creates or updates a machine. Throws AslUnsupported, which names everything that would not run as on AWS. */
  defineMachine(spec: MachineSpec): void;
  /** Takes up every execution where a former process left it. Call it once, when all machines are defined. */
  start(): void;
  /** Ends after the transitions under way. The store stays open. */
  stop(): Promise<void>;
  /** Resolves when nothing can move without a timer, a signal or the answer of a function: for tests. */
  idle(): Promise<void>;
  /** Resolves when nothing can move without a timer or a signal: for tests. Waits for every function. */
  settled(): Promise<void>;
  stats(): Stats;
}

const operations: ReadonlyMap<string, Operation> = new Map([
  ['StartExecution', startExecution],
  ['DescribeExecution', describeExecution],
  ['GetExecutionHistory', getExecutionHistory],
  ['ListExecutions', listExecutions],
  ['StopExecution', stopExecution],
  ['SendTaskSuccess', sendTaskSuccess],
  ['SendTaskFailure', sendTaskFailure],
  ['SendTaskHeartbeat', sendTaskHeartbeat],
  ['DescribeStateMachine', describeStateMachine],
  ['DescribeStateMachineForExecution', describeStateMachineForExecution],
  ['ListStateMachines', listStateMachines],
]);

/** Opens the interpreter on a store, in which it makes and keeps its own tables (`sfn_…`). */
export function createStepFunctions(host: Host): StepFunctions {
  createTables(host.store);
  const engine = new Engine(host);
  return {
    async handle(operation, input, caller) {
      const run = operations.get(operation);
      if (!run)
        throw new AwsError('UnknownOperationException', `states:${operation} is not implemented here`, 501);
      return run(engine, input, caller);
    },
    defineMachine: (spec) => defineMachine(engine, spec),
    start: () => engine.start(),
    stop: () => engine.stop(),
    idle: () => engine.idle(),
    settled: () => engine.settled(),
    stats: () => engine.stats(),
  };
}
