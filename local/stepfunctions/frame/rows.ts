import type { Store } from '../../store/store.ts';
import type { EventDetails, HistoryEvent } from '../history/event.ts';
import { type Execution, type ExecutionStatus, type Frame, isActive } from './frame.ts';

interface ExecutionRow {
  id: number;
  arn: string;
  name: string;
  machine_arn: string;
  machine_name: string;
  version_arn: string | null;
  alias_arn: string | null;
  role_arn: string;
  definition: string;
  status: ExecutionStatus;
  input: string;
  output: string | null;
  error: string | null;
  cause: string | null;
  started_at: number;
  stopped_at: number | null;
  due: number | null;
  last_event: number;
  last_frame: number;
}

function toExecution(row: ExecutionRow): Execution {
  return {
    id: row.id,
    arn: row.arn,
    name: row.name,
    machineArn: row.machine_arn,
    machineName: row.machine_name,
    versionArn: row.version_arn,
    aliasArn: row.alias_arn,
    roleArn: row.role_arn,
    definition: row.definition,
    status: row.status,
    input: row.input,
    output: row.output,
    error: row.error,
    cause: row.cause,
    startedAt: row.started_at,
    stoppedAt: row.stopped_at,
    due: row.due,
    lastEvent: row.last_event,
    lastFrame: row.last_frame,
  };
}

export function executionById(store: Store, id: number): Execution | undefined {
  const row = store.get<ExecutionRow>('SELECT * FROM sfn_execution WHERE id = ?', [id]);
  return row && toExecution(row);
}

export function executionByArn(store: Store, arn: string): Execution | undefined {
  const row = store.get<ExecutionRow>('SELECT * FROM sfn_execution WHERE arn = ?', [arn]);
  return row && toExecution(row);
}

/** Executions by a condition in SQL over their columns. */
export function executionsWhere(
  store: Store,
  condition: string,
  params: readonly (string | number)[],
): Execution[] {
  return store
    .all<ExecutionRow>(`SELECT * FROM sfn_execution WHERE ${condition}`, params)
    .map((row) => toExecution(row));
}

/** Stores a new execution and returns its number. */
export function insertExecution(store: Store, execution: Omit<Execution, 'id'>): number {
  const result = store.run(
    `INSERT INTO sfn_execution (arn, name, machine_arn, machine_name, version_arn, alias_arn, role_arn,
      definition, status, input, started_at, due, last_event, last_frame)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      execution.arn,
      execution.name,
      execution.machineArn,
      execution.machineName,
      execution.versionArn,
      execution.aliasArn,
      execution.roleArn,
      execution.definition,
      execution.status,
      execution.input,
      execution.startedAt,
      execution.due,
      execution.lastEvent,
      execution.lastFrame,
    ],
  );
  return Number(result.lastInsertRowid);
}

/** Writes what a transition can change. */
export function updateExecution(store: Store, execution: Execution): void {
  store.run(
    `UPDATE sfn_execution SET status = ?, output = ?, error = ?, cause = ?, stopped_at = ?, due = ?,
      last_event = ?, last_frame = ? WHERE id = ?`,
    [
      execution.status,
      execution.output,
      execution.error,
      execution.cause,
      execution.stoppedAt,
      execution.due,
      execution.lastEvent,
      execution.lastFrame,
      execution.id,
    ],
  );
}

export function framesOf(store: Store, execution: number): Map<number, Frame> {
  const rows = store.all<{ body: string }>('SELECT body FROM sfn_frame WHERE execution = ? ORDER BY id', [
    execution,
  ]);
  const frames = rows.map((row): Frame => JSON.parse(row.body));
  return new Map(frames.map((frame) => [frame.id, frame]));
}

export function putFrame(store: Store, execution: number, frame: Frame): void {
  store.run('INSERT OR REPLACE INTO sfn_frame (execution, id, due, active, body) VALUES (?, ?, ?, ?, ?)', [
    execution,
    frame.id,
    frame.due,
    isActive(frame) ? 1 : 0,
    // SQLite's text ends at a NUL, which JSON writes as an escape.
    JSON.stringify(frame),
  ]);
}

export function deleteFrame(store: Store, execution: number, id: number): void {
  store.run('DELETE FROM sfn_frame WHERE execution = ? AND id = ?', [execution, id]);
}

export function insertEvent(store: Store, execution: number, event: HistoryEvent): void {
  store.run('INSERT INTO sfn_event (execution, id, previous, at, type, details) VALUES (?, ?, ?, ?, ?, ?)', [
    execution,
    event.id,
    event.previous,
    event.at,
    event.type,
    JSON.stringify(event.details),
  ]);
}

/** Up to `count` events from the given one on (itself included), forwards or backwards. */
export function eventsOf(
  store: Store,
  execution: number,
  from: number,
  count: number,
  backwards: boolean,
): HistoryEvent[] {
  const order = backwards ? 'id <= ? ORDER BY id DESC' : 'id >= ? ORDER BY id';
  return store
    .all<{ id: number; previous: number; at: number; type: string; details: string }>(
      `SELECT id, previous, at, type, details FROM sfn_event WHERE execution = ? AND ${order} LIMIT ?`,
      [execution, from, count],
    )
    .map((row) => ({ ...row, details: JSON.parse(row.details) as EventDetails }));
}

export function insertToken(store: Store, token: string, execution: number, frame: number): void {
  store.run('INSERT INTO sfn_token (token, execution, frame) VALUES (?, ?, ?)', [token, execution, frame]);
}

export function tokenPlace(store: Store, token: string): { execution: number; frame: number } | undefined {
  return store.get('SELECT execution, frame FROM sfn_token WHERE token = ?', [token]);
}
