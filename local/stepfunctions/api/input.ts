import * as z from 'zod';
import { AwsError } from '../../types.ts';

/** Reads an operation's input; AWS answers ValidationException to any other shape. */
export function read<T>(schema: z.ZodType<T>, input: Record<string, unknown>): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const told = result.error.issues.map(({ path, message }) => `at '${path.join('.')}': ${message}`);
  throw new AwsError(
    'ValidationException',
    `${told.length} validation error(s) detected: ${told.join('; ')}`,
  );
}

export const arn = z.string().min(1).max(256);
export const page = {
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().min(1).max(1024).optional(),
};

/** The page size that `maxResults` asks for; 0 and nothing mean AWS's default of 100. */
export function pageSize(maxResults: number | undefined): number {
  return maxResults === undefined || maxResults === 0 ? 100 : maxResults;
}

/** A page's end as the token for the next page, and back. It holds a row's number. */
export function pageToken(after: number): string {
  return Buffer.from(`page:${after}`).toString('base64url');
}

export function readPageToken(token: string | undefined): number | undefined {
  if (token === undefined) return undefined;
  const after = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (after === undefined) throw new AwsError('InvalidToken', `Invalid Token: 'Invalid token'`);
  return Number(after);
}

/** A JSON 1.0 timestamp: seconds with milliseconds as decimals. */
export function seconds(instant: number): number {
  return instant / 1000;
}

/** Largest input, output or payload in bytes of UTF-8. */
export const mostBytes = 262_144;

/** Refuses a text that is not JSON, or too large, with the error `code`. */
export function checkJson(text: string, code: 'InvalidExecutionInput' | 'InvalidOutput'): void {
  if (Buffer.byteLength(text) > mostBytes)
    throw new AwsError('ValidationException', `the text is larger than ${mostBytes} bytes`);
  try {
    JSON.parse(text);
  } catch (error) {
    const what = code === 'InvalidOutput' ? 'Invalid Output' : 'Invalid State Machine Execution Input';
    throw new AwsError(code, `${what}: '${error instanceof Error ? error.message : error}'`);
  }
}
