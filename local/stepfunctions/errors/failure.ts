/** Why a state failed, in the words of the States Language. It is data: frames keep it over a restart. */
export interface Failure {
  error?: string;
  cause?: string;
  /** A missed heartbeat: named States.Timeout, but also caught as States.HeartbeatTimeout. */
  heartbeat?: boolean;
  /** Set for an expression that failed: the field, if one can be blamed. */
  evaluation?: { location?: string };
}

/** Errors that neither States.ALL nor States.TaskFailed stand for; they end the execution unless named. */
export const uncatchable: readonly string[] = ['States.DataLimitExceeded', 'States.Runtime'];

/** Thrown by a state while it runs; the engine turns it into Retry, Catch or the end of the scope. */
export class StateFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.error ?? 'failed'}: ${failure.cause ?? ''}`);
    this.name = 'StateFailure';
    this.failure = failure;
  }
}

/** An expression that failed, yielded nothing or yielded the wrong type. */
export function evaluationFailure(cause: string, location?: string): StateFailure {
  const evaluation = location === undefined ? {} : { location };
  return new StateFailure({ error: 'States.QueryEvaluationError', cause, evaluation });
}
