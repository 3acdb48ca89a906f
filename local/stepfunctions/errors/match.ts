import { type Failure, uncatchable } from './failure.ts';

/** Whether an ErrorEquals list names this failure. */
export function matches(errorEquals: readonly string[], failure: Failure): boolean {
  return errorEquals.some((name) => matchesName(name, failure));
}

function matchesName(name: string, failure: Failure): boolean {
  if (name === failure.error) return true;
  if (failure.error !== undefined && uncatchable.includes(failure.error)) return false;
  switch (name) {
    case 'States.ALL':
      return true;
    case 'States.TaskFailed':
      return failure.error !== 'States.Timeout';
    case 'States.HeartbeatTimeout':
      return failure.heartbeat === true;
    default:
      return false;
  }
}
