/**
 * The seams between the parts of the embedded AWS. Nothing here knows committees.
 * Instants are milliseconds since 1970-01-01T00:00:00Z on the *host clock*, which tests can set.
 */

/** The one clock of the host. A timer fires when the host's time has reached its instant. */
export interface HostClock {
  now(): number;
  /** Calls `run` once, as soon as now() >= instant (at once if it already is). Returns a cancel function. */
  at(instant: number, run: () => void): () => void;
}

/** Who calls: the principal that a signature or a service integration stands for. */
export interface Caller {
  /** ARN of the role, or `arn:aws:iam::000000000000:root` for the administrator of the host. */
  principalArn: string;
  /** Set where a service calls in its own name (events.amazonaws.com ...); then resource policies decide. */
  service?: string;
  /** The ARN in whose name the service calls (rule, API, bucket), for aws:SourceArn conditions. */
  sourceArn?: string;
}

/**
 * Decides by the synthesized policies whether `caller` may do `action` ("dynamodb:PutItem") on `resource`
 * (an ARN). Throws an AwsError AccessDenied (code as the service spells it) if not.
 */
export type Authorize = (
  caller: Caller,
  action: string,
  resource: string,
  context?: Readonly<Record<string, string | readonly string[]>>,
) => void;

/** An error that travels to a client as the service's own error: code, HTTP status, message, extra members. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;
  constructor(code: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

/** A service that speaks AWS JSON 1.0 / 1.1 or REST-JSON: one call in, one answer out. */
export interface JsonService {
  /** `operation` is the last part of X-Amz-Target, e.g. "StartExecution". Throws AwsError. */
  handle(operation: string, input: Record<string, unknown>, caller: Caller): Promise<Record<string, unknown>>;
}

export type InvokeResult =
  | { ok: true; payload: unknown }
  | { ok: false; errorType: string; errorMessage: string };

/**
 * Invokes a function synchronously. Checks the caller's lambda:InvokeFunction (role callers) or the
 * function's resource policy (service callers) and throws AwsError if it may not; a failure *inside* the
 * function, its timeout included (errorType "Sandbox.Timedout"), is a value.
 */
export type InvokeFunction = (functionArn: string, payload: unknown, caller: Caller) => Promise<InvokeResult>;

/** An EventBridge event as a rule sees it. */
export interface BusEvent {
  id: string;
  source: string;
  'detail-type': string;
  account: string;
  region: string;
  time: string;
  resources: string[];
  detail: unknown;
}

export type PublishEvent = (event: Omit<BusEvent, 'id' | 'account' | 'region' | 'version'>) => void;

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

export const account = '000000000000';
