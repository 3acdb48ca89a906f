import type { Json, JsonObject } from '../asl/definition.ts';

/** RUNNING ones live; the others are closed and never change again. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One execution as it is stored. Instants are ms since 1970-01-01T00:00:00Z on the host clock. */
export interface Execution {
  id: number;
  arn: string;
  name: string;
  machineArn: string;
  machineName: string;
  versionArn: string | null;
  aliasArn: string | null;
  roleArn: string;
  /** SHA-256 of the definition that it started with and keeps. */
  definition: string;
  status: ExecutionStatus;
  /** The input as it was sent. */
  input: string;
  output: string | null;
  error: string | null;
  cause: string | null;
  startedAt: number;
  stoppedAt: number | null;
  /** When its own TimeoutSeconds run out. */
  due: number | null;
  lastEvent: number;
  lastFrame: number;
}

/**
 * Where a frame stands in its current state. `entering`, `attempting` and `result` have work to do
 * at once; `task` has a function running; the others wait for a timer, a token or child frames.
 */
export type Phase =
  | 'entering'
  | 'attempting'
  | 'task'
  | 'callback'
  | 'waiting'
  | 'backoff'
  | 'children'
  | 'result';

/** One attempt of a Task state. It is stored before the function is called, and repeats unchanged after a crash. */
export interface TaskAttempt {
  functionArn: string;
  payload: Json;
  /** What the history says is called: lambda, and invoke or invoke.waitForTaskToken; null for a Lambda ARN. */
  resource: 'invoke' | 'invoke.waitForTaskToken' | null;
  token: string | null;
  timeoutAt: number | null;
  heartbeatAt: number | null;
  /** Milliseconds between heartbeats. */
  heartbeat: number | null;
}

/** One item of a Map state: what the context shows, and what its iteration gets. */
export interface MapItem {
  value: Json;
  input: Json;
}

/** The branches or iterations of a Parallel or Map state. */
export interface Children {
  inputs: MapItem[];
  started: number;
  ended: number;
  outputs: Json[];
  /** How many may run at the same time. */
  limit: number;
}

/** A step on the way from the machine's own states into a nested scope. */
export interface ScopeStep {
  state: string;
  /** Number of the branch; 0 for the processor of a Map state. */
  branch: number;
}

/** One running sequence of states: the execution's own, a branch of a Parallel state, an iteration of a Map. */
export interface Frame {
  id: number;
  parent: number | null;
  scope: ScopeStep[];
  /** Number of the branch or of the item; 0 for the execution's own frame. */
  index: number;
  /** Set in the iterations of a Map state. */
  item: { Index: number; Value: Json } | null;
  state: string;
  input: Json;
  /** Those assigned in this scope; the scopes around it hold theirs. */
  variables: JsonObject;
  phase: Phase;
  /** When the phase ends by itself; null if only something from outside ends it. */
  due: number | null;
  enteredAt: number;
  enteredEvent: number;
  /** The event before the state was entered: what an expression's failure refers to. */
  beforeEntered: number;
  previousEvent: number;
  /** Counts every attempt of this frame, so that a late answer of an earlier one is recognised. */
  attempt: number;
  /** Retries in this visit of the state: in all, and by retrier. */
  retryCount: number;
  retries: number[];
  task: TaskAttempt | null;
  children: Children | null;
  result: Json;
}

/** Whether a start after a crash has something to do for the frame at once. */
export function isActive(frame: Frame): boolean {
  return frame.phase === 'task' || isRunnable(frame);
}

export function isRunnable(frame: Frame): boolean {
  return frame.phase === 'entering' || frame.phase === 'attempting' || frame.phase === 'result';
}

/** A frame at the first state of a scope. */
export function newFrame(
  from: Pick<Frame, 'id' | 'parent' | 'scope' | 'index' | 'item' | 'state' | 'input' | 'previousEvent'>,
): Frame {
  return {
    ...from,
    variables: {},
    phase: 'entering',
    due: null,
    enteredAt: 0,
    enteredEvent: 0,
    beforeEntered: 0,
    attempt: 0,
    retryCount: 0,
    retries: [],
    task: null,
    children: null,
    result: null,
  };
}
