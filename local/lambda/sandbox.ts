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
  readonly requestId: string;
  settle(result: InvokeResult): void;
  fail(error: Error): void;
}

/** What AWS's sandbox says when the process of the function has ended. */
function exitReason(code: number, outOfMemory: boolean): string {
  if (outOfMemory) return 'Runtime exited with error: signal: killed';
  return code === 0
    ? 'Runtime exited without providing a reason'
    : `Runtime exited with error: exit status ${code}`;
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
  const settleWith = (error: FunctionError) => settle({ ok: false, ...error });
  /** A failure of the sandbox itself: unlike one of the function its message names the request. */
  const settleOwn = (errorType: string, reason: string) =>
    finish((waiting) => {
      const errorMessage = `RequestId: ${waiting.requestId} Error: ${reason}`;
      waiting.settle({ ok: false, errorType, errorMessage });
    });
  const settleExit = (code: number) =>
    fatal ? settleWith(fatal) : settleOwn('Runtime.ExitError', exitReason(code, outOfMemory));
  const endAfter = (ms: number, reason: string) => {
    limit = setTimeout(() => {
      usable = false;
      void worker.terminate();
      settleOwn('Sandbox.Timedout', reason);
    }, ms);
  };

  worker.on('message', (message: RuntimeMessage) => {
    if (message.type === 'ready') loaded();
    else if (message.type === 'answer') settle({ ok: true, payload: JSON.parse(message.payload) });
    else if (message.type === 'failure') settleWith(message.error);
    else fatal = message.error;
  });
  worker.on('error', (error) => {
    outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  });
  worker.on('exit', (code) => {
    usable = false;
    settleExit(code);
  });

  return {
    get usable() {
      return usable;
    },
    run(invocation) {
      return new Promise((resolve, reject) => {
        const { requestId, timeoutMs } = invocation;
        pending = { requestId, settle: resolve, fail: reject };
        if (!usable) return settleExit(1);
        endAfter(loadLimitMs, 'Function initialization timed out');
        void ready.then(() => {
          if (pending === undefined) return;
          clearTimeout(limit);
          endAfter(timeoutMs, `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`);
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
