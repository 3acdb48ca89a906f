import type { Store } from '../../store/store.ts';

/** Creates what is missing. All tables are this folder's own. */
export function createTables(store: Store): void {
  for (const statement of statements) store.run(statement);
}

const statements = [
  `CREATE TABLE IF NOT EXISTS sfn_definition (hash TEXT PRIMARY KEY, text TEXT NOT NULL)`,
  // A name is an ARN that StartExecution takes: a machine's own, a version's or an alias's.
  `CREATE TABLE IF NOT EXISTS sfn_name (
    arn TEXT PRIMARY KEY, kind TEXT NOT NULL, machine_arn TEXT NOT NULL, version_arn TEXT,
    definition TEXT NOT NULL, role_arn TEXT NOT NULL, name TEXT NOT NULL, created_at INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS sfn_execution (
    id INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    machine_arn TEXT NOT NULL, machine_name TEXT NOT NULL, version_arn TEXT, alias_arn TEXT,
    role_arn TEXT NOT NULL, definition TEXT NOT NULL, status TEXT NOT NULL,
    input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
    started_at INTEGER NOT NULL, stopped_at INTEGER, due INTEGER,
    last_event INTEGER NOT NULL, last_frame INTEGER NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS sfn_execution_due ON sfn_execution (due) WHERE due IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS sfn_execution_of ON sfn_execution (machine_arn, id)`,
  `CREATE INDEX IF NOT EXISTS sfn_execution_stopped ON sfn_execution (stopped_at) WHERE stopped_at IS NOT NULL`,
  `CREATE TABLE IF NOT EXISTS sfn_event (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL,
    type TEXT NOT NULL, details TEXT NOT NULL, PRIMARY KEY (execution, id)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS sfn_frame (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, due INTEGER, active INTEGER NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (execution, id)) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS sfn_frame_due ON sfn_frame (due) WHERE due IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS sfn_frame_active ON sfn_frame (execution) WHERE active = 1`,
  // Spent tokens stay, as long as their execution, to be told from those that never were.
  `CREATE TABLE IF NOT EXISTS sfn_token (
    token TEXT PRIMARY KEY, execution INTEGER NOT NULL, frame INTEGER NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS sfn_token_of ON sfn_token (execution)`,
];
