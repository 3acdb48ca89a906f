import { beforeEach, describe, expect, it } from 'vitest';
import { createClock, type SettableClock } from '../clock/clock.ts';
import { openStore, type Store } from '../store/store.ts';
import { resolveTemplate, TemplateRefused } from '../template/resolve.ts';
import { AwsError, type Caller, type InvokeResult, type PublishEvent } from '../types.ts';
import { type AsyncInvoker, createAsyncInvoker } from './async-invoke.ts';
import { createBus, readRetryPolicy, readRules } from './bus.ts';
import { createQueues, type Queues } from './queues.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

const att = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const template = (rule: Record<string, unknown> = {}, target: Record<string, unknown> = {}) => ({
  Resources: {
    Pruefung: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'pruefung', Role: att('Rolle') } },
    Rolle: { Type: 'AWS::IAM::Role', Properties: {} },
    Liegen: { Type: 'AWS::SQS::Queue', Properties: {} },
    NachAllem: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'Pruefung' },
        Qualifier: '$LATEST',
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination: att('Liegen') } },
      },
    },
    Regel: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['aws.s3'], detail: { object: { key: [{ prefix: 'upload/' }] } } },
        Targets: [{ Arn: att('Pruefung'), Id: 'T', DeadLetterConfig: { Arn: att('Liegen') }, ...target }],
        ...rule,
      },
    },
    Plan: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(30 7 * * ? *)',
        ScheduleExpressionTimezone: 'Europe/Berlin',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          Arn: att('Pruefung'),
          RoleArn: att('Rolle'),
          Input: '{"zeit":"<aws.scheduler.scheduled-time>"}',
        },
      },
    },
  },
});
const stack = resolveTemplate(template(), { webOrigin: 'http://127.0.0.1' });
const queueArn = stack.get('Liegen').attributes.Arn ?? '';
const event = (key: string): Parameters<PublishEvent>[0] => ({
  source: 'aws.s3',
  'detail-type': 'Object Created',
  time: '2026-07-01T00:00:00Z',
  resources: [],
  detail: { object: { key } },
});

let clock: SettableClock;
let store: Store;
let queues: Queues;
let calls: { payload: unknown; caller: Caller }[];
let answer: () => InvokeResult;
let invoker: AsyncInvoker;
let scheduler: Scheduler;

/** A host on the same store, as after a restart. */
function boot() {
  queues = createQueues(store, clock);
  invoker = createAsyncInvoker({
    store,
    clock,
    queues,
    authorize: () => {},
    retryPolicy: (arn) => readRetryPolicy(stack, arn),
    invoke: async (_arn, payload, caller) => {
      calls.push({ payload, caller });
      return answer();
    },
    log: () => {},
  });
  scheduler = createScheduler({ stack, store, clock, invoker });
}
const keys = () =>
  calls.map(({ payload }) => (payload as { detail: { object: { key: string } } }).detail.object.key);
const broken: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'kaputt' };

beforeEach(() => {
  clock = createClock({ frozenAt: Date.parse('2026-07-01T00:00:00Z') });
  store = openStore(':memory:');
  calls = [];
  answer = () => ({ ok: true, payload: null });
  boot();
});

describe('a rule', () => {
  it('calls its function for the events that it wants, in its own name', async () => {
    const publish = createBus(stack, invoker);
    invoker.start();
    publish(event('upload/1'));
    publish(event('modell/1'));
    await invoker.idle();
    expect(keys()).toEqual(['upload/1']);
    expect(calls[0]?.caller).toEqual({
      principalArn: 'events.amazonaws.com',
      service: 'events.amazonaws.com',
      sourceArn: stack.get('Regel').attributes.Arn,
    });
    expect(calls[0]?.payload).toMatchObject({
      version: '0',
      account: '000000000000',
      region: 'eu-central-1',
    });
  });

  it('does not lose what was published before a kill', async () => {
    createBus(stack, invoker)(event('upload/vorher'));
    boot();
    invoker.start();
    await invoker.idle();
    expect(keys()).toEqual(['upload/vorher']);
  });

  it('repeats what was being delivered at the kill', async () => {
    answer = () => {
      throw new Error('killed');
    };
    createBus(stack, invoker)(event('upload/1'));
    invoker.start();
    await invoker.stop();
    answer = () => ({ ok: true, payload: null });
    boot();
    invoker.start();
    await invoker.idle();
    expect(keys()).toEqual(['upload/1', 'upload/1']);
  });

  it('tries again after a minute on the host clock, then tells the failure destination', async () => {
    answer = () => broken;
    const publish = createBus(stack, invoker);
    invoker.start();
    publish(event('upload/1'));
    await invoker.idle();
    expect(calls).toHaveLength(1);
    clock.advance(59_999);
    await invoker.idle();
    expect(calls).toHaveLength(1);
    clock.advance(1);
    await invoker.idle();
    expect(calls).toHaveLength(2);
    const [message] = queues.messages(queueArn);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      responsePayload: { errorType: 'Error', errorMessage: 'kaputt' },
    });
  });

  it('puts an event into its queue when the function may not be called', async () => {
    answer = () => {
      throw new AwsError('AccessDeniedException', 'no');
    };
    const publish = createBus(stack, invoker);
    invoker.start();
    publish(event('upload/1'));
    await invoker.idle();
    expect(queues.messages(queueArn).map(({ body }) => JSON.parse(body).detail)).toEqual([
      { object: { key: 'upload/1' } },
    ]);
  });

  it.each([
    ['an input transformer', {}, { InputTransformer: {} }, 'InputTransformer'],
    ['another target', {}, { Arn: 'arn:aws:sqs:x' }, 'is no function'],
    ['a schedule', { ScheduleExpression: 'rate(1 day)' }, {}, 'ScheduleExpression'],
    ['a numeric pattern', { EventPattern: { a: [{ numeric: ['=', 1] }] } }, {}, 'operator numeric'],
  ])('with %s is refused by name', (_name, rule, target, finding) => {
    const other = resolveTemplate(template(rule, target), { webOrigin: 'http://127.0.0.1' });
    expect(() => readRules(other)).toThrow(TemplateRefused);
    expect(() => readRules(other)).toThrow(finding);
  });
});

describe('a schedule', () => {
  it('runs at its time in Berlin, in the name of its role', async () => {
    invoker.start();
    scheduler.start();
    clock.set(Date.parse('2026-07-01T05:29:59Z'));
    await invoker.idle();
    expect(calls).toEqual([]);
    clock.set(Date.parse('2026-07-01T05:30:00Z'));
    await invoker.idle();
    expect(calls).toEqual([
      {
        payload: { zeit: '2026-07-01T05:30:00Z' },
        caller: {
          principalArn: 'arn:aws:iam::000000000000:role/Rolle',
          sourceArn: 'arn:aws:scheduler:eu-central-1:000000000000:schedule/default/Plan',
        },
      },
    ]);
  });

  it('missed while the host was off is made up for once', async () => {
    scheduler.start();
    scheduler.stop();
    clock.set(Date.parse('2026-07-04T12:00:00Z'));
    boot();
    invoker.start();
    scheduler.start();
    await new Promise<void>((resolve) => clock.at(0, resolve));
    await invoker.idle();
    expect(calls).toHaveLength(1);
    expect(scheduler.plan()).toEqual([{ logicalId: 'Plan', next: Date.parse('2026-07-05T05:30:00Z') }]);
  });

  it('can be run out of its turn', async () => {
    invoker.start();
    scheduler.fire('Plan');
    await invoker.idle();
    expect(calls).toHaveLength(1);
    expect(() => scheduler.fire('Anderer')).toThrow('no enabled schedule Anderer');
  });
});
