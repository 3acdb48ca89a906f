import type { StateType } from '../asl/definition.ts';

/** What an event carries, as GetExecutionHistory names it; data are JSON texts. */
export interface EventDetails {
  [member: string]: unknown;
}

/** An event of an execution's history. `at` is in ms since 1970-01-01T00:00:00Z. */
export interface HistoryEvent {
  id: number;
  previous: number;
  at: number;
  type: string;
  details: EventDetails;
}

/** AWS ends an execution whose history would grow beyond this number. */
export const mostEvents = 25_000;

/** States that have an event of their own for being cut off, and for failing as a whole. */
const abortable: readonly StateType[] = ['Task', 'Wait', 'Map', 'Parallel'];

export function abortedEvent(type: StateType): string | undefined {
  return abortable.includes(type) ? `${type}StateAborted` : undefined;
}

/** The member that holds an event's details in the answer: `PassStateEntered` -> `stateEnteredEventDetails`. */
export function detailsMember(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

/** Members of details that includeExecutionData = false leaves out. */
const dataMembers = ['input', 'output', 'parameters', 'assignedVariables'];

/** An event as GetExecutionHistory answers it. */
export function present(event: HistoryEvent, withData: boolean): Record<string, unknown> {
  const details: EventDetails = {};
  for (const [name, value] of Object.entries(event.details)) {
    const isData = dataMembers.includes(name);
    if (withData || !isData) details[name] = value;
    if (withData && isData && name !== 'parameters') details[`${name}Details`] = { truncated: false };
  }
  const answer: Record<string, unknown> = {
    timestamp: event.at / 1000,
    type: event.type,
    id: event.id,
    previousEventId: event.previous,
  };
  if (Object.keys(event.details).length > 0) answer[detailsMember(event.type)] = details;
  return answer;
}
