import { describe, expect, it } from 'vitest';
import { type ChunkedEncoding, decodeChunked } from './chunked.ts';
import { parseCredential, signingKey } from './signing.ts';
import type { Verified } from './verify.ts';

// The Amazon S3 API reference's examples "Chunked upload", with and without a trailing header: 65 KiB of "a".
const credential = parseCredential('AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request');
if (!credential) throw new Error('not a credential');
const verified = (signature: string): Verified => ({
  accessKeyId: credential.accessKeyId,
  credential,
  amzDate: '20130524T000000Z',
  signature,
  key: signingKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', credential),
});
const chunk = (size: number, signature: string) =>
  `${size.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(size)}\r\n`;

const signedBody = [
  chunk(65_536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'),
  chunk(1024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'),
  chunk(0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'),
].join('');
const signedSeed = '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9';

const trailerSignature = 'd81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435';
const trailerBody = [
  chunk(65_536, 'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2'),
  chunk(1024, '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7'),
  '0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n',
  'x-amz-checksum-crc32c:sOO8/Q==\r\n',
  `x-amz-trailer-signature:${trailerSignature}\r\n\r\n`,
].join('');
const trailerSeed = '106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e';

interface Options {
  encoding: ChunkedEncoding;
  seed?: string;
  length?: number;
  trailers?: string[];
  piece?: number;
}

async function decode(
  body: string,
  { encoding, seed = '', length = 66_560, trailers = [], piece = 7001 }: Options,
) {
  async function* source() {
    const bytes = Buffer.from(body, 'latin1');
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const decoded = decodeChunked({
    source: source(),
    encoding,
    verified: verified(seed),
    decodedLength: length,
    trailerNames: trailers,
  });
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = await decoded.next();
    if (next.done) return { data: Buffer.concat(pieces).toString(), trailers: next.value };
    pieces.push(next.value);
  }
}

const signed: Options = { encoding: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', seed: signedSeed };
const withTrailer: Options = {
  encoding: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
  seed: trailerSeed,
  trailers: ['x-amz-checksum-crc32c'],
};
const unsigned: Options = {
  encoding: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  length: 6,
  trailers: ['x-amz-checksum-crc32'],
};
const unsignedBody = '3\r\nabc\r\n3\r\ndef\r\n0\r\nx-amz-checksum-crc32:S46OzA==\r\n\r\n';

describe('an aws-chunked body', () => {
  it("decodes AWS's signed example", async () => {
    expect((await decode(signedBody, signed)).data).toBe('a'.repeat(66_560));
  });

  it("decodes AWS's example with a signed trailer", async () => {
    const { data, trailers } = await decode(trailerBody, withTrailer);
    expect(data).toBe('a'.repeat(66_560));
    expect([...trailers]).toEqual([['x-amz-checksum-crc32c', 'sOO8/Q==']]);
  });

  it.each([1, 2, 3, 1000])("decodes the SDK's unsigned form, cut into pieces of %i", async (piece) => {
    const { data, trailers } = await decode(unsignedBody, { ...unsigned, piece });
    expect(data).toBe('abcdef');
    expect(trailers.get('x-amz-checksum-crc32')).toBe('S46OzA==');
  });

  it('decodes a body of nothing', async () => {
    const body = '0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';
    expect((await decode(body, { ...unsigned, length: 0 })).data).toBe('');
  });

  it.each<[what: string, body: string, options: Options, code: string]>([
    ['a changed byte', signedBody.replace('aaaa', 'aaba'), signed, 'SignatureDoesNotMatch'],
    ['a missing chunk', signedBody.slice(signedBody.indexOf('400;')), signed, 'SignatureDoesNotMatch'],
    [
      'chunks without signature',
      signedBody.replaceAll(/;chunk-signature=\w+/g, ''),
      signed,
      'SignatureDoesNotMatch',
    ],
    ['a changed trailer', trailerBody.replace('sOO8', 'sOO9'), withTrailer, 'SignatureDoesNotMatch'],
    [
      'no trailer signature',
      trailerBody.replace(/x-amz-trailer-signature.*\r\n/, ''),
      withTrailer,
      'SignatureDoesNotMatch',
    ],
    ['a wrong length', signedBody, { ...signed, length: 66_561 }, 'IncompleteBody'],
    ['more than announced', unsignedBody, { ...unsigned, length: 5 }, 'IncompleteBody'],
    ['an early end', unsignedBody.slice(0, 9), unsigned, 'IncompleteBody'],
    ['an end within the framing', unsignedBody.slice(0, 17), unsigned, 'IncompleteBody'],
    ['a size that lies', unsignedBody.replace('3\r\nabc', '2\r\nabc'), unsigned, 'InvalidRequest'],
    ['no size', unsignedBody.replace('3\r\nabc', 'x\r\nabc'), unsigned, 'InvalidRequest'],
    ['an endless line', 'f'.repeat(10_000), unsigned, 'InvalidRequest'],
    ['a trailer not announced', unsignedBody, { ...unsigned, trailers: [] }, 'InvalidRequest'],
    ['a trailer missing', '3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n', unsigned, 'InvalidRequest'],
  ])('is refused with %s', async (_what, body, options, code) => {
    await expect(decode(body, options)).rejects.toMatchObject({ code });
  });
});
