import type { SettableClock } from '../clock/clock.ts';
import type { Authorize, Caller, Credentials, InvokeFunction, InvokeResult } from '../types.ts';

/** One function as the template describes it, with its references resolved. */
export interface FunctionSpec {
  readonly logicalId: string;
  readonly arn: string;
  readonly name: string;
  /** TypeScript source of the handler, relative to `root`: "lambdas/api/api.lambda.ts". */
  readonly entry: string;
  /** As in the template; what follows the last dot is the exported name: "index.handler". */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Of the function's own role. */
  readonly credentials: Credentials;
  /** How many invocations run at the same time, each in a worker of its own; further ones wait. Default: cores, at most 4. */
  readonly concurrency?: number;
  /** Retries after a failed asynchronous invocation (AWS::Lambda::EventInvokeConfig), 0 to 2. Default 2. */
  readonly retryAttempts?: number;
}

export interface LambdaHostOptions {
  /** Root of the repository. */
  readonly root: string;
  /** The data folder; bundles go to `lambda/`, console output to `logs/<function name>.log` in it. */
  readonly dataDir: string;
  readonly clock: Pick<SettableClock, 'now' | 'at' | 'frozen' | 'onMove'>;
  readonly functions: readonly FunctionSpec[];
  readonly authorize: Authorize;
  readonly region: string;
  /** Environment that every function gets: AWS_ENDPOINT_URL_*. Asked when a worker starts. */
  readonly endpoints: () => Readonly<Record<string, string>>;
  /** Where bundles are kept for the next start, if not in the data folder. */
  readonly bundleDir?: string;
  readonly log?: (line: string) => void;
}

export interface LambdaHost {
  readonly invoke: InvokeFunction;
  /**
   * Invokes as EventBridge and the Scheduler do: a failure is retried after one and after two more minutes of
   * the host clock. Resolves with the last attempt's result; rejects with AwsError if the caller may not, and
   * with HostStopped if the host ended before: the event is then not delivered, and the sender keeps it.
   */
  invokeAsync(functionArn: string, payload: unknown, caller: Caller): Promise<InvokeResult>;
  /** Resolves when all functions are bundled; rejects with esbuild's message if one cannot be. */
  ready(): Promise<void>;
  /** Ends all workers. Running invocations fail with HostStopped. */
  stop(): Promise<void>;
}

/** The host ended before the function answered; whether it had an effect is unknown. */
export class HostStopped extends Error {
  constructor() {
    super('The Lambda host stopped before the function answered.');
    this.name = 'HostStopped';
  }
}
