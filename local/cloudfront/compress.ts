import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Encoding } from './spec.ts';

/** Types that CloudFront compresses, as far as a web page has them ("Serve compressed files", developer guide). */
const compressedTypes = new Set([
  'application/javascript',
  'application/json',
  'application/wasm',
  'application/xml',
  'font/otf',
  'font/ttf',
  'image/svg+xml',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
  'text/plain',
  'text/xml',
]);

/** The limits of the same page, in bytes. */
const smallest = 1_000;
const largest = 10_000_000;

const run: Readonly<Record<Encoding, (body: Buffer) => Buffer>> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body, { level: 6 }),
};

/** Whether a file of this type and size is compressed at all. */
export function isCompressible(contentType: string, size: number): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return compressedTypes.has(type) && size >= smallest && size <= largest;
}

/** The first of `offered` that the client accepts; `;q=0` is a refusal (RFC 9110, 12.5.3). */
export function acceptedEncoding(
  header: string | undefined,
  offered: readonly Encoding[],
): Encoding | undefined {
  const accepted = (header ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return offered.find((encoding) => accepted.includes(encoding));
}

/** Compresses each file once: its ETag names its bytes. */
export function createCompressor(): (etag: string, encoding: Encoding, body: Buffer) => Buffer {
  const done = new Map<string, Buffer>();
  return (etag, encoding, body) => {
    const key = `${encoding} ${etag}`;
    const known = done.get(key) ?? run[encoding](body);
    done.set(key, known);
    return known;
  };
}
