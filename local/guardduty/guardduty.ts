/**
 * Malware Protection for S3: every new version under a protected prefix is scanned, tagged where the plan says so,
 * and its verdict goes to the bus. What was put before a kill is scanned after it.
 *
 *     const guardduty = createGuardDuty({ store, clock, authorize, publish, read: s3.read, tag: s3.tag });
 *     guardduty.protect({ planArn, bucket: 'entwuerfe', prefixes: ['upload/'], tagging: true, roleArn });
 *     const s3 = createS3({ ..., onPut: guardduty.onPut });
 *     guardduty.start();
 */
import type { Readable } from 'node:stream';
import type { Store } from '../store/store.ts';
import { type Authorize, AwsError, type HostClock, type PublishEvent } from '../types.ts';
import { type ScanResult, scan } from './scan.ts';
import { type ScannedObject, scanResultEvent } from './scan-event.ts';

export interface ProtectionPlan {
  planArn: string;
  bucket: string;
  /** Without any, the whole bucket. */
  prefixes: readonly string[];
  /** Adds the tag GuardDutyMalwareScanStatus. */
  tagging: boolean;
  /** The role that the scan reads and tags with; what it may not do, the scan cannot. */
  roleArn: string;
}

/** How verdicts come, for tests: at once, late by milliseconds on the host clock, or never. */
type Verdicts = 'normal' | 'never' | { late: number };

export interface GuardDutyOptions {
  store: Store;
  clock: HostClock;
  authorize: Authorize;
  publish: PublishEvent;
  read: (bucket: string, key: string, versionId: string) => Readable | undefined;
  tag: (bucket: string, key: string, versionId: string, tags: Readonly<Record<string, string>>) => void;
  log?: ((line: string) => void) | undefined;
}

export interface GuardDuty {
  protect(plan: ProtectionPlan): void;
  /** S3 tells of a new version; durable on return. The same version may be told twice. */
  onPut(put: ScannedObject): void;
  /** Goes on with what a stop left unscanned. */
  start(): void;
  /** Applies to versions put from now on; those held by `never` stay without verdict. */
  setVerdicts(verdicts: Verdicts): void;
  /** Resolves when no scan is running. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Pending extends ScannedObject {
  seq: number;
  due: number;
}

export function createGuardDuty(options: GuardDutyOptions): GuardDuty {
  const { store, clock } = options;
  store.run(
    'CREATE TABLE IF NOT EXISTS scan (seq INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL UNIQUE, due INTEGER NOT NULL)',
  );
  const plans: ProtectionPlan[] = [];
  const running = new Set<Promise<void>>();
  const timers = new Map<number, () => void>();
  let verdicts: Verdicts = 'normal';
  let stopped = false;

  const planFor = ({ bucket, key }: ScannedObject) =>
    plans.find(
      (plan) =>
        plan.bucket === bucket &&
        (plan.prefixes.length === 0 || plan.prefixes.some((prefix) => key.startsWith(prefix))),
    );

  function onPut({ bucket, key, versionId, etag }: ScannedObject): void {
    const object: ScannedObject = { bucket, key, versionId, etag };
    if (!planFor(object) || verdicts === 'never') return;
    const due = clock.now() + (verdicts === 'normal' ? 0 : verdicts.late);
    const row = store.get<{ seq: number }>(
      'INSERT INTO scan (object, due) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING seq',
      [JSON.stringify(object), due],
    );
    if (row) schedule({ ...object, seq: row.seq, due });
  }

  function schedule(pending: Pending): void {
    if (stopped || timers.has(pending.seq)) return;
    const run = () => {
      if (stopped) return;
      const work = finish(pending).finally(() => running.delete(work));
      running.add(work);
    };
    // Held before the clock is asked: a due instant may run at once.
    timers.set(pending.seq, () => {});
    timers.set(pending.seq, clock.at(pending.due, run));
  }

  async function finish(pending: Pending): Promise<void> {
    try {
      const plan = planFor(pending);
      const result = plan && (await verdictOf(plan, pending));
      if (stopped) return;
      if (plan && result) {
        const { bucket, key, versionId } = pending;
        if (plan.tagging && mayAll(plan, pending, ['s3:PutObjectTagging', 's3:PutObjectVersionTagging']))
          options.tag(bucket, key, versionId, { GuardDutyMalwareScanStatus: result });
        options.publish(scanResultEvent(plan.planArn, pending, result, clock.now()));
      }
      store.run('DELETE FROM scan WHERE seq = ?', [pending.seq]);
    } catch (error) {
      // The row stays: the next start scans again.
      options.log?.(`guardduty: ${pending.bucket}/${pending.key}: ${String(error)}`);
    } finally {
      timers.delete(pending.seq);
    }
  }

  /** Undefined when the version was deleted meanwhile. */
  async function verdictOf(plan: ProtectionPlan, pending: Pending): Promise<ScanResult | undefined> {
    const { bucket, key, versionId } = pending;
    if (!mayAll(plan, pending, ['s3:GetObject', 's3:GetObjectVersion'])) return 'ACCESS_DENIED';
    const body = options.read(bucket, key, versionId);
    return body && scan(body);
  }

  function mayAll(plan: ProtectionPlan, { bucket, key }: ScannedObject, actions: readonly string[]): boolean {
    try {
      for (const action of actions)
        options.authorize({ principalArn: plan.roleArn }, action, `arn:aws:s3:::${bucket}/${key}`);
      return true;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      options.log?.(`guardduty: ${error.message}`);
      return false;
    }
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    protect: (plan) => {
      plans.push(plan);
    },
    onPut,
    start() {
      for (const row of store.all<{ seq: number; object: string; due: number }>(
        'SELECT * FROM scan ORDER BY seq',
      ))
        schedule({ ...(JSON.parse(row.object) as ScannedObject), seq: row.seq, due: row.due });
    },
    setVerdicts: (next) => {
      verdicts = next;
    },
    idle,
    async stop() {
      stopped = true;
      for (const cancel of timers.values()) cancel();
      await idle();
    },
  };
}
