import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AwsError, type Caller, type InvokeResult } from '../types.ts';
import { createHttpApi } from './api.ts';
import type { HttpEvent } from './event.ts';
import type { HttpApiSpec } from './spec.ts';

const now = Date.parse('2031-02-03T04:05:06.500Z');
const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Probe';
const functionArn = 'arn:aws:lambda:eu-central-1:000000000000:function:Api';
const pair = await generateKeyPair('RS256');
const getKey = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'RS256' }] });
const token = await new SignJWT({ client_id: 'mandant', username: 'muster' })
  .setProtectedHeader({ alg: 'RS256' })
  .setIssuer(issuer)
  .setSubject('abc')
  .setExpirationTime(Math.floor(now / 1000) + 60)
  .sign(pair.privateKey);

const spec: HttpApiSpec = {
  apiId: 'api1',
  region: 'eu-central-1',
  routes: [
    { routeKey: 'ANY /api/{proxy+}', functionArn, authorizer: 'jwt' },
    { routeKey: 'GET /api/offen/{id}', functionArn },
    { routeKey: 'POST /api/offen/{id}', functionArn },
  ],
  authorizers: [{ id: 'jwt', issuer, audience: ['mandant'] }],
};

let result: () => Promise<InvokeResult>;
let calls: { functionArn: string; event: HttpEvent; caller: Caller }[];
let api = createApi(spec);
let server: Server;
let base: string;

function createApi(used: HttpApiSpec) {
  return createHttpApi({
    ...used,
    clock: { now: () => now },
    getKey,
    timeoutMs: 30,
    invoke: (arn, event, caller) => {
      calls.push({ functionArn: arn, event: event as HttpEvent, caller });
      return result();
    },
  });
}

const answerWith = (payload: unknown) => {
  result = async () => ({ ok: true, payload });
};
const onlyCall = () => {
  const [call, ...others] = calls;
  if (!call || others.length > 0) throw new Error(`${calls.length} calls`);
  return call;
};

beforeAll(async () => {
  server = createServer((request, response) => void api.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  api = createApi(spec);
  calls = [];
  answerWith({ statusCode: 200, body: 'gut' });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the event', () => {
  test('of an authorized request has the shape of payload format 2.0', async () => {
    await fetch(`${base}/api/vorlagen/B%C3%BCrger%20Amt?seite=1&art=a&art=b%26c`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        cookie: 'a=1; b=2',
        'X-Eigen': 'Wert',
        'user-agent': 'probe',
      },
      body: '{"ü":1}',
    });
    const { event, caller, functionArn: called } = onlyCall();
    expect(called).toBe(functionArn);
    expect(caller).toMatchObject({
      service: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:eu-central-1:000000000000:api1/$default/PUT/api/{proxy+}',
    });
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'ANY /api/{proxy+}',
      rawPath: '/api/vorlagen/Bürger Amt',
      rawQueryString: 'seite=1&art=a&art=b%26c',
      cookies: ['a=1', 'b=2'],
      headers: expect.objectContaining({
        authorization: `Bearer ${token}`,
        'x-eigen': 'Wert',
        'content-length': '8',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      }),
      queryStringParameters: { seite: '1', art: 'a,b&c' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api1',
        authorizer: {
          jwt: {
            claims: {
              client_id: 'mandant',
              username: 'muster',
              iss: issuer,
              sub: 'abc',
              exp: expect.any(String),
            },
            scopes: null,
          },
        },
        domainName: '127.0.0.1',
        domainPrefix: '127',
        http: {
          method: 'PUT',
          path: '/api/vorlagen/Bürger Amt',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'probe',
        },
        requestId: expect.any(String),
        routeKey: 'ANY /api/{proxy+}',
        stage: '$default',
        time: '03/Feb/2031:04:05:06 +0000',
        timeEpoch: now,
      },
      body: '{"ü":1}',
      pathParameters: { proxy: 'vorlagen/Bürger Amt' },
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.headers).not.toHaveProperty('connection');
  });

  test('of a public request leaves out what is not there', async () => {
    await fetch(`${base}/api/offen/7`);
    const { event } = onlyCall();
    for (const absent of ['body', 'cookies', 'queryStringParameters'])
      expect(event).not.toHaveProperty(absent);
    expect(event.requestContext).not.toHaveProperty('authorizer');
    expect(event.pathParameters).toEqual({ id: '7' });
  });

  test.each([
    ['text/plain', false],
    ['application/json; charset=utf-8', false],
    ['application/xml', false],
    ['application/problem+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['', true],
  ])('a body of type "%s" arrives as base64: %s', async (type, isBase64Encoded) => {
    const headers: Record<string, string> = type ? { 'content-type': type } : {};
    await fetch(`${base}/api/offen/7`, { method: 'POST', headers, body: new Uint8Array([65, 66]) });
    const body = isBase64Encoded ? 'QUI=' : 'AB';
    expect(onlyCall().event).toMatchObject({ isBase64Encoded, body });
  });
});

describe('the answer', () => {
  test('carries status, headers, cookies and a binary body', async () => {
    answerWith({
      statusCode: 201,
      headers: { 'Content-Type': 'application/pdf', 'X-Zahl': 7 },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: Buffer.from([0, 255, 1]).toString('base64'),
      isBase64Encoded: true,
    });
    const response = await fetch(`${base}/api/offen/7`);
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('x-zahl')).toBe('7');
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(response.headers.get('apigw-requestid')).toBeTruthy();
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 1]);
  });

  test.each([
    ['without statusCode is the JSON of a 200', { a: 'ü' }, '{"a":"ü"}', 'application/json'],
    ['that is a text goes out as it is', '{"b":1}', '{"b":1}', 'application/json'],
    ['without content type is text', { statusCode: 200, body: 'ä' }, 'ä', 'text/plain;charset=UTF-8'],
  ])('%s', async (_name, payload, body, type) => {
    answerWith(payload);
    const response = await fetch(`${base}/api/offen/7`);
    expect([response.status, await response.text()]).toEqual([200, body]);
    expect(response.headers.get('content-type')).toBe(type);
  });

  test('to HEAD has no body', async () => {
    const headers = { authorization: token };
    const response = await fetch(`${base}/api/x`, { method: 'HEAD', headers });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe("the gateway's own answers", () => {
  const ok = (payload: unknown) => async (): Promise<InvokeResult> => ({ ok: true, payload });
  const cases: [string, string, () => Promise<InvokeResult>, number, string][] = [
    ['no route', '/anderswo', ok({}), 404, 'Not Found'],
    ['no token', '/api/x', ok({}), 401, 'Unauthorized'],
    ['a path that cannot be decoded', '/api/offen/%E0', ok({}), 400, 'Bad Request'],
    ['a malformed answer', '/api/offen/7', ok({ statusCode: 'x' }), 500, 'Internal Server Error'],
    [
      'a body that is no text',
      '/api/offen/7',
      ok({ statusCode: 200, body: {} }),
      500,
      'Internal Server Error',
    ],
    [
      'a header with a line break',
      '/api/offen/7',
      ok({ statusCode: 200, headers: { 'x-a': 'b\r\nSet-Cookie: c=1' } }),
      500,
      'Internal Server Error',
    ],
    [
      'a failure of the function',
      '/api/offen/7',
      async () => ({ ok: false, errorType: 'Error', errorMessage: 'geheim' }),
      500,
      'Internal Server Error',
    ],
    [
      'no permission to invoke',
      '/api/offen/7',
      () => Promise.reject(new AwsError('AccessDeniedException', 'no', 403)),
      500,
      'Internal Server Error',
    ],
    [
      'an event too large for Lambda',
      '/api/offen/7',
      () => Promise.reject(new AwsError('RequestTooLargeException', 'no', 413)),
      413,
      'Request Entity Too Large',
    ],
    [
      'a function that takes too long',
      '/api/offen/7',
      () => new Promise(() => {}),
      503,
      'Service Unavailable',
    ],
  ];

  test.each(cases)('%s', async (_name, path, invoke, status, message) => {
    result = invoke;
    const response = await fetch(base + path);
    expect([response.status, await response.json()]).toEqual([status, { message }]);
    expect(response.headers.has('set-cookie')).toBe(false);
  });

  test('a body over 10 MB is refused before the function runs', async () => {
    const body = new Uint8Array(10 * 1024 * 1024 + 1);
    const response = await fetch(`${base}/api/offen/7`, { method: 'POST', body });
    expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
    expect(calls).toEqual([]);
  });

  test('a route with an unknown authorizer is refused at the start', () => {
    expect(() => createApi({ ...spec, authorizers: [] })).toThrow('jwt');
  });
});

describe('CORS, if it is configured', () => {
  const cors = { allowOrigins: ['https://stadt.example'], allowMethods: ['GET', 'POST'], maxAge: 60 };
  const preflight = (origin: string) =>
    fetch(`${base}/api/x`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  test('preflight is answered without route, token or function', async () => {
    api = createApi({ ...spec, cors });
    const response = await preflight('https://stadt.example');
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://stadt.example');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,POST');
    expect((await preflight('https://fremd.example')).headers.has('access-control-allow-origin')).toBe(false);
    expect(calls).toEqual([]);
  });

  test("the handler's own headers are dropped", async () => {
    api = createApi({ ...spec, cors });
    answerWith({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } });
    const headers = { origin: 'https://fremd.example' };
    const response = await fetch(`${base}/api/offen/7`, { headers });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('without a configuration OPTIONS is a request like any other', async () => {
    expect((await preflight('https://stadt.example')).status).toBe(401);
  });
});
