/** What a browser does with links and forms that were signed for it. */
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningS3, runS3 } from './running-s3.ts';

const Bucket = 'entwuerfe';
let running: RunningS3;
let client: S3Client;
let presigning: S3Client;
beforeAll(async () => {
  running = await runS3();
  client = running.client();
  presigning = running.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  await client.send(
    new PutObjectCommand({ Bucket, Key: 'papier', Body: 'Inhalt', ContentType: 'text/html' }),
  );
});
afterAll(() => running.stop());
beforeEach(() => running.clock.set(Date.now()));

const text = async (Key: string) => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
};
const code = async (response: Response) =>
  `${response.status} ${/<Code>(\w+)</.exec(await response.text())?.[1] ?? ''}`.trim();

describe('a presigned link to read', () => {
  const link = () =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket,
        Key: 'papier',
        ResponseContentDisposition: 'attachment; filename="Vorlage.docx"',
        ResponseContentType: 'application/octet-stream',
      }),
      { expiresIn: 60 },
    );

  it('gives the file under the name and type that were signed', async () => {
    const response = await fetch(await link());
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="Vorlage.docx"');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(await response.text()).toBe('Inhalt');
  });

  it('works with a range', async () => {
    const response = await fetch(await link(), { headers: { range: 'bytes=0-1' } });
    expect([response.status, await response.text()]).toEqual([206, 'In']);
  });

  it.each<[string, (url: string) => string]>([
    ['another file', (url) => url.replace('/papier?', '/anderes?')],
    ['another name', (url) => url.replace('Vorlage', 'Virus')],
    ['a longer life', (url) => url.replace('Expires=60', 'Expires=6000')],
    ['another version', (url) => `${url}&versionId=null`],
  ])('made into one for %s is refused', async (_what, change) => {
    expect(await code(await fetch(change(await link())))).toBe('403 SignatureDoesNotMatch');
  });

  it('is refused once it expired on the host clock', async () => {
    const url = await link();
    running.clock.set(running.clock.now() + 62_000);
    expect(await code(await fetch(url))).toBe('403 AccessDenied');
  });

  it('may name a file with umlauts, and refuses a name that no header can carry', async () => {
    const named = async (name: string) => {
      const command = new GetObjectCommand({
        Bucket,
        Key: 'papier',
        ResponseContentDisposition: `filename="${name}"`,
      });
      return fetch(await getSignedUrl(client, command));
    };
    expect((await named('Prüfung')).headers.get('content-disposition')).toBe('filename="Prüfung"');
    expect(await code(await named('Prüfung – neu'))).toBe('400 InvalidArgument');
  });

  it('is of no use for writing', async () => {
    expect(await code(await fetch(await link(), { method: 'PUT', body: 'x' }))).toBe(
      '403 SignatureDoesNotMatch',
    );
  });
});

describe('a presigned link to write', () => {
  it('stores what is sent', async () => {
    const url = await getSignedUrl(presigning, new PutObjectCommand({ Bucket, Key: 'gesendet' }));
    expect((await fetch(url, { method: 'PUT', body: 'Text' })).status).toBe(200);
    expect(await text('gesendet')).toBe('Text');
  });

  it('that carries the checksum of an empty body is refused with the reason', async () => {
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'falle' }));
    const response = await fetch(url, { method: 'PUT', body: 'Text' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('WHEN_REQUIRED');
  });

  it('takes no header that was not signed', async () => {
    const url = await getSignedUrl(presigning, new PutObjectCommand({ Bucket, Key: 'gesendet' }));
    const headers = { 'x-amz-meta-person': 'p1' };
    expect(await code(await fetch(url, { method: 'PUT', body: 'x', headers }))).toBe('403 AccessDenied');
  });
});

type PostOptions = Partial<Parameters<typeof createPresignedPost>[1]>;

async function form(options: PostOptions = {}) {
  return createPresignedPost(presigning, {
    Bucket,
    Key: 'upload/v1',
    Conditions: [['content-length-range', 1, 20]],
    Expires: 300,
    ...options,
  });
}

async function send(
  { url, fields }: Awaited<ReturnType<typeof form>>,
  content: string | Blob = 'Entwurf',
  change: Record<string, string | undefined> = {},
  filename = 'entwurf.docx',
): Promise<Response> {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change }))
    if (value !== undefined) data.set(name, value);
  data.set('file', content instanceof Blob ? content : new Blob([content]), filename);
  return fetch(url, { method: 'POST', body: data, redirect: 'manual' });
}

describe('a signed form', () => {
  it('stores the file with its fields', async () => {
    const Fields = {
      'Content-Type': 'application/msword',
      'x-amz-meta-vorlage': 'v1',
      success_action_status: '201',
    };
    const response = await send(await form({ Fields }));
    expect(response.status).toBe(201);
    expect(await response.text()).toContain('<Key>upload/v1</Key>');
    const stored = await client.send(new GetObjectCommand({ Bucket, Key: 'upload/v1' }));
    expect(await stored.Body?.transformToString()).toBe('Entwurf');
    expect(stored).toMatchObject({ ContentType: 'application/msword', Metadata: { vorlage: 'v1' } });
    expect(response.headers.get('x-amz-version-id')).toBe(stored.VersionId);
  });

  it('stores binary content that looks like its own boundary', async () => {
    const tricky = '\r\n--\r\n----x\r\n';
    expect((await send(await form(), new Blob([tricky]))).status).toBe(204);
    expect(await text('upload/v1')).toBe(tricky);
  });

  it('keeps metadata in any letters', async () => {
    const Fields = { 'x-amz-meta-titel': 'Prüfung – neu' };
    expect((await send(await form({ Fields }))).status).toBe(204);
    const { Metadata } = await client.send(new GetObjectCommand({ Bucket, Key: 'upload/v1' }));
    const encoded = Buffer.from('Prüfung – neu').toString('base64');
    expect(Metadata).toEqual({ titel: `=?UTF-8?B?${encoded}?=` });
  });

  it('answers as it was asked to', async () => {
    expect((await send(await form({ Fields: { success_action_status: '200' } }))).status).toBe(200);
    expect((await send(await form())).status).toBe(204);
    const redirected = await send(
      await form({ Fields: { success_action_redirect: 'http://127.0.0.1/fertig' } }),
    );
    expect(redirected.status).toBe(303);
    expect(redirected.headers.get('location')).toMatch(
      /^http:\/\/127.0.0.1\/fertig\?bucket=entwuerfe&key=upload/,
    );
  });

  it('puts the file name into the key', async () => {
    const Key = 'upload/${' + 'filename}';
    expect((await send(await form({ Key }), 'x', {}, 'C:\\Ordner\\Übersicht.docx')).status).toBe(204);
    expect(await text('upload/Übersicht.docx')).toBe('x');
  });

  it.each<[string, PostOptions, string, Record<string, string | undefined>, string]>([
    ['too much', {}, 'x'.repeat(21), {}, '400 EntityTooLarge'],
    ['too little', {}, '', {}, '400 EntityTooSmall'],
    ['another key', {}, 'x', { key: 'upload/v2' }, '403 AccessDenied'],
    ['an extra field', {}, 'x', { 'x-amz-meta-a': 'b' }, '403 AccessDenied'],
    ['a lock nobody signed', {}, 'x', { 'x-amz-object-lock-mode': 'COMPLIANCE' }, '403 AccessDenied'],
    [
      'another signed field',
      { Fields: { 'x-amz-meta-a': 'b' } },
      'x',
      { 'x-amz-meta-a': 'c' },
      '403 AccessDenied',
    ],
    [
      'a dropped signed field',
      { Fields: { 'x-amz-meta-a': 'b' } },
      'x',
      { 'x-amz-meta-a': undefined },
      '403 AccessDenied',
    ],
    ['no key', {}, 'x', { key: undefined }, '400 InvalidArgument'],
    ['no policy', {}, 'x', { Policy: undefined }, '403 AccessDenied'],
    [
      'another policy',
      {},
      'x',
      { Policy: Buffer.from('{}').toString('base64') },
      '403 SignatureDoesNotMatch',
    ],
    ['another signature', {}, 'x', { 'X-Amz-Signature': '0'.repeat(64) }, '403 SignatureDoesNotMatch'],
    ['an ACL', { Fields: { acl: 'public-read' } }, 'x', {}, '501 NotImplemented'],
    [
      'a prefix that is not kept',
      {
        Key: 'upload/v1',
        Conditions: [['starts-with', '$Content-Type', 'application/']],
        Fields: { 'Content-Type': 'text/html' },
      },
      'x',
      {},
      '403 AccessDenied',
    ],
    ['a wrong checksum', { Fields: { 'x-amz-checksum-crc32': 'AAAAAA==' } }, 'x', {}, '400 BadDigest'],
  ])('with %s is refused and stores nothing', async (_what, options, content, change, expected) => {
    const count = running.puts.length;
    expect(await code(await send(await form(options), content, change))).toBe(expected);
    expect(running.puts).toHaveLength(count);
  });

  it('is refused once its policy expired', async () => {
    const signed = await form();
    running.clock.set(running.clock.now() + 301_000);
    expect(await code(await send(signed))).toBe('403 AccessDenied');
  });

  it('is refused for another bucket', async () => {
    const signed = await form();
    expect(await code(await send({ ...signed, url: `${running.endpoint}/papiere` }))).toBe(
      '403 AccessDenied',
    );
  });

  it('is refused when its signer may no longer put', async () => {
    const signed = await form();
    running.deny(/^s3:PutObject$/);
    expect(await code(await send(signed))).toBe('403 AccessDenied');
    running.deny(/^$/);
  });

  it('that is not well-formed is refused', async () => {
    const post = (body: string, boundary = 'boundary=b') =>
      fetch(`${running.endpoint}/entwuerfe`, {
        method: 'POST',
        body,
        headers: { 'content-type': `multipart/form-data; ${boundary}` },
      }).then(code);
    expect(await post('--b\r\n', 'nothing')).toBe('400 MalformedPOSTRequest');
    expect(await post('--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nk')).toBe(
      '400 MalformedPOSTRequest',
    );
    expect(await post('--b\r\nContent-Disposition: form-data\r\n\r\nk\r\n--b--\r\n')).toBe(
      '400 MalformedPOSTRequest',
    );
    expect(await post('--b\r\nContent-Disposition: form-data; name="k"\r\n\r\nk\r\n--b--\r\n')).toBe(
      '400 InvalidArgument',
    );
    const long = `--b\r\nContent-Disposition: form-data; name="k"\r\n\r\n${'k'.repeat(30_000)}\r\n--b--\r\n`;
    expect(await post(long)).toBe('400 MaxPostPreDataLengthExceededError');
  });
});

describe('the browser', () => {
  const preflight = (origin: string, method = 'POST') =>
    fetch(`${running.endpoint}/entwuerfe`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type',
      },
    });

  it('may post from the web origin, and from no other', async () => {
    const allowed = await preflight('http://127.0.0.1:3000');
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000');
    expect(allowed.headers.get('access-control-allow-methods')).toBe('POST');
    expect(allowed.headers.get('access-control-max-age')).toBe('60');
    expect((await preflight('http://evil.example')).status).toBe(403);
    expect((await preflight('http://127.0.0.1:3000', 'DELETE')).status).toBe(403);
  });

  it('may read the answer to its post, an error too', async () => {
    const headers = { origin: 'http://127.0.0.1:3000', 'content-type': 'multipart/form-data; boundary=b' };
    const response = await fetch(`${running.endpoint}/entwuerfe`, { method: 'POST', body: '--b--', headers });
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000');
  });
});
