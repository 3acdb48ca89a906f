import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../../types.ts';
import type { Definition, Json } from '../asl/definition.ts';
import type { Engine } from '../engine/engine.ts';
import { type Execution, newFrame } from '../frame/frame.ts';
import { executionByArn, insertEvent, insertExecution, putFrame } from '../frame/rows.ts';
import { arn, checkJson, read, seconds } from './input.ts';
import { type StartName, startName } from './machines.ts';
import type { Operation } from './operation.ts';

const shape = z.object({
  stateMachineArn: arn,
  name: z.string().min(1).optional(),
  input: z.string().optional(),
  traceHeader: z.string().optional(),
});

/** At most 80 characters, and none that AWS forbids in names. */
const validName = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/**
 * StartExecution. The same name with the same input is the same execution while that runs; any other repetition
 * of a name is refused.
 */
export const startExecution: Operation = (engine, input, caller) => {
  const { stateMachineArn, name = randomUUID(), input: text = '{}' } = read(shape, input);
  engine.host.authorize(caller, 'states:StartExecution', stateMachineArn);
  const start = startName(engine.host.store, stateMachineArn);
  if (!validName.test(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
  checkJson(text, 'InvalidExecutionInput');
  const executionArn = `${start.machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const known = executionByArn(engine.host.store, executionArn);
  if (known) {
    if (known.status !== 'RUNNING' || known.input !== text)
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
    return { executionArn, startDate: seconds(known.startedAt) };
  }
  const now = engine.host.clock.now();
  engine.wake(store(engine, start, { executionArn, name, text, now }));
  return { executionArn, startDate: seconds(now) };
};

interface Beginning {
  executionArn: string;
  name: string;
  text: string;
  now: number;
}

/** Stores an execution before its first state, in one transaction. */
function store(engine: Engine, start: StartName, { executionArn, name, text, now }: Beginning): number {
  const definition: Definition = engine.definitions.get(start.definition);
  const { TimeoutSeconds: timeout } = definition;
  const execution: Omit<Execution, 'id'> = {
    arn: executionArn,
    name,
    machineArn: start.machineArn,
    machineName: start.name,
    versionArn: start.versionArn,
    aliasArn: start.kind === 'alias' ? start.arn : null,
    roleArn: start.roleArn,
    definition: start.definition,
    status: 'RUNNING',
    input: text,
    output: null,
    error: null,
    cause: null,
    startedAt: now,
    stoppedAt: null,
    due: timeout === undefined ? null : now + timeout * 1000,
    lastEvent: 1,
    lastFrame: 1,
  };
  const input: Json = JSON.parse(text);
  return engine.host.store.transaction(() => {
    const id = insertExecution(engine.host.store, execution);
    insertEvent(engine.host.store, id, {
      id: 1,
      previous: 0,
      at: now,
      type: 'ExecutionStarted',
      details: { input: text, roleArn: start.roleArn },
    });
    putFrame(
      engine.host.store,
      id,
      newFrame({
        id: 1,
        parent: null,
        scope: [],
        index: 0,
        item: null,
        state: definition.StartAt,
        input,
        // As AWS counts: the first state follows nothing.
        previousEvent: 0,
      }),
    );
    return id;
  });
}
