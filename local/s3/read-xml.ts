/** A small XML body, held against its checksums like any object's bytes. */
import { createHash } from 'node:crypto';
import { readSmallBody } from './body.ts';
import type { Call } from './call.ts';
import { checksumAlgorithms, createChecksum } from './checksums.ts';

/** The text, and whether the client sent a checksum along. */
export function readXml(call: Call): Promise<{ text: string; checked: boolean }> {
  return readSmallBody(call, (bytes) => ({
    md5: createHash('md5').update(bytes).digest('hex'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    checksums: new Map(
      checksumAlgorithms.map((algorithm) => {
        const checksum = createChecksum(algorithm);
        checksum.update(bytes);
        return [algorithm, checksum.digest()];
      }),
    ),
  }));
}
