import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthorize, rootArn } from '../iam/authorize.ts';
import { collectPolicies } from '../iam/collect.ts';
import { createS3, type S3 } from '../s3/s3.ts';
import { readBuckets } from '../start/buckets.ts';
import { readLocalOrigins } from '../start/local-origins.ts';
import { resolveTemplate } from '../template/resolve.ts';
import { createCloudFront } from './cloudfront.ts';
import { resources } from './distribution.fixture.ts';
import { readDistribution } from './read-distribution.ts';

const now = Date.parse('2026-07-01T10:00:00Z');
const credentials = { accessKeyId: 'AKROOT', secretAccessKey: 'geheim' };
const immutable = 'public, max-age=31536000, immutable';
const script = `console.log('${'lang '.repeat(400)}');`;
const page = '<!doctype html><title>Seite</title>';

const folder = mkdtempSync(join(tmpdir(), 'cloudfront-'));
const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
const logged: string[] = [];

async function serve(handler: (req: IncomingMessage, res: ServerResponse) => unknown): Promise<string> {
  const server = createServer((req, res) => void handler(req, res));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let web = '';
let files = '';
let s3: S3;

/** The edge of the template on a port of its own; `change` alters the template before. */
async function edge(change: (copy: typeof resources) => void = () => {}): Promise<string> {
  const copy = structuredClone(resources);
  change(copy);
  let handler: ReturnType<typeof createCloudFront> = () => {};
  const origin = await serve((req, res) => handler(req, res));
  const stack = resolveTemplate({ Resources: copy }, { webOrigin: origin });
  const policies = collectPolicies(stack);
  s3 = createS3({
    dataDir: mkdtempSync(join(folder, 's3-')),
    clock: { now: () => now, at: () => () => {} },
    authorize: createAuthorize(policies, stack.region),
    credentials: () => ({ secret: credentials.secretAccessKey, caller: { principalArn: rootArn } }),
    region: stack.region,
    publish: () => {},
  });
  closing.unshift(s3.close);
  for (const bucket of readBuckets(stack, policies)) s3.createBucket(bucket);
  files = await serve(s3.handle);
  const urls = { web: origin, files, aws: '', inbox: '' };
  const distribution = readDistribution(stack, {
    apiHost: new URL(origin).host,
    localize: readLocalOrigins(stack, urls),
  });
  if (!distribution) throw new Error('the fixture has a distribution');
  const client = new S3Client({ endpoint: files, region: stack.region, credentials });
  const put = (Key: string, Body: string, ContentType: string, CacheControl: string) =>
    client.send(
      new PutObjectCommand({ Bucket: stack.get('Seiten').ref, Key, Body, ContentType, CacheControl }),
    );
  await put('index.html', page, 'text/html; charset=utf-8', 'no-cache');
  await put('sw.js', 'self;', 'text/javascript; charset=utf-8', 'no-cache');
  await put('assets/index-abcdefgh.js', script, 'text/javascript; charset=utf-8', immutable);
  client.destroy();
  handler = createCloudFront({
    distribution,
    getObject: s3.getObject,
    api: (req, res) => {
      res.writeHead(req.url === '/api/verboten' ? 403 : 404, {
        'content-type': 'application/json',
        'x-ueber': 'api',
        'x-luecke': 'api',
      });
      res.end(JSON.stringify({ weg: req.url, methode: req.method }));
    },
    log: (line) => logged.push(line),
  });
  return origin;
}

/** Without fetch's own decompression. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (done, failed) => {
      const sent = request(web + path, { headers, method }, async (res) => {
        const chunks: Buffer[] = [];
        for await (const chunk of res) chunks.push(chunk);
        done({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) });
      });
      sent.on('error', failed);
      sent.end();
    },
  );
}

beforeAll(async () => {
  web = await edge();
});
afterAll(async () => {
  for (const close of closing) await close();
});

describe('pages', () => {
  it.each([
    '/',
    '/vorlagen/1',
    '/sitzungen/2026-05-12/punkte',
    '/api',
    '/apis/x',
    '/index.html',
    '/x?y=a.js',
  ])('%s is the one page', async (path) => {
    const { status, headers, body } = await raw(path);
    expect([status, body.toString()]).toEqual([200, page]);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it.each(['/assets/index-zzzzzzzz.js', '/fehlt.css', '/vorlagen/bild.png'])(
    '%s is missing, and no page takes its place',
    async (path) => {
      const { status, headers, body } = await raw(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toBe('application/xml');
      expect(body.toString()).toContain('<Code>NoSuchKey</Code>');
    },
  );

  it('a hashed file is good for ever, the service worker is asked for each time', async () => {
    expect((await raw('/assets/index-abcdefgh.js')).headers['cache-control']).toBe(immutable);
    expect((await raw('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  it('HEAD tells the same without the body', async () => {
    const { status, headers, body } = await raw('/', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(page.length), 0]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not for pages', async (method) => {
    expect((await raw('/', {}, method)).status).toBe(403);
  });
});

describe('headers', () => {
  const expected = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=60; includeSubDomains',
    'cross-origin-opener-policy': 'same-origin',
  };

  it.each([
    ['/', 200],
    ['/assets/index-abcdefgh.js', 200],
    ['/fehlt.js', 404],
  ])("%s (%i) carries the policy's", async (path, status) => {
    const answer = await raw(path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(expected);
  });

  it("name this machine's origins where the template names those of AWS", async () => {
    const { headers } = await raw('/');
    expect(headers['content-security-policy']).toBe(`connect-src 'self' ${web} ${files}`);
  });
});

describe('compression', () => {
  const path = '/assets/index-abcdefgh.js';
  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('%s gets %s', async (accept, encoding, open) => {
    const { headers, body } = await raw(path, { 'accept-encoding': accept });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    expect(headers.etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.length).toBeLessThan(script.length / 4);
    expect(open(body).toString()).toBe(script);
  });

  it('nobody who does not ask, and nothing small, is compressed', async () => {
    expect((await raw(path)).headers).not.toHaveProperty('content-encoding');
    const { headers } = await raw('/sw.js', { 'accept-encoding': 'gzip' });
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it.each(['br', ''])('who has the file already (%s) gets 304 without a body', async (accept) => {
    const known = await raw(path, { 'accept-encoding': accept });
    const { status, headers, body } = await raw(path, {
      'accept-encoding': accept,
      'if-none-match': String(known.headers.etag),
    });
    expect([status, body.length]).toEqual([304, 0]);
    expect(headers).toMatchObject({ etag: known.headers.etag, 'cache-control': immutable });
  });
});

describe('the API', () => {
  it.each([
    ['/api/verboten', 403],
    ['/api/fehlt', 404],
    ['/api/skript.js', 404],
  ])('answers %s with its own %i', async (path, status) => {
    const answer = await raw(path, {}, 'DELETE');
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body.toString())).toEqual({ weg: path, methode: 'DELETE' });
  });

  it("keeps its headers, but for those that the policy overrides, and never gets the pages' policy", async () => {
    const { headers } = await raw('/api/fehlt');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-ueber': 'policy',
      'x-luecke': 'api',
    });
    expect(headers).not.toHaveProperty('content-security-policy');
  });
});

describe('as the template has it', () => {
  it('the bucket refuses where its policy does not name this distribution', async () => {
    const before = web;
    web = await edge((copy) => {
      const [statement] = copy.SeitenDarf.Properties.PolicyDocument.Statement;
      if (statement) statement.Principal.Service = 'events.amazonaws.com';
    });
    expect((await raw('/')).status).toBe(403);
    web = before;
  });

  it('without the right to list a missing file is 403, as in S3', async () => {
    const before = web;
    web = await edge((copy) => {
      const [statement] = copy.SeitenDarf.Properties.PolicyDocument.Statement;
      if (statement) statement.Action = ['s3:GetObject'];
    });
    expect((await raw('/fehlt.js')).status).toBe(403);
    expect((await raw('/')).status).toBe(200);
    web = before;
  });

  it.each([
    ['a change of the headers', 'event.request.headers.x = { value: "y" }; return event.request;', 'headers'],
    ['an answer of its own', 'return { statusCode: 302 };', 'answer'],
    ['a mistake', 'return unbekannt;', 'unbekannt'],
    ['code made from text', 'return eval("event.request");', 'Code generation from strings'],
    [
      'a way out to the host',
      'return event.request.constructor.constructor("return process")();',
      'disallowed',
    ],
  ])('%s of the function is an error that the log names', async (_, body, word) => {
    const before = web;
    web = await edge((copy) => {
      copy.Pfad.Properties.FunctionCode = `function handler(event) { ${body} }`;
    });
    logged.length = 0;
    expect((await raw('/')).status).toBe(503);
    expect(logged.join()).toMatch(new RegExp(word));
    web = before;
  });
});
