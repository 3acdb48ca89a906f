import { createClock, type SettableClock } from '../../clock/clock.ts';
import { openStore, type Store } from '../../store/store.ts';
import { type Authorize, account, type InvokeFunction, type InvokeResult } from '../../types.ts';
import type { JsonObject } from '../asl/definition.ts';
import { createStepFunctions, type StepFunctions } from '../stepfunctions.ts';

/** For tests of the interpreter: a machine, its functions and its clock, without anything around them. */
export const region = 'eu-central-1';
export const machineArn = `arn:aws:states:${region}:${account}:stateMachine:Maschine`;
export const roleArn = `arn:aws:iam::${account}:role/Maschine`;
export const functionArn = `arn:aws:lambda:${region}:${account}:function:Tun`;
export const root = { principalArn: `arn:aws:iam::${account}:root` };
export const midnight = Date.UTC(2026, 0, 1);

/** One call of a function: which, with what, by whom. */
export interface Call {
  arn: string;
  payload: JsonObject;
  principalArn: string;
}

export type Answers = (call: Call, count: number) => InvokeResult | Promise<InvokeResult>;

export interface World {
  machine: StepFunctions;
  clock: SettableClock;
  store: Store;
  calls: Call[];
  log: string[];
  start(input?: unknown, name?: string): Promise<string>;
  /** Moves the clock on by seconds, and lets everything move that then can. */
  pass(seconds: number): Promise<void>;
  describe(arn: string): Promise<Record<string, unknown>>;
  history(arn: string): Promise<HistoryItem[]>;
  /** The types of the events, in order. */
  types(arn: string): Promise<string[]>;
  /** The token that the n-th call was given, counted from 0. */
  token(call?: number): string;
  signal(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Another process on the same store. */
  restart(): World;
}

export interface HistoryItem {
  id: number;
  previousEventId: number;
  type: string;
  timestamp: number;
  [details: string]: unknown;
}

export interface Options {
  answers?: Answers;
  authorize?: Authorize;
  random?: () => number;
  store?: Store;
  clock?: SettableClock;
  calls?: Call[];
}

export const ok = (payload: unknown): InvokeResult => ({ ok: true, payload });
export const error = (errorType: string, errorMessage = 'misslungen'): InvokeResult => ({
  ok: false,
  errorType,
  errorMessage,
});

/** A call whose answer never comes. */
export const never = (): Promise<InvokeResult> => new Promise(() => {});

/** Defines a machine of these states (the first is the start) and takes up what the store holds. */
export function makeWorld(states: JsonObject, options: Options = {}, top: JsonObject = {}): World {
  const { answers = () => ok({}), store = openStore(':memory:'), calls = [] } = options;
  const clock = options.clock ?? createClock({ frozenAt: midnight });
  const log: string[] = [];
  const invoke: InvokeFunction = async (arn, payload, { principalArn }) => {
    const call: Call = { arn, payload: payload as JsonObject, principalArn };
    calls.push(call);
    return answers(call, calls.length);
  };
  const machine = createStepFunctions({
    store,
    clock,
    invoke,
    authorize: options.authorize ?? (() => {}),
    region,
    log: (line) => log.push(line),
    ...(options.random ? { random: options.random } : {}),
  });
  machine.defineMachine({
    arn: machineArn,
    name: 'Maschine',
    definition: definitionOf(states, top),
    roleArn,
    versionArn: `${machineArn}:1`,
    aliasArn: `${machineArn}:aktuell`,
  });
  machine.start();
  const signal = async (operation: string, input: Record<string, unknown>) => {
    const answer = await machine.handle(operation, input, root);
    await machine.idle();
    return answer;
  };
  const history = async (executionArn: string) => {
    const answer = await machine.handle('GetExecutionHistory', { executionArn, maxResults: 1000 }, root);
    return answer.events as HistoryItem[];
  };
  return {
    machine,
    clock,
    store,
    calls,
    log,
    signal,
    history,
    async start(input = {}, name) {
      const answer = await machine.handle(
        'StartExecution',
        {
          stateMachineArn: machineArn,
          input: JSON.stringify(input),
          ...(name === undefined ? {} : { name }),
        },
        root,
      );
      await quiet(machine);
      return String(answer.executionArn);
    },
    async pass(seconds) {
      clock.advance(seconds * 1000);
      await quiet(machine);
    },
    describe: (executionArn) => machine.handle('DescribeExecution', { executionArn }, root),
    types: async (arn) => (await history(arn)).map(({ type }) => type),
    token: (call = calls.length - 1) => String(calls[call]?.payload.token),
    restart: () => makeWorld(states, { ...options, store, clock, calls }, top),
  };
}

/** A function's answer needs some turns of the event loop until it is stored; one that hangs needs none. */
async function quiet(machine: StepFunctions): Promise<void> {
  let before: number;
  do {
    before = machine.stats().transitions;
    await machine.idle();
    await new Promise((resolve) => setImmediate(resolve));
    await machine.idle();
  } while (machine.stats().transitions !== before);
}

export function definitionOf(states: JsonObject, top: JsonObject = {}): string {
  const [StartAt = ''] = Object.keys(states);
  return JSON.stringify({ QueryLanguage: 'JSONata', StartAt, States: states, ...top });
}

/** A Task state that calls the one function. */
export function task(more: JsonObject = {}, payload: JsonObject = {}): JsonObject {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: functionArn, Payload: payload },
    ...('Next' in more ? {} : { End: true }),
    ...more,
  };
}

/** A Task state that waits for its token, which the function is given with the number of retries. */
export function waiting(more: JsonObject = {}): JsonObject {
  return task(
    { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', ...more },
    {
      token: '{% $states.context.Task.Token %}',
      versuch: '{% $states.context.State.RetryCount %}',
    },
  );
}
