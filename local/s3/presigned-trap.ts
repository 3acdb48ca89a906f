/**
 * A presigning client with default settings signs the checksum of an *empty* body into the URL of a PutObject.
 * Whether AWS rejects or ignores it is disputed; refusing it here finds the forgotten
 * `requestChecksumCalculation: 'WHEN_REQUIRED'` on the first try.
 */
import type { Call } from './call.ts';
import { invalidRequest } from './errors.ts';

export function refuseEmptyBodyChecksum(call: Call): void {
  const found = [...call.query.keys()].find(
    (name) => name.toLowerCase().startsWith('x-amz-checksum-') || name === 'x-amz-sdk-checksum-algorithm',
  );
  if (found !== undefined)
    throw invalidRequest(
      `The presigned URL carries ${found}, computed over an empty body: presign with requestChecksumCalculation 'WHEN_REQUIRED'.`,
    );
}
