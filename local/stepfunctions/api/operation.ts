import { AwsError, type Caller } from '../../types.ts';
import type { Engine } from '../engine/engine.ts';
import type { Execution } from '../frame/frame.ts';
import { executionByArn } from '../frame/rows.ts';

export type Answer = Record<string, unknown>;

/** One operation of the API: checks the caller, then answers. Throws AwsError. */
export type Operation = (
  engine: Engine,
  input: Record<string, unknown>,
  caller: Caller,
) => Answer | Promise<Answer>;

/** The execution of an ARN. Throws ExecutionDoesNotExist. */
export function findExecution(engine: Engine, arn: string): Execution {
  const execution = executionByArn(engine.host.store, arn);
  if (!execution) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
}
