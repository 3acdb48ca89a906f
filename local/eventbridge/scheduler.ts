import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { type Resource, type Stack, TemplateRefused } from '../template/resolve.ts';
import { account, type HostClock } from '../types.ts';
import type { AsyncInvoker } from './async-invoke.ts';
import { type Recurrence, readSchedule } from './schedule-expression.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

interface Schedule {
  logicalId: string;
  arn: string;
  /** Expression and zone: a stored next run counts only as long as both stay. */
  expression: string;
  recurrence: Recurrence;
  functionArn: string;
  roleArn: string;
  input: string | undefined;
  deadLetterArn: string | undefined;
}

/** AWS::Scheduler on the host's clock. A run missed while the host was off is made up for once. */
export interface Scheduler {
  start(): void;
  /** Runs a schedule of the template now, beside its plan. */
  fire(logicalId: string): void;
  /** Next run by logical id, for people to see. */
  plan(): { logicalId: string; next: number }[];
  stop(): void;
}

const knownProperties = [
  'Description',
  'FlexibleTimeWindow',
  'GroupName',
  'KmsKeyArn',
  'Name',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'State',
  'Target',
];
const knownTargetMembers = ['Arn', 'RoleArn', 'Input', 'RetryPolicy', 'DeadLetterConfig'];

function readOne({ logicalId, properties, attributes }: Resource, stack: Stack): Schedule | undefined {
  for (const name of Object.keys(properties))
    if (!knownProperties.includes(name)) throw new Error(`property ${name} of a schedule is not run`);
  const target = object(properties.Target);
  for (const name of Object.keys(target))
    if (!knownTargetMembers.includes(name)) throw new Error(`member ${name} of a target is not run`);
  const functionArn = String(target.Arn);
  if (!stack.ofType('AWS::Lambda::Function').some((item) => item.attributes.Arn === functionArn))
    throw new Error(`target ${functionArn} is no function of the template`);
  const zone = String(properties.ScheduleExpressionTimezone ?? 'UTC');
  const expression = String(properties.ScheduleExpression);
  const deadLetterArn = object(target.DeadLetterConfig).Arn;
  const schedule: Schedule = {
    logicalId,
    arn: attributes.Arn ?? '',
    expression: `${expression} ${zone}`,
    recurrence: readSchedule(expression, zone),
    functionArn,
    roleArn: String(target.RoleArn),
    input: target.Input === undefined ? undefined : String(target.Input),
    deadLetterArn: deadLetterArn === undefined ? undefined : String(deadLetterArn),
  };
  return properties.State === 'DISABLED' ? undefined : schedule;
}

/** Enabled schedules; TemplateRefused names everything in them that is not run. */
function readSchedules(stack: Stack): Schedule[] {
  const findings: string[] = [];
  const schedules: Schedule[] = [];
  for (const resource of stack.ofType('AWS::Scheduler::Schedule')) {
    try {
      const schedule = readOne(resource, stack);
      if (schedule) schedules.push(schedule);
    } catch (error) {
      findings.push(`${resource.logicalId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (findings.length > 0) throw new TemplateRefused(findings);
  return schedules;
}

export function createScheduler(options: {
  stack: Stack;
  store: Store;
  clock: HostClock;
  invoker: AsyncInvoker;
}): Scheduler {
  const { stack, store, clock, invoker } = options;
  const schedules = readSchedules(stack);
  const timers = new Map<string, () => void>();
  store.run('CREATE TABLE IF NOT EXISTS plan (id TEXT PRIMARY KEY, expression TEXT NOT NULL, next INTEGER)');

  const nextOf = (schedule: Schedule) =>
    store.get<{ next: number | null }>('SELECT next FROM plan WHERE id = ? AND expression = ?', [
      schedule.logicalId,
      schedule.expression,
    ]);
  const keep = (schedule: Schedule, next: number | undefined) =>
    store.run('INSERT OR REPLACE INTO plan VALUES (?, ?, ?)', [
      schedule.logicalId,
      schedule.expression,
      next ?? null,
    ]);

  /** The event of a schedule without input, or its input with the documented placeholders filled in. */
  function payload(schedule: Schedule, scheduled: number): unknown {
    const time = new Date(scheduled).toISOString().replace(/\.\d+Z$/, 'Z');
    const id = randomUUID();
    if (schedule.input !== undefined)
      return JSON.parse(
        schedule.input
          .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
          .replaceAll('<aws.scheduler.scheduled-time>', time)
          .replaceAll('<aws.scheduler.execution-id>', id)
          .replaceAll('<aws.scheduler.attempt-number>', '1'),
      );
    return {
      version: '0',
      id,
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account,
      time,
      region: stack.region,
      resources: [schedule.arn],
      detail: '{}',
    };
  }

  const enqueue = (schedule: Schedule, scheduled: number) =>
    invoker.enqueue([
      {
        functionArn: schedule.functionArn,
        payload: payload(schedule, scheduled),
        caller: { principalArn: schedule.roleArn, sourceArn: schedule.arn },
        deadLetterArn: schedule.deadLetterArn,
        origin: schedule.logicalId,
      },
    ]);

  function arm(schedule: Schedule): void {
    const next = nextOf(schedule)?.next;
    if (next === null || next === undefined) return;
    timers.set(
      schedule.logicalId,
      clock.at(next, () => {
        // One transaction: the run is accepted and the next one planned, or neither. Runs missed in between
        // are skipped: the plan goes on from now.
        store.transaction(() => {
          enqueue(schedule, next);
          keep(schedule, schedule.recurrence.next(Math.max(next, clock.now())));
        });
        arm(schedule);
      }),
    );
  }

  return {
    start() {
      for (const schedule of schedules) {
        if (!nextOf(schedule)) keep(schedule, schedule.recurrence.first(clock.now()));
        arm(schedule);
      }
    },
    fire(logicalId) {
      const schedule = schedules.find((item) => item.logicalId === logicalId);
      if (!schedule) throw new Error(`The template has no enabled schedule ${logicalId}.`);
      enqueue(schedule, clock.now());
    },
    plan: () =>
      schedules.flatMap((schedule) => {
        const next = nextOf(schedule)?.next;
        return typeof next === 'number' ? [{ logicalId: schedule.logicalId, next }] : [];
      }),
    stop() {
      for (const cancel of timers.values()) cancel();
    },
  };
}
