import type { Store } from '../../store/store.ts';
import { AwsError } from '../../types.ts';
import { validateDefinition } from '../asl/validate.ts';
import type { Engine } from '../engine/engine.ts';

/** A state machine of the template. `definition` is its Amazon States Language text. */
export interface MachineSpec {
  arn: string;
  name: string;
  definition: string;
  /** The role in whose name its functions are called. */
  roleArn: string;
  /** The published version of this definition, and the alias that points to it. */
  versionArn?: string;
  aliasArn?: string;
}

/** An ARN that can be started, with what a start of it would run. */
export interface StartName {
  arn: string;
  kind: 'machine' | 'version' | 'alias';
  machineArn: string;
  versionArn: string | null;
  definition: string;
  roleArn: string;
  name: string;
  createdAt: number;
}

interface NameRow {
  arn: string;
  kind: StartName['kind'];
  machine_arn: string;
  version_arn: string | null;
  definition: string;
  role_arn: string;
  name: string;
  created_at: number;
}

/**
 * Creates or updates a machine. Executions that run keep the definition and the role they began with.
 * Throws AslUnsupported, and changes nothing then.
 */
export function defineMachine(engine: Engine, spec: MachineSpec): void {
  validateDefinition(spec.definition, spec.name);
  const { store, clock } = engine.host;
  const { arn, versionArn, aliasArn } = spec;
  store.transaction(() => {
    const definition = engine.definitions.put(spec.definition);
    const put = (name: string, kind: StartName['kind'], version: string | undefined): void => {
      store.run(
        `INSERT INTO sfn_name (arn, kind, machine_arn, version_arn, definition, role_arn, name, created_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (arn) DO UPDATE SET version_arn = excluded.version_arn,
            definition = excluded.definition, role_arn = excluded.role_arn`,
        [name, kind, arn, version ?? null, definition, spec.roleArn, spec.name, clock.now()],
      );
    };
    put(arn, 'machine', undefined);
    if (versionArn !== undefined) put(versionArn, 'version', versionArn);
    if (aliasArn !== undefined) put(aliasArn, 'alias', versionArn);
  });
}

/** Looks up an ARN of a machine, version or alias. Throws StateMachineDoesNotExist. */
export function startName(store: Store, arn: string): StartName {
  const row = store.get<NameRow>('SELECT * FROM sfn_name WHERE arn = ?', [arn]);
  if (!row) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return toName(row);
}

/** Every machine, without its versions and aliases. */
export function machines(store: Store): StartName[] {
  return store
    .all<NameRow>("SELECT * FROM sfn_name WHERE kind = 'machine' ORDER BY name")
    .map((row) => toName(row));
}

function toName(row: NameRow): StartName {
  return {
    arn: row.arn,
    kind: row.kind,
    machineArn: row.machine_arn,
    versionArn: row.version_arn,
    definition: row.definition,
    roleArn: row.role_arn,
    name: row.name,
    createdAt: row.created_at,
  };
}
