/** A service integration that the interpreter can call. */
export type Integration =
  | { kind: 'invoke'; waitForToken: boolean }
  /** A Lambda ARN as the resource itself: the state's Arguments are the payload. */
  | { kind: 'function'; functionArn: string };

const optimized = /^arn:aws(?:-[a-z]+)*:states:[a-z0-9-]*:\d*:lambda:invoke(\.waitForTaskToken)?$/;
const lambda = /^arn:aws(?:-[a-z]+)*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+(?::[A-Za-z0-9$_-]+)?$/;

/** Reads the Resource of a Task state; undefined if the integration is not one of ours. */
export function parseResource(resource: string): Integration | undefined {
  const invoke = optimized.exec(resource);
  if (invoke) return { kind: 'invoke', waitForToken: invoke[1] !== undefined };
  return lambda.test(resource) ? { kind: 'function', functionArn: resource } : undefined;
}

/** The arguments of lambda:invoke that the interpreter passes on. */
export const invokeArguments = ['FunctionName', 'Payload', 'InvocationType'] as const;
