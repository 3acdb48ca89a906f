/** The checksums a client may send along with an object, computed while its bytes stream by. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';
export const checksumAlgorithms: readonly ChecksumAlgorithm[] = [
  'CRC32',
  'CRC32C',
  'CRC64NVME',
  'SHA1',
  'SHA256',
];

export interface Checksum {
  update(piece: Uint8Array): void;
  /** Big-endian bytes in Base64, as the headers carry it. */
  digest(): string;
}

/** `x-amz-checksum-crc32` and so on. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

export function isChecksumAlgorithm(name: string): name is ChecksumAlgorithm {
  return checksumAlgorithms.some((known) => known === name);
}

export function createChecksum(algorithm: ChecksumAlgorithm): Checksum {
  switch (algorithm) {
    case 'CRC32':
      return ieeeCrc32();
    case 'CRC32C':
      return crc32c();
    case 'CRC64NVME':
      return crc64();
    case 'SHA1':
    case 'SHA256': {
      const hash = createHash(algorithm);
      return {
        update: (piece) => {
          hash.update(piece);
        },
        digest: () => hash.digest('base64'),
      };
    }
  }
}

/** Castagnoli's polynomial (RFC 3720) in reflected form. */
const castagnoli = table32(0x82f63b78);
/** NVM Express, CRC-64 of the NVM command set, reflected; as two halves because BigInt per byte is slow. */
const table64 = crcTable64(0x9a6c9329ac4bc9b5n);

function table32(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    return crc >>> 0;
  });
}

function ieeeCrc32(): Checksum {
  let crc = 0;
  return {
    update(piece) {
      crc = crc32(piece, crc);
    },
    digest: () => bigEndian(crc),
  };
}

function crc32c(): Checksum {
  let crc = 0xffffffff;
  return {
    update(piece) {
      for (const byte of piece) crc = ((castagnoli[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;
    },
    digest: () => bigEndian((crc ^ 0xffffffff) >>> 0),
  };
}

function bigEndian(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes.toString('base64');
}

function crcTable64(polynomial: bigint): { high: Uint32Array; low: Uint32Array } {
  const high = new Uint32Array(256);
  const low = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ polynomial : crc >> 1n;
    high[byte] = Number(crc >> 32n);
    low[byte] = Number(crc & 0xffffffffn);
  }
  return { high, low };
}

function crc64(): Checksum {
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update(piece) {
      for (const byte of piece) {
        const index = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (table64.low[index] ?? 0);
        high = (high >>> 8) ^ (table64.high[index] ?? 0);
      }
    },
    digest() {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE((high ^ 0xffffffff) >>> 0, 0);
      bytes.writeUInt32BE((low ^ 0xffffffff) >>> 0, 4);
      return bytes.toString('base64');
    },
  };
}
