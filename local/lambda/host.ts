/**
 * Runs the handlers as AWS Lambda does: bundled as they are deployed, each in workers of its own with nothing
 * but the template's environment, with its timeout, its role's credentials and the host's clock.
 *
 *     const host = createLambdaHost({ root, dataDir, clock, functions, authorize, region, endpoints });
 *     await host.ready();
 *     const result = await host.invoke(arn, { art: 'ping' }, caller);
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AwsError, type Caller, type InvokeResult } from '../types.ts';
import { bundleFunctions } from './bundle.ts';
import { environmentOf } from './environment.ts';
import { createPool, type Pool } from './pool.ts';
import { createSharedTime } from './runtime/time.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { type FunctionSpec, HostStopped, type LambdaHost, type LambdaHostOptions } from './spec.ts';

/** Request and answer of a synchronous invocation, and the event of an asynchronous one, in bytes of JSON. */
const syncLimit = 6 * 1024 * 1024;
const asyncLimit = 1024 * 1024;
/** More than cores would only warm up more copies of the same code. */
const defaultConcurrency = Math.min(4, availableParallelism());
const defaultRetryAttempts = 2;
/** Waits before the first and the second retry of an asynchronous invocation. */
const retryAfterMs = [60_000, 120_000];
const logRotationBytes = 5 * 1024 * 1024;

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logRotationBytes) renameSync(logFile, `${logFile}.1`);
}

function checkSize(text: string, limit: number, operation: string): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const message = `Request must be smaller than ${limit} bytes for the ${operation} operation`;
  throw new AwsError('RequestTooLargeException', message, 413);
}

function checkAnswer(result: InvokeResult): InvokeResult {
  if (!result.ok || Buffer.byteLength(JSON.stringify(result.payload)) <= syncLimit) return result;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${syncLimit} bytes).`;
  return { ok: false, errorType: 'Function.ResponseSizeTooLarge', errorMessage };
}

export function createLambdaHost(options: LambdaHostOptions): LambdaHost {
  const { clock, functions, region, root, dataDir } = options;
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  // Lambda runs in UTC. The time zone belongs to the process, not to a worker.
  process.env.TZ = 'UTC';

  const time = createSharedTime();
  if (clock.frozen) time.freeze(clock.now());
  const removeListener = clock.onMove((instant) => (clock.frozen ? time.freeze(instant) : time.release()));

  const entries = Object.fromEntries(functions.map((spec) => [spec.logicalId, spec.entry]));
  const bundles = bundleFunctions(root, options.bundleDir ?? join(dataDir, 'lambda'), entries);
  bundles.catch(() => {}); // ready() and every invocation report it.

  const stopped = new AbortController();
  const pools = new Map<FunctionSpec, Pool>();

  async function poolOf(spec: FunctionSpec): Promise<Pool> {
    const { runtime: runtimeFile, fileOf } = await bundles;
    const known = pools.get(spec);
    if (known) return known;
    const logFile = join(logs, `${spec.name}.log`);
    rotate(logFile);
    const start = (): Sandbox =>
      startSandbox({
        runtimeFile,
        runtime: {
          module: pathToFileURL(fileOf(spec.logicalId)).href,
          exportName: spec.handler.slice(spec.handler.lastIndexOf('.') + 1),
          logFile,
          time: time.buffer,
          functionName: spec.name,
          functionArn: spec.arn,
          memoryMb: spec.memoryMb,
        },
        environment: environmentOf(spec, region, options.endpoints()),
        memoryMb: spec.memoryMb,
      });
    const pool = createPool(start, spec.concurrency ?? defaultConcurrency);
    pools.set(spec, pool);
    return pool;
  }

  function find(functionArn: string, caller: Caller): FunctionSpec {
    const plain = functionArn.replace(/:\$LATEST$/, '');
    options.authorize(caller, 'lambda:InvokeFunction', plain);
    const spec = functions.find((candidate) => candidate.arn === plain);
    if (!spec) throw new AwsError('ResourceNotFoundException', `Function not found: ${functionArn}`, 404);
    return spec;
  }

  async function attempt(spec: FunctionSpec, payload: string): Promise<InvokeResult> {
    const pool = await poolOf(spec);
    if (stopped.signal.aborted) throw new HostStopped();
    const requestId = randomUUID();
    const result = checkAnswer(await pool.run({ requestId, payload, timeoutMs: spec.timeoutSeconds * 1000 }));
    if (!result.ok)
      options.log?.(`Lambda ${spec.name} (${requestId}): ${result.errorType}: ${result.errorMessage}`);
    return result;
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        cancel();
        reject(new HostStopped());
      };
      const cancel = clock.at(clock.now() + milliseconds, () => {
        stopped.signal.removeEventListener('abort', giveUp);
        resolve();
      });
      stopped.signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  return {
    async invoke(functionArn, payload, caller) {
      const spec = find(functionArn, caller);
      return attempt(spec, checkSize(JSON.stringify(payload ?? null), syncLimit, 'InvokeFunction'));
    },
    async invokeAsync(functionArn, payload, caller) {
      const spec = find(functionArn, caller);
      const event = checkSize(JSON.stringify(payload ?? null), asyncLimit, 'InvokeFunction');
      let result = await attempt(spec, event);
      for (const wait of retryAfterMs.slice(0, spec.retryAttempts ?? defaultRetryAttempts)) {
        if (result.ok) return result;
        await pause(wait);
        result = await attempt(spec, event);
      }
      return result;
    },
    async ready() {
      await bundles;
    },
    async stop() {
      stopped.abort();
      removeListener();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
      await bundles.catch(() => {});
    },
  };
}
