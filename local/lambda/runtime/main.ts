/** The runtime inside a worker: loads the handler once, then runs one invocation after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { installConsole } from './console.ts';
import { describeLoadFailure, describeThrown, RuntimeError } from './errors.ts';
import type { FunctionError, Invocation, RuntimeMessage, RuntimeStart } from './protocol.ts';
import { installHostTime } from './time.ts';

type Handler = (event: unknown, context: object) => unknown;

const start = workerData as RuntimeStart;
let requestId = '-';

const send = (message: RuntimeMessage) => parentPort?.postMessage(message);

function endWith(error: FunctionError): void {
  console.error(`${error.errorType}: ${error.errorMessage}`);
  send({ type: 'fatal', error });
  process.exit(1);
}

async function loadHandler(): Promise<Handler> {
  const module: Record<string, unknown> = await import(start.module);
  const handler = module[start.exportName];
  if (typeof handler !== 'function')
    throw new RuntimeError(
      'Runtime.HandlerNotFound',
      `index.${start.exportName} is undefined or not exported`,
    );
  // The Node 24 runtime took the callback away; a handler that waits for one would never answer.
  if (handler.length > 2)
    throw new RuntimeError('Runtime.CallbackHandlerDeprecated', 'Callback-based handlers are not supported.');
  return handler as Handler;
}

function contextOf(invocation: Invocation): object {
  const end = performance.now() + invocation.timeoutMs;
  return {
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMb),
    awsRequestId: invocation.requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(end - performance.now())),
  };
}

function stringify(result: unknown): string {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch {
    throw new Error('Unable to stringify response body');
  }
}

async function run(handler: Handler, invocation: Invocation): Promise<void> {
  requestId = invocation.requestId;
  try {
    const event: unknown = JSON.parse(invocation.payload);
    const payload = stringify(await handler(event, contextOf(invocation)));
    send({ type: 'answer', payload });
  } catch (error) {
    console.error('Invoke Error', error);
    send({ type: 'failure', error: describeThrown(error) });
  }
}

installConsole(start.logFile, installHostTime(start.time), () => requestId);
process.setSourceMapsEnabled(true);
process.on('uncaughtException', (error) => endWith(describeThrown(error)));
process.on('unhandledRejection', (reason) =>
  endWith({ errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: String(reason) }),
);

try {
  const handler = await loadHandler();
  parentPort?.on('message', (invocation: Invocation) => void run(handler, invocation));
  send({ type: 'ready' });
} catch (error) {
  endWith(describeLoadFailure(error));
}
