/**
 * The Amazon States Language as far as this interpreter runs it (https://states-language.net, JSONata only).
 * A value of these types has passed `validateDefinition`; nothing else may be cast to them.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type StateType = 'Pass' | 'Task' | 'Choice' | 'Wait' | 'Succeed' | 'Fail' | 'Map' | 'Parallel';

/** A sequence of states: the machine itself, a branch of a Parallel state or the processor of a Map state. */
export interface Scope {
  StartAt: string;
  States: { [name: string]: State };
}

export interface Definition extends Scope {
  Comment?: string;
  Version?: '1.0';
  QueryLanguage?: 'JSONata' | 'JSONPath';
  /** Seconds that an execution may take from its start. */
  TimeoutSeconds?: number;
}

interface Common {
  Comment?: string;
  QueryLanguage?: 'JSONata' | 'JSONPath';
  Output?: Json;
  Assign?: JsonObject;
}

interface Onward {
  Next?: string;
  End?: boolean;
}

export interface Retrier {
  ErrorEquals: string[];
  /** Seconds before the first retry, 1 if absent. */
  IntervalSeconds?: number;
  BackoffRate?: number;
  MaxAttempts?: number;
  /** Upper bound of a single delay in seconds. */
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  ErrorEquals: string[];
  Next: string;
  Output?: Json;
  Assign?: JsonObject;
}

interface Guarded {
  Retry?: Retrier[];
  Catch?: Catcher[];
}

export interface PassState extends Common, Onward {
  Type: 'Pass';
}
export interface SucceedState extends Common {
  Type: 'Succeed';
}
export interface FailState extends Common {
  Type: 'Fail';
  Error?: string;
  Cause?: string;
}
export interface ChoiceRule {
  Condition: Json;
  Next: string;
  Output?: Json;
  Assign?: JsonObject;
}
export interface ChoiceState extends Common {
  Type: 'Choice';
  Choices: ChoiceRule[];
  Default?: string;
}
export interface WaitState extends Common, Onward {
  Type: 'Wait';
  /** Number of seconds, or an expression that yields it. */
  Seconds?: number | string;
  /** Instant in ISO 8601, or an expression that yields it. */
  Timestamp?: string;
}
export interface TaskState extends Common, Onward, Guarded {
  Type: 'Task';
  Resource: string;
  Arguments?: Json;
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
}
export interface MapState extends Common, Onward, Guarded {
  Type: 'Map';
  Items?: Json;
  ItemSelector?: Json;
  ItemProcessor: Scope & { ProcessorConfig?: { Mode?: 'INLINE' } };
  MaxConcurrency?: number | string;
  ToleratedFailureCount?: number | string;
  ToleratedFailurePercentage?: number | string;
}
export interface ParallelState extends Common, Onward, Guarded {
  Type: 'Parallel';
  Branches: Scope[];
  Arguments?: Json;
}

export type State =
  | PassState
  | SucceedState
  | FailState
  | ChoiceState
  | WaitState
  | TaskState
  | MapState
  | ParallelState;

/** The states whose errors can be retried and caught. */
export type GuardedState = TaskState | MapState | ParallelState;

export function isGuarded(state: State): state is GuardedState {
  return state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel';
}
