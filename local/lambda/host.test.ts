import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../clock/clock.ts';
import { AwsError, type Caller } from '../types.ts';
import { createLambdaHost } from './host.ts';
import type { ProbeEvent, ProbeView } from './probe.fixture.ts';
import { type FunctionSpec, HostStopped, type LambdaHost } from './spec.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const frozenAt = Date.parse('2031-02-03T04:05:06.789Z');
const clock = createClock({ frozenAt });
const admin: Caller = { principalArn: 'arn:aws:iam::000000000000:root' };
const stranger: Caller = { principalArn: 'arn:aws:iam::000000000000:role/Fremd' };

function probe(name: string, more: Partial<FunctionSpec> = {}): FunctionSpec {
  return {
    logicalId: name,
    arn: `arn:aws:lambda:eu-central-1:000000000000:function:${name}`,
    name,
    entry: 'local/lambda/probe.fixture.ts',
    handler: 'index.handler',
    timeoutSeconds: 20,
    memoryMb: 128,
    environment: { TABELLE_AKTE: `Akte-${name}` },
    credentials: { accessKeyId: `AKIA${name}`, secretAccessKey: 'geheim' },
    ...more,
  };
}

const specs = {
  probe: probe('Probe'),
  single: probe('Einzeln', { concurrency: 1 }),
  crowd: probe('Viele', { concurrency: 3 }),
  hasty: probe('Eilig', { timeoutSeconds: 0.2 }),
  small: probe('Klein', { memoryMb: 16 }),
  nameless: probe('Namenlos', { handler: 'index.missing' }),
  callback: probe('Rueckruf', { handler: 'index.withCallback' }),
};

const folder = mkdtempSync(join(tmpdir(), 'lambda-'));
const log: string[] = [];
let host: LambdaHost;

function startHost(): LambdaHost {
  return createLambdaHost({
    root,
    dataDir: folder,
    clock,
    functions: Object.values(specs),
    region: 'eu-central-1',
    endpoints: () => ({ AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' }),
    log: (line) => log.push(line),
    authorize: (caller, action, resource) => {
      if (caller !== admin) throw new AwsError('AccessDeniedException', `${action} on ${resource}`, 403);
    },
  });
}

const invoke = (spec: FunctionSpec, event: ProbeEvent) => host.invoke(spec.arn, event, admin);

async function look(spec: FunctionSpec): Promise<ProbeView> {
  const result = await invoke(spec, { act: 'look' });
  if (!result.ok) throw new Error(result.errorMessage);
  return result.payload as ProbeView;
}

beforeAll(async () => {
  host = startHost();
  await host.ready();
});

afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true });
});

describe('what a handler sees', () => {
  test('the environment of its function and nothing of the host', async () => {
    const { environment } = await look(specs.probe);
    expect(environment).toMatchObject({
      TABELLE_AKTE: 'Akte-Probe',
      AWS_REGION: 'eu-central-1',
      AWS_LAMBDA_FUNCTION_NAME: 'Probe',
      AWS_ACCESS_KEY_ID: 'AKIAProbe',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
    });
    expect(environment).not.toHaveProperty('PATH');
    expect(environment).not.toHaveProperty('HOME');
  });

  test('its context', async () => {
    const view = await look(specs.probe);
    expect(view).toMatchObject({ functionName: 'Probe', arn: specs.probe.arn });
    expect(view.remaining).toBeGreaterThan(0);
    expect(view.remaining).toBeLessThanOrEqual(20_000);
  });

  test('the host clock, wherever it is set, in UTC', async () => {
    expect(await look(specs.probe)).toMatchObject({ date: '2031-02-03T04:05:06.789Z', hours: 12 });
    clock.advance(1000);
    expect(await look(specs.probe)).toMatchObject({
      date: '2031-02-03T04:05:07.789Z',
      dateNow: frozenAt + 1000,
    });
  });

  test('CommonJS dependencies that require Node modules', async () => {
    expect((await look(specs.probe)).commonJs).toBe('function');
  });
});

describe('failures are values', () => {
  const cases: [string, FunctionSpec, ProbeEvent, string, RegExp][] = [
    ['an error', specs.probe, { act: 'throw' }, 'Widerspruch', /^Die Frist ist abgelaufen\.$/],
    ['a thrown text', specs.probe, { act: 'throwText' }, 'string', /^nur Text$/],
    [
      'a rejection that nobody awaits',
      specs.probe,
      { act: 'reject' },
      'Runtime.UnhandledPromiseRejection',
      /^Error: niemand wartet$/,
    ],
    [
      'process.exit',
      specs.probe,
      { act: 'exit' },
      'Runtime.ExitError',
      /^RequestId: \S+ Error: Runtime exited with error: exit status 3$/,
    ],
    [
      'an endless loop',
      specs.hasty,
      { act: 'hang' },
      'Sandbox.Timedout',
      /^RequestId: \S+ Error: Task timed out after 0\.20 seconds$/,
    ],
    ['memory used up', specs.small, { act: 'fill' }, 'Runtime.ExitError', /signal: killed$/],
    [
      'an answer over 6 MB',
      specs.probe,
      { act: 'answer', bytes: 6 * 1024 * 1024 },
      'Function.ResponseSizeTooLarge',
      /6291456/,
    ],
    ['an unknown export', specs.nameless, { act: 'look' }, 'Runtime.HandlerNotFound', /^index\.missing is/],
    ['a callback', specs.callback, { act: 'look' }, 'Runtime.CallbackHandlerDeprecated', /Callback/],
  ];

  test.each(cases)('%s', async (_name, spec, event, errorType, message) => {
    expect(await invoke(spec, event)).toEqual({
      ok: false,
      errorType,
      errorMessage: expect.stringMatching(message),
    });
  });

  test.each([
    ['a thrown error keeps the worker', 'throw', 3],
    ['a crash takes it away, and the next invocation gets a new one', 'exit', 1],
  ] as const)('%s', async (_name, act, calls) => {
    const before = await look(specs.single);
    await invoke(specs.single, { act });
    const after = await look(specs.single);
    expect(after.calls).toBe(act === 'throw' ? before.calls + 2 : calls);
    expect(after.threadId === before.threadId).toBe(act === 'throw');
  });
});

describe('concurrency', () => {
  const threads = async (spec: FunctionSpec) => {
    const results = await Promise.all(Array.from({ length: 6 }, () => invoke(spec, { act: 'later' })));
    return new Set(results.map((result) => (result.ok ? result.payload : result.errorMessage))).size;
  };

  test('one worker answers six invocations one after the other', async () => {
    expect(await threads(specs.single)).toBe(1);
  });

  test('three workers share six', async () => {
    expect(await threads(specs.crowd)).toBe(3);
  });
});

describe('who may invoke what', () => {
  test.each([
    ['a caller without permission', stranger, specs.probe.arn, 'AccessDeniedException'],
    ['an unknown function', admin, `${specs.probe.arn}X`, 'ResourceNotFoundException'],
  ])('%s is refused', async (_name, caller, arn, code) => {
    await expect(host.invoke(arn, {}, caller)).rejects.toMatchObject({ code });
    await expect(host.invokeAsync(arn, {}, caller)).rejects.toMatchObject({ code });
  });

  test('requests over the limits are refused: 6 MB, and 1 MB without waiting for the answer', async () => {
    const event = { act: 'look', text: 'x'.repeat(2 * 1024 * 1024) };
    await expect(host.invokeAsync(specs.probe.arn, event, admin)).rejects.toMatchObject({ status: 413 });
    expect(await host.invoke(specs.probe.arn, event, admin)).toMatchObject({ ok: true });
    const big = { act: 'look', text: 'x'.repeat(6 * 1024 * 1024) };
    await expect(host.invoke(specs.probe.arn, big, admin)).rejects.toMatchObject({ status: 413 });
  });
});

describe('asynchronous invocation', () => {
  test('a failure is tried again after one and after two more minutes, then given up', async () => {
    const attempts = () =>
      log.filter((line) => line.includes('Einzeln') && line.includes('Widerspruch')).length;
    const before = attempts();
    const delivery = host.invokeAsync(specs.single.arn, { act: 'throw' }, admin);
    for (const [minutes, count] of [
      [1, 1],
      [2, 2],
    ] as const) {
      await expect.poll(attempts).toBe(before + count);
      clock.advance(minutes * 60_000);
    }
    expect(await delivery).toMatchObject({ ok: false, errorType: 'Widerspruch' });
    expect(attempts()).toBe(before + 3);
  });

  test('what waits for its retry is not delivered when the host stops', async () => {
    const other = startHost();
    const failures = () => log.filter((line) => line.includes('Viele')).length;
    const before = failures();
    const delivery = other.invokeAsync(specs.crowd.arn, { act: 'throw' }, admin);
    await expect.poll(failures).toBe(before + 1);
    const refused = expect(delivery).rejects.toBeInstanceOf(HostStopped);
    await other.stop();
    await refused;
  });
});

test('console lines carry the host time, the request and the level, and outlive a timeout', async () => {
  await invoke(specs.probe, { act: 'print', text: 'Grüße' });
  await invoke(specs.hasty, { act: 'hang' });
  const lines = (name: string) => readFileSync(join(folder, 'logs', `${name}.log`), 'utf8');
  expect(lines('Probe')).toMatch(/^2031-02-03T\S+Z\t[0-9a-f-]{36}\tWARN\tgedruckt: Grüße$/m);
  expect(lines('Eilig')).toContain('vor dem Stillstand');
});
