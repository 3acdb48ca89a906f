/** A request's body, decoded, and the checks that can only be made once all of it was seen. */
import { chunkedEncodings, decodeChunked } from '../sigv4/chunked.ts';
import { AwsError } from '../types.ts';
import type { WrittenBlob } from './blobs.ts';
import type { Call } from './call.ts';
import {
  type ChecksumAlgorithm,
  checksumAlgorithms,
  checksumHeader,
  isChecksumAlgorithm,
} from './checksums.ts';
import { invalidArgument, invalidRequest, notImplemented } from './errors.ts';

/** Five gigabytes: the most that one put may carry. */
export const largestObject = 5 * 1024 ** 3;

export interface Body {
  source: AsyncIterable<Uint8Array>;
  /** The algorithm whose value is stored with the object. */
  algorithm: ChecksumAlgorithm;
  /** True where the client sent a checksum or Content-MD5, in a header or as a trailer. */
  checked: boolean;
  /** Compares what came with what was announced; throws AwsError (BadDigest, XAmzContentSHA256Mismatch). */
  verify(written: Omit<WrittenBlob, 'blob' | 'size'>): void;
}

export function openBody(call: Call): Body {
  const { source, sha256, trailerNames, trailers } = openSource(call);
  const declared = declaredChecksum((name) => call.header(name));
  const trailer = trailerNames.map(algorithmOfHeader)[0];
  if (declared && trailer)
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  const md5 = call.header('content-md5');
  const algorithm = declared?.algorithm ?? trailer ?? 'CRC64NVME';
  return {
    source,
    algorithm,
    checked: declared !== undefined || trailer !== undefined || md5 !== undefined,
    verify(written) {
      if (sha256 !== undefined && written.sha256 !== sha256) throw wrongPayloadHash();
      verifyMd5(md5, written.md5);
      const expected = declared?.value ?? (trailer && trailers().get(checksumHeader(trailer)));
      verifyChecksum(algorithm, expected, written.checksums);
    },
  };
}

/** Reads a small body (XML) whole and checks it like any other. */
export async function readSmallBody(
  call: Call,
  written: (bytes: Buffer) => Omit<WrittenBlob, 'blob' | 'size'>,
) {
  const body = openBody(call);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body.source) {
    size += piece.length;
    if (size > 1024 * 1024)
      throw new AwsError('MaxMessageLengthExceeded', 'Your request was too large.', 400);
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  body.verify(written(bytes));
  return { text: bytes.toString('utf8'), checked: body.checked };
}

/** The one x-amz-checksum-* that the client declared, if any. */
export function declaredChecksum(header: (name: string) => string | undefined) {
  const found = checksumAlgorithms.flatMap((algorithm) => {
    const value = header(checksumHeader(algorithm));
    return value === undefined ? [] : [{ algorithm, value }];
  });
  if (found.length > 1)
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  return found[0];
}

export function verifyChecksum(
  algorithm: ChecksumAlgorithm,
  expected: string | undefined,
  actual: ReadonlyMap<ChecksumAlgorithm, string>,
): void {
  if (expected === undefined) return;
  const value = actual.get(algorithm) ?? '';
  if (!/^[A-Za-z0-9+/]+=*$/.test(expected) || expected.length !== value.length)
    throw invalidRequest(`Value for ${checksumHeader(algorithm)} header is invalid.`);
  if (expected !== value)
    throw new AwsError(
      'BadDigest',
      `The ${algorithm} you specified did not match the calculated checksum.`,
      400,
    );
}

function verifyMd5(given: string | undefined, actualHex: string): void {
  if (given === undefined) return;
  const bytes = Buffer.from(given, 'base64');
  if (bytes.length !== 16)
    throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.', 400);
  if (bytes.toString('hex') !== actualHex)
    throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400);
}

function openSource(call: Call) {
  const { req } = call;
  const declared = call.presigned ? 'UNSIGNED-PAYLOAD' : (call.header('x-amz-content-sha256') ?? '');
  const encoding = chunkedEncodings.find((known) => known === declared);
  const lengthText = encoding ? call.header('x-amz-decoded-content-length') : req.headers['content-length'];
  if (lengthText === undefined || !/^\d+$/.test(lengthText))
    throw new AwsError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
  const length = Number(lengthText);
  if (length > largestObject)
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400);
  if (!encoding) {
    if (declared.startsWith('STREAMING-')) throw notImplemented(`the payload encoding ${declared}`);
    const hash = /^[0-9a-f]{64}$/.test(declared) ? declared : undefined;
    if (hash === undefined && declared !== 'UNSIGNED-PAYLOAD')
      throw invalidArgument(
        'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, or a valid sha256 value.',
        'x-amz-content-sha256',
        declared,
      );
    return { source: req, sha256: hash, trailerNames: [], trailers: () => new Map<string, string>() };
  }
  const trailerNames = (call.header('x-amz-trailer') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  let trailers = new Map<string, string>();
  async function* decoded(chunks: NonNullable<typeof encoding>) {
    trailers = yield* decodeChunked({
      source: req,
      encoding: chunks,
      verified: call.verified,
      decodedLength: length,
      trailerNames,
    });
  }
  return { source: decoded(encoding), sha256: undefined, trailerNames, trailers: () => trailers };
}

function algorithmOfHeader(name: string): ChecksumAlgorithm {
  const algorithm = name.replace(/^x-amz-checksum-/, '').toUpperCase();
  if (!isChecksumAlgorithm(algorithm)) throw notImplemented(`the trailer ${name}`);
  return algorithm;
}

function wrongPayloadHash(): AwsError {
  return new AwsError(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    400,
  );
}
