import type { FunctionError } from './protocol.ts';

function isErrorLike(value: unknown): value is { name: unknown; message: unknown } {
  return typeof value === 'object' && value !== null && 'name' in value && 'message' in value;
}

/** What AWS's Node runtime answers for a thrown value: name and message, or the type of a thrown non-error. */
export function describeThrown(value: unknown): FunctionError {
  if (isErrorLike(value)) return { errorType: String(value.name), errorMessage: String(value.message) };
  return { errorType: typeof value, errorMessage: String(value) };
}

/** A handler that cannot be loaded: AWS tells a missing module and bad syntax from an error thrown on load. */
export function describeLoadFailure(error: unknown): FunctionError {
  const { errorType, errorMessage } = describeThrown(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return { errorType: 'Runtime.ImportModuleError', errorMessage: `Error: ${errorMessage}` };
  if (error instanceof SyntaxError)
    return { errorType: 'Runtime.UserCodeSyntaxError', errorMessage: `SyntaxError: ${errorMessage}` };
  return { errorType, errorMessage };
}

/** An error with the errorType that the runtime itself uses. */
export class RuntimeError extends Error {
  constructor(errorType: string, message: string) {
    super(message);
    this.name = errorType;
  }
}
