/**
 * Decodes an aws-chunked body: `<hex size>[;chunk-signature=...]\r\n<data>\r\n ... 0...\r\n<trailer>\r\n\r\n`.
 * The SDK streams this way when it does not know a checksum beforehand; stored undecoded, the framing would
 * become part of the file.
 */
import { createHash } from 'node:crypto';
import { AwsError } from '../types.ts';
import { emptyHash, sameSignature, sha256, sign } from './signing.ts';
import type { Verified } from './verify.ts';

export const chunkedEncodings = [
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
] as const;
export type ChunkedEncoding = (typeof chunkedEncodings)[number];

export interface ChunkedBody {
  source: AsyncIterable<Uint8Array>;
  encoding: ChunkedEncoding;
  verified: Verified;
  /** x-amz-decoded-content-length, checked at the end. */
  decodedLength: number;
  /** The names in x-amz-trailer; any other trailer is refused. */
  trailerNames: readonly string[];
}

/** Longest line of framing or trailer; AWS's own are far below. */
const longestLine = 4096;

/**
 * Yields the decoded bytes as they come and returns the trailers, names in lower case. Throws AwsError when the
 * framing, a chunk's signature or the length is wrong: the caller must not have committed anything by then.
 */
export async function* decodeChunked(body: ChunkedBody): AsyncGenerator<Uint8Array, Map<string, string>> {
  const input = new Reader(body.source);
  const signed = body.encoding !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
  let previous = body.verified.signature;
  let total = 0;
  for (;;) {
    const { size, signature } = parseChunkHeader(await input.line());
    const hash = createHash('sha256');
    for await (const piece of input.take(size)) {
      total += piece.length;
      if (total > body.decodedLength) throw incomplete();
      hash.update(piece);
      yield piece;
    }
    if (signed) previous = verifyChunk(body.verified, previous, hash.digest('hex'), signature);
    if (size === 0) break;
    if ((await input.line()) !== '') throw malformed('a chunk is longer than its size');
  }
  if (total !== body.decodedLength) throw incomplete();
  const trailers = await readTrailers(input, body.trailerNames);
  if (body.encoding === 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER')
    verifyTrailer(body.verified, previous, trailers);
  trailers.delete('x-amz-trailer-signature');
  return trailers;
}

function parseChunkHeader(line: string): { size: number; signature: string } {
  const parts = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (!parts?.[1]) throw malformed('a chunk has no size');
  return { size: Number.parseInt(parts[1], 16), signature: parts[2] ?? '' };
}

function verifyChunk(verified: Verified, previous: string, hash: string, given: string): string {
  const text = [
    'AWS4-HMAC-SHA256-PAYLOAD',
    verified.amzDate,
    verified.credential.scope,
    previous,
    emptyHash,
    hash,
  ];
  const expected = sign(verified.key, text.join('\n'));
  if (!sameSignature(expected, given)) throw mismatch();
  return expected;
}

function verifyTrailer(verified: Verified, previous: string, trailers: ReadonlyMap<string, string>): void {
  const lines = [...trailers]
    .filter(([name]) => name !== 'x-amz-trailer-signature')
    .map(([name, value]) => `${name}:${value}\n`);
  const hash = sha256(lines.join(''));
  const text = ['AWS4-HMAC-SHA256-TRAILER', verified.amzDate, verified.credential.scope, previous, hash];
  if (!sameSignature(sign(verified.key, text.join('\n')), trailers.get('x-amz-trailer-signature') ?? ''))
    throw mismatch();
}

async function readTrailers(input: Reader, names: readonly string[]): Promise<Map<string, string>> {
  const trailers = new Map<string, string>();
  for (let line = await input.lineOrEnd(); line; line = await input.lineOrEnd()) {
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(at, 0)).trim().toLowerCase();
    if (name !== 'x-amz-trailer-signature' && !names.includes(name))
      throw malformed(`the trailer "${name}" was not announced in x-amz-trailer`);
    trailers.set(name, line.slice(at + 1).trim());
  }
  const missing = names.filter((name) => !trailers.has(name));
  if (missing.length > 0) throw malformed(`the announced trailer ${missing.join(', ')} is missing`);
  return trailers;
}

/** Reads lines and counted bytes from a stream of pieces, holding one piece at a time. */
class Reader {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.iterator = source[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    const line = await this.lineOrEnd();
    if (line === undefined) throw incomplete();
    return line;
  }

  /** The next line without its end, or undefined where the body ends. */
  async lineOrEnd(): Promise<string | undefined> {
    for (;;) {
      const end = this.rest.indexOf('\r\n');
      if (end > longestLine || (end < 0 && this.rest.length > longestLine))
        throw malformed('a line is too long');
      if (end >= 0) {
        const line = this.rest.toString('latin1', 0, end);
        this.rest = this.rest.subarray(end + 2);
        return line;
      }
      if (!(await this.more())) {
        if (this.rest.length > 0) throw incomplete();
        return undefined;
      }
    }
  }

  async *take(count: number): AsyncGenerator<Uint8Array> {
    let left = count;
    while (left > 0) {
      if (this.rest.length === 0 && !(await this.more())) throw incomplete();
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  private async more(): Promise<boolean> {
    const next = await this.iterator.next();
    if (next.done) return false;
    this.rest = this.rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.rest, next.value]);
    return true;
  }
}

function malformed(what: string): AwsError {
  return new AwsError('InvalidRequest', `The chunked encoding of the body is wrong: ${what}.`, 400);
}

function incomplete(): AwsError {
  return new AwsError('IncompleteBody', 'The request body terminated unexpectedly', 400);
}

function mismatch(): AwsError {
  return new AwsError(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    403,
  );
}
