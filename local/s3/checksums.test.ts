import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumAlgorithms, createChecksum } from './checksums.ts';

function of(algorithm: (typeof checksumAlgorithms)[number], ...pieces: Uint8Array[]): string {
  const checksum = createChecksum(algorithm);
  for (const piece of pieces) checksum.update(piece);
  return checksum.digest();
}

describe('a checksum', () => {
  // The check values of each algorithm's catalogue entry, over the ASCII text 123456789.
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
    ['SHA1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
    ['SHA256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
  ] as const)('%s gives its check value', (algorithm, expected) => {
    expect(Buffer.from(of(algorithm, Buffer.from('123456789')), 'base64').toString('hex')).toBe(expected);
  });

  it('is always the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...checksumAlgorithms), fc.uint8Array(), fc.uint8Array(), (name, a, b) => {
        expect(of(name, a, b)).toBe(of(name, Buffer.concat([a, b])));
      }),
    );
  });
});
