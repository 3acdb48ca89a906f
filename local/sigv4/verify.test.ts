import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HeaderSignedRequest, verifyHeaderSignature, verifyPresigned } from './verify.ts';

const region = 'eu-central-1';
const credentials = { accessKeyId: 'AKLOKAL', secretAccessKey: 'geheim/+=' };
const secretFor = (id: string) => (id === credentials.accessKeyId ? credentials.secretAccessKey : null);

type Seen = Pick<HeaderSignedRequest, 'method' | 'url' | 'headers'> & { body: Buffer };

/** Keeps what the real SDK clients send. */
let server: Server;
let seen: Seen | undefined;
let clients: { s3: S3Client; dynamodb: DynamoDBClient };

beforeAll(async () => {
  server = createServer(async (req: IncomingMessage, res) => {
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece);
    seen = {
      method: req.method ?? '',
      url: req.url ?? '',
      headers: req.headers,
      body: Buffer.concat(pieces),
    };
    res.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { endpoint, region, credentials, maxAttempts: 1 };
  clients = { s3: new S3Client({ ...config, forcePathStyle: true }), dynamodb: new DynamoDBClient(config) };
});
afterAll(() => {
  clients.s3.destroy();
  clients.dynamodb.destroy();
  server.close();
});

function lastSeen(): Seen {
  if (!seen) throw new Error('no request was sent');
  return seen;
}

async function sentByS3(key = "Anträge/a b+c (1)!*'.docx"): Promise<Seen> {
  await clients.s3.send(
    new PutObjectCommand({ Bucket: 'entwuerfe', Key: key, Body: 'hallo', Metadata: { person: 'p1' } }),
  );
  return lastSeen();
}

async function sentByDynamoDb(): Promise<Seen> {
  await clients.dynamodb.send(new GetItemCommand({ TableName: 'Akte', Key: { pk: { S: 'ä' } } }));
  return lastSeen();
}

const verifyS3 = ({ method, url, headers }: Seen) =>
  verifyHeaderSignature({ method, url, headers, secretFor, service: 's3', region });
const verifyDynamoDb = ({ method, url, headers, body }: Seen) =>
  verifyHeaderSignature({ method, url, headers, body, secretFor, service: 'dynamodb', region });

describe('a request signed by the real SDK', () => {
  it('of S3 is accepted, with its odd key', async () => {
    expect(verifyS3(await sentByS3()).accessKeyId).toBe('AKLOKAL');
  });

  it('of DynamoDB is accepted with its body', async () => {
    expect(verifyDynamoDb(await sentByDynamoDb()).accessKeyId).toBe('AKLOKAL');
  });

  it.each<[what: string, change: (request: Seen) => Seen, code: string]>([
    ['another method', (r) => ({ ...r, method: 'DELETE' }), 'SignatureDoesNotMatch'],
    ['another key', (r) => ({ ...r, url: r.url.replace('docx', 'doc') }), 'SignatureDoesNotMatch'],
    ['one more query parameter', (r) => ({ ...r, url: `${r.url}&acl=` }), 'SignatureDoesNotMatch'],
    ['another signed header', header('x-amz-meta-person', 'p2'), 'SignatureDoesNotMatch'],
    ['another payload hash', header('x-amz-content-sha256', 'UNSIGNED-PAYLOAD'), 'SignatureDoesNotMatch'],
    ['another host', header('host', 'example.org'), 'SignatureDoesNotMatch'],
    ['a dropped signed header', header('x-amz-meta-person', undefined), 'SignatureDoesNotMatch'],
    ['an x-amz header nobody signed', header('x-amz-object-lock-mode', 'COMPLIANCE'), 'AccessDenied'],
    ['a session token', header('x-amz-security-token', 't'), 'InvalidToken'],
    ['a date far off', header('x-amz-date', '20200101T000000Z'), 'AuthorizationHeaderMalformed'],
    ['no signature', header('authorization', undefined), 'AccessDenied'],
    [
      'a signature of another kind',
      header('authorization', 'AWS AKLOKAL:xyz'),
      'AuthorizationHeaderMalformed',
    ],
    ['an unknown access key', authorization('AKLOKAL', 'AKFREMD'), 'InvalidAccessKeyId'],
    ['another region', authorization(region, 'us-east-1'), 'AuthorizationHeaderMalformed'],
    ['another service', authorization('/s3/', '/ses/'), 'AuthorizationHeaderMalformed'],
  ])('with %s is refused', async (_what, change, code) => {
    expect(() => verifyS3(change(lastS3))).toThrow(expect.objectContaining({ code }));
  });

  it('with another body is refused', async () => {
    const request = await sentByDynamoDb();
    const changed = { ...request, body: Buffer.from(request.body.toString().replace('ä', 'ö')) };
    expect(() => verifyDynamoDb(changed)).toThrow(
      expect.objectContaining({ code: 'InvalidSignatureException' }),
    );
  });

  it('with a wrong secret is refused', async () => {
    const { method, url, headers } = await sentByS3();
    const verify = () =>
      verifyHeaderSignature({ method, url, headers, secretFor: () => 'anders', service: 's3', region });
    expect(verify).toThrow(expect.objectContaining({ code: 'SignatureDoesNotMatch', status: 403 }));
  });

  let lastS3: Seen;
  beforeAll(async () => {
    lastS3 = await sentByS3();
  });
});

describe("AWS's own examples", () => {
  // Amazon S3 API reference, "Examples: Signature Calculations", all of 24 May 2013.
  const example = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
  const now = Date.parse('2013-05-24T00:00:00Z');
  const host = 'examplebucket.s3.amazonaws.com';
  const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const signed = (url: string, names: string, signature: string, more: Record<string, string>) => ({
    method: 'GET',
    url,
    headers: {
      host,
      'x-amz-date': '20130524T000000Z',
      'x-amz-content-sha256': emptyHash,
      ...more,
      authorization: `AWS4-HMAC-SHA256 Credential=${example.id}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`,
    },
    secretFor: () => example.secret,
    service: 's3',
    region: 'us-east-1',
    now,
  });

  it.each([
    [
      'GET object',
      '/test.txt',
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      { range: 'bytes=0-9' },
    ],
    [
      'GET lifecycle',
      '/?lifecycle',
      'host;x-amz-content-sha256;x-amz-date',
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
      {},
    ],
    [
      'list',
      '/?max-keys=2&prefix=J',
      'host;x-amz-content-sha256;x-amz-date',
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
      {},
    ],
  ])('%s', (_name, url, names, signature, more) => {
    expect(verifyHeaderSignature(signed(url, names, signature, more)).accessKeyId).toBe(example.id);
  });

  it('presigned GET', () => {
    const url =
      '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';
    const request = { method: 'GET', url, headers: { host }, service: 's3', region: 'us-east-1' };
    expect(verifyPresigned({ ...request, secretFor: () => example.secret, now }).accessKeyId).toBe(
      example.id,
    );
  });
});

describe('a clock', () => {
  it('of the host counts as much as the real one', async () => {
    const request = await sentByS3();
    const hostInThePast = { ...request, secretFor, service: 's3', region, now: Date.parse('2020-01-01') };
    expect(verifyHeaderSignature(hostInThePast).accessKeyId).toBe('AKLOKAL');
  });

  it('that agrees with neither is refused', async () => {
    const date = '20200101T000000Z';
    const { headers, method, url } = await sentByS3();
    const authorization = headers.authorization?.replace(/\/\d{8}\//, '/20200101/');
    const old = { method, url, headers: { ...headers, 'x-amz-date': date, authorization } };
    const verify = () => verifyHeaderSignature({ ...old, secretFor, service: 's3', region, now: Date.now() });
    expect(verify).toThrow(expect.objectContaining({ code: 'RequestTimeTooSkewed' }));
  });
});

describe('a presigned URL', () => {
  const signingDate = new Date('2026-11-23T08:00:00Z');
  const host = () => ({ host: `127.0.0.1:${(server.address() as AddressInfo).port}` });
  async function presigned(expiresIn = 60): Promise<string> {
    const command = new GetObjectCommand({ Bucket: 'papiere', Key: 'ä k' });
    const url = new URL(await getSignedUrl(clients.s3, command, { expiresIn, signingDate }));
    return `${url.pathname}${url.search}`;
  }
  const verify = (url: string, seconds: number, headers: Record<string, string> = host()) =>
    verifyPresigned({
      method: 'GET',
      url,
      headers,
      secretFor,
      service: 's3',
      region,
      now: signingDate.getTime() + seconds * 1000,
    });

  it('is accepted until its last second on the host clock', async () => {
    const url = await presigned();
    expect(verify(url, 0).accessKeyId).toBe('AKLOKAL');
    expect(verify(url, 60).accessKeyId).toBe('AKLOKAL');
    expect(() => verify(url, 61)).toThrow(
      expect.objectContaining({ code: 'AccessDenied', message: 'Request has expired' }),
    );
  });

  it.each<[string, (url: string) => string, string]>([
    ['the key', (u) => u.replace('%20k', '%20x'), 'SignatureDoesNotMatch'],
    ['the expiry', (u) => u.replace('Expires=60', 'Expires=600'), 'SignatureDoesNotMatch'],
    [
      'a life beyond seven days',
      (u) => u.replace('Expires=60', 'Expires=604801'),
      'AuthorizationQueryParametersError',
    ],
    ['an added parameter', (u) => `${u}&versionId=1`, 'SignatureDoesNotMatch'],
    ['the signature', (u) => u.replace(/Signature=[0-9a-f]{4}/, 'Signature=0000'), 'SignatureDoesNotMatch'],
    ['the credential', (u) => u.replace('AKLOKAL', 'AKFREMD'), 'InvalidAccessKeyId'],
    ['the algorithm', (u) => u.replace('HMAC-SHA256', 'HMAC-SHA1'), 'AuthorizationQueryParametersError'],
  ])('with a change of %s is refused', async (_what, change, code) => {
    const url = change(await presigned());
    expect(() => verify(url, 1)).toThrow(expect.objectContaining({ code }));
  });

  it('does not take an x-amz header that was not signed', async () => {
    const url = await presigned();
    expect(() => verify(url, 1, { ...host(), 'x-amz-meta-a': 'b' })).toThrow('not signed');
  });
});

function header(name: string, value: string | undefined): (request: Seen) => Seen {
  return (request) => {
    const headers = { ...request.headers };
    if (value === undefined) delete headers[name];
    else headers[name] = value;
    return { ...request, headers };
  };
}

function authorization(from: string, to: string): (request: Seen) => Seen {
  return (request) => header('authorization', request.headers.authorization?.replace(from, to))(request);
}
