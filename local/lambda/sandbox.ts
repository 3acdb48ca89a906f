import { appendFile } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { InvokeResult } from '../types.ts';
import type { FunctionError, Invocation, RuntimeMessage, RuntimeStart } from './runtime/protocol.ts';
import { HostStopped } from './spec.ts';

/** Loading the handler's module has its own limit in AWS (10 s); a loaded machine gets more. */
const loadLimitMs = 30_000;

export interface SandboxStart {
  readonly runtimeFile: string;
  readonly runtime: RuntimeStart;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
}

/** One warm worker of one function. It runs one invocation at a time. */
export interface Sandbox {
  /** False after a crash or a timeout: the next invocation needs a new one. */
  readonly usable: boolean;
  run(invocation: Invocation): Promise<InvokeResult>;
  close(): Promise<void>;
}

interface Pending {
  settle(result: InvokeResult): void;
  fail(error: Error): void;
}

const failed = (error: FunctionError): InvokeResult => ({ ok: false, ...error });

/** "exit status 1" as AWS prints it; a worker that ran out of memory counts as killed. */
function exitError(code: number, outOfMemory: boolean): FunctionError {
  if (outOfMemory)
    return {
      errorType: 'Runtime.ExitError',
      errorMessage: 'Error: Runtime exited with error: signal: killed',
    };
  const cause =
    code === 0
      ? 'Runtime exited without providing a reason'
      : `Runtime exited with error: exit status ${code}`;
  return { errorType: 'Runtime.ExitError', errorMessage: `Error: ${cause}` };
}

export function startSandbox(start: SandboxStart): Sandbox {
  const worker = new Worker(start.runtimeFile, {
    workerData: start.runtime,
    env: { ...start.environment },
    // Without the parent's: a loader such as tsx has nothing to do in a bundle.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: start.memoryMb },
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (chunk: Buffer) => appendFile(start.runtime.logFile, chunk, () => {}));

  let usable = true;
  let outOfMemory = false;
  let fatal: FunctionError | undefined;
  let pending: Pending | undefined;
  let limit: NodeJS.Timeout | undefined;
  let loaded: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    loaded = resolve;
  });

  const finish = (act: (waiting: Pending) => void) => {
    clearTimeout(limit);
    const waiting = pending;
    pending = undefined;
    if (waiting) act(waiting);
  };
  const settle = (result: InvokeResult) => finish((waiting) => waiting.settle(result));
  const endAfter = (ms: number, error: FunctionError) => {
    limit = setTimeout(() => {
      usable = false;
      void worker.terminate();
      settle(failed(error));
    }, ms);
  };

  worker.on('message', (message: RuntimeMessage) => {
    if (message.type === 'ready') loaded();
    else if (message.type === 'answer') settle({ ok: true, payload: JSON.parse(message.payload) });
    else if (message.type === 'failure') settle(failed(message.error));
    else fatal = message.error;
  });
  worker.on('error', (error) => {
    outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  });
  worker.on('exit', (code) => {
    usable = false;
    settle(failed(fatal ?? exitError(code, outOfMemory)));
  });

  return {
    get usable() {
      return usable;
    },
    run(invocation) {
      return new Promise((resolve, reject) => {
        const id = invocation.requestId;
        pending = {
          settle: (result) => resolve(withRequestId(result, id)),
          fail: reject,
        };
        if (!usable) return settle(failed(fatal ?? exitError(1, outOfMemory)));
        endAfter(loadLimitMs, {
          errorType: 'Sandbox.Timedout',
          errorMessage: 'Error: Function initialization timed out',
        });
        void ready.then(() => {
          if (pending === undefined) return;
          clearTimeout(limit);
          const seconds = (invocation.timeoutMs / 1000).toFixed(2);
          const errorMessage = `Error: Task timed out after ${seconds} seconds`;
          endAfter(invocation.timeoutMs, { errorType: 'Sandbox.Timedout', errorMessage });
          worker.postMessage(invocation);
        });
      });
    },
    async close() {
      usable = false;
      finish((waiting) => waiting.fail(new HostStopped()));
      await worker.terminate();
    },
  };
}

/** AWS names the request in the messages of the sandbox itself, not in those of the function. */
function withRequestId(result: InvokeResult, requestId: string): InvokeResult {
  if (result.ok || !/^(Sandbox|Runtime)\./.test(result.errorType)) return result;
  return { ...result, errorMessage: `RequestId: ${requestId} ${result.errorMessage}` };
}
