/** What the host and the runtime inside a worker say to each other. Payloads travel as JSON text, as in AWS. */

export interface RuntimeStart {
  /** file: URL of the bundled handler module. */
  readonly module: string;
  readonly exportName: string;
  readonly logFile: string;
  readonly time: SharedArrayBuffer;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

export interface Invocation {
  readonly requestId: string;
  readonly payload: string;
  readonly timeoutMs: number;
}

export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
}

export type RuntimeMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly payload: string }
  | { readonly type: 'failure'; readonly error: FunctionError }
  /** The process of the function ends with this error, as with an uncaught exception. */
  | { readonly type: 'fatal'; readonly error: FunctionError };
