import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store/store.ts';
import { AwsError, type Caller } from '../types.ts';
import type { Mail } from './mailbox.ts';
import { createSes, type Ses } from './ses.ts';

const now = Date.parse('2026-11-23T08:00:00Z');
const caller: Caller = { principalArn: 'arn:aws:iam::000000000000:role/strom' };
let folder: string;
let server: Server;
let client: SESv2Client;
let store: Store;
let ses: Ses;
let asked: string[];
let denied: RegExp;
let origin: string;

function open() {
  store = openStore(join(folder, 'ses.sqlite'));
  ses = createSes({
    store,
    clock: { now: () => now, at: () => () => {} },
    authorize: (_caller, action, resource) => {
      asked.push(`${action} ${resource}`);
      if (denied.test(resource)) throw new AwsError('AccessDeniedException', 'no', 403);
    },
    region: 'eu-central-1',
    verifiedIdentities: ['musterstadt.example', 'einzel@anderswo.example'],
    configurationSets: ['gremienweg'],
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ses-'));
  asked = [];
  denied = /^$/;
  open();
  server = createServer(async (req, res) => {
    const { url = '', method = '' } = req;
    if (url.startsWith('/_postfach')) {
      ses.inboxHandler(req, res);
      return;
    }
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece);
    res.setHeader('content-type', 'application/json');
    try {
      res.end(JSON.stringify(await ses.handleRest(method, url, Buffer.concat(pieces).toString(), caller)));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      res.writeHead(error.status, { 'x-amzn-errortype': error.code });
      res.end(JSON.stringify({ message: error.message }));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new SESv2Client({
    endpoint: origin,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
  denied = /^$/;
});

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
const mail = (more: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: 'Sitzungsdienst <sitzungsdienst@musterstadt.example>',
  Destination: { ToAddresses: ['Jörg Höß <joerg@musterstadt.example>'] },
  Content: {
    Simple: {
      Subject: utf8('Prüfung der Vorlage UV/0084/2026 – bitte bis Freitag erledigen, sonst verfällt sie'),
      Body: {
        Text: utf8('Guten Tag,\nhttp://127.0.0.1:3000/vorlagen/v1.\n<b>'),
        Html: utf8('<p>Grüße</p><script>alert(1)</script>'),
      },
      Headers: [{ Name: 'X-Gremienweg-Vorlage', Value: 'v1' }],
    },
  },
  ...more,
});
const send = (more: Partial<SendEmailCommandInput> = {}) => client.send(new SendEmailCommand(mail(more)));
const raw = (text: string): Partial<SendEmailCommandInput> => ({
  FromEmailAddress: undefined,
  Destination: undefined,
  Content: { Raw: { Data: Buffer.from(text) } },
});
const listed = async () => (await (await fetch(`${origin}/_postfach/api/mails`)).json()) as Mail[];

describe('a mail', () => {
  it('lies in the inbox as it was sent, newest first, also after a restart', async () => {
    await send();
    const { MessageId } = await send();
    store.close();
    open();
    const mails = await listed();
    expect(mails).toHaveLength(2);
    expect(mails[0]).toEqual({
      id: MessageId,
      an: ['Jörg Höß <joerg@musterstadt.example>'],
      von: 'Sitzungsdienst <sitzungsdienst@musterstadt.example>',
      betreff: 'Prüfung der Vorlage UV/0084/2026 – bitte bis Freitag erledigen, sonst verfällt sie',
      zeit: '2026-11-23T08:00:00.000Z',
      zustellung: 'zugestellt',
      unzustellbarAn: [],
      kopfzeilen: expect.arrayContaining([
        ['X-Gremienweg-Vorlage', 'v1'],
        ['Message-ID', `<${MessageId}@eu-central-1.amazonses.com>`],
      ]),
      text: 'Guten Tag,\nhttp://127.0.0.1:3000/vorlagen/v1.\n<b>',
      html: '<p>Grüße</p><script>alert(1)</script>',
    });
  });

  it('is exported as a message that any mail program reads, ASCII only, no line too long', async () => {
    const { MessageId } = await send({
      Destination: {
        ToAddresses: Array.from({ length: 40 }, (_, n) => `person${n}@b.example`),
        BccAddresses: ['geheim@b.example'],
      },
    });
    const response = await fetch(`${origin}/_postfach/api/mails/${MessageId}.eml`);
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    const text = await response.text();
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(text.split('\r\n').every((line) => line.length <= 78 || !line.trim().includes(' '))).toBe(true);
    expect(text).toContain('From: "Sitzungsdienst" <sitzungsdienst@musterstadt.example>\r\n');
    expect(text).not.toContain('geheim@');

    // Sent back as a raw message it must read the same.
    await client.send(
      new SendEmailCommand({
        Content: { Raw: { Data: Buffer.from(text) } },
        Destination: { ToAddresses: ['a@b.example'] },
      }),
    );
    const [again, first] = await listed();
    expect([again?.betreff, again?.text.replaceAll('\r\n', '\n'), again?.html, again?.von]).toEqual([
      first?.betreff,
      first?.text,
      first?.html,
      '"Sitzungsdienst" <sitzungsdienst@musterstadt.example>',
    ]);
  });

  it.each([
    ['bounce+voll@musterstadt.example', 'unzustellbar'],
    ['Name <x@bounce.invalid>', 'unzustellbar'],
    ['bounce@musterstadt.example', 'zugestellt'],
  ])('to %s is %s', async (address, expected) => {
    await send({ Destination: { ToAddresses: ['ok@musterstadt.example', address] } });
    const [sent] = await listed();
    expect(sent?.zustellung).toBe(expected);
    expect(sent?.unzustellbarAn).toEqual(expected === 'unzustellbar' ? [address] : []);
  });

  it('raw, in nested parts and old encodings, is read', async () => {
    const message = [
      'From: Sitzungsdienst <sitzungsdienst@musterstadt.example>',
      'To: a@b.example,',
      ' c@d.example',
      'Subject: =?ISO-8859-1?Q?Gr=FC=DFe?=',
      ' =?UTF-8?B?IMOkIQ==?=',
      'Content-Type: multipart/mixed; boundary=aussen',
      '',
      'Vorspann',
      '--aussen',
      'Content-Type: multipart/alternative; boundary="innen"',
      '',
      '--innen',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Gr=FC=',
      '=DFe',
      '--innen',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      'PGI+w6Q8L2I+',
      '--innen--',
      '--aussen',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename=x.txt',
      '',
      'Anhang',
      '--aussen--',
      '',
    ].join('\r\n');
    await send(raw(message));
    expect((await listed())[0]).toMatchObject({
      an: ['a@b.example', 'c@d.example'],
      betreff: 'Grüße ä!',
      text: 'Grüße',
      html: '<b>ä</b>',
    });
  });
});

describe('a sender', () => {
  it.each(['x@musterstadt.example', 'x@amt.musterstadt.example', 'Amt <einzel@anderswo.example>'])(
    '%s is verified',
    async (FromEmailAddress) => {
      await send({ FromEmailAddress });
      expect((await listed())[0]?.von).toBe(FromEmailAddress);
    },
  );

  it.each(['x@anderswo.example', 'x@falschmusterstadt.example', 'musterstadt.example <x@evil.example>'])(
    '%s is not verified and refused in the words of SES',
    async (FromEmailAddress) => {
      await expect(send({ FromEmailAddress })).rejects.toMatchObject({
        name: 'MessageRejected',
        message: `Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: ${FromEmailAddress}`,
      });
    },
  );

  it('needs the permission on its identity and on the configuration set', async () => {
    await send({ ConfigurationSetName: 'gremienweg' });
    expect(asked).toEqual([
      'ses:SendEmail arn:aws:ses:eu-central-1:000000000000:identity/musterstadt.example',
      'ses:SendEmail arn:aws:ses:eu-central-1:000000000000:configuration-set/gremienweg',
    ]);
    const count = (await listed()).length;
    denied = /identity/;
    await expect(send()).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(await listed()).toHaveLength(count);
  });
});

describe('what SES refuses', () => {
  const simple = mail().Content?.Simple;
  it.each<[string, Partial<SendEmailCommandInput>, string]>([
    [
      '51 recipients',
      { Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `a${n}@b.example`) } },
      'BadRequestException',
    ],
    ['no recipient', { Destination: {} }, 'BadRequestException'],
    ['an address that is none', { Destination: { ToAddresses: ['a b@c@d'] } }, 'BadRequestException'],
    [
      'a header of its own',
      {
        Content: {
          Simple: {
            ...simple,
            Subject: utf8('x'),
            Body: { Text: utf8('x') },
            Headers: [{ Name: 'Bcc', Value: 'x@y.z' }],
          },
        },
      },
      'BadRequestException',
    ],
    [
      'a header with a line break',
      {
        Content: {
          Simple: {
            ...simple,
            Subject: utf8('x'),
            Body: { Text: utf8('x') },
            Headers: [{ Name: 'X-A', Value: 'x\r\nBcc: x@y.z' }],
          },
        },
      },
      'BadRequestException',
    ],
    ['no body', { Content: { Simple: { Subject: utf8('x'), Body: {} } } }, 'BadRequestException'],
    ['an unknown configuration set', { ConfigurationSetName: 'fremd' }, 'NotFoundException'],
    ['a template', { Content: { Template: { TemplateName: 't', TemplateData: '{}' } } }, 'NotImplemented'],
    ['a tenant', { TenantName: 't' }, 'NotImplemented'],
  ])('%s', async (_what, more, name) => {
    const count = (await listed()).length;
    await expect(send(more)).rejects.toMatchObject({ name });
    expect(await listed()).toHaveLength(count);
  });

  it('every other operation, by name', async () => {
    await expect(ses.handleRest('GET', '/v2/email/account', '', caller)).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('GET /v2/email/account'),
    });
  });
});

describe('the inbox', () => {
  const page = async (path: string) => {
    const response = await fetch(`${origin}/_postfach${path}`);
    return { response, text: await response.text() };
  };

  it('lists mail in a table with headings, in German', async () => {
    await send({
      Content: { Simple: { Subject: utf8('<img src=x onerror=alert(1)>'), Body: { Text: utf8('x') } } },
    });
    const { response, text } = await page('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('<caption>');
    expect(text).toContain('<th scope="col">Betreff</th>');
    expect(text).toContain('23.11.2026, 09:00:00 Uhr');
    expect(text).not.toContain('<img src=x');
  });

  it('shows a mail, its HTML only behind a sandbox, its links usable', async () => {
    const { MessageId } = await send();
    const { text } = await page(`/mails/${MessageId}`);
    expect(text).toMatch(/<iframe title="Inhalt der Nachricht" sandbox="allow-popups[a-z -]*" src="[^"]+">/);
    expect(text).not.toContain('allow-scripts');
    expect(text).not.toContain('alert(1)');
    expect(text).toContain('<a href="http://127.0.0.1:3000/vorlagen/v1" rel="noreferrer">');
    expect(text).toContain('&#60;b&#62;');
    const inner = await page(`/mails/${MessageId}/html`);
    expect(inner.response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(inner.text).toContain('<p>Grüße</p>');
  });

  it.each(['/mails/fehlt', '/mails/fehlt/html', '/api/mails/fehlt.eml', '/irgendwas'])(
    'has nothing at %s',
    async (path) => {
      expect((await page(path)).response.status).toBe(404);
    },
  );

  it('cannot be written to', async () => {
    expect((await fetch(`${origin}/_postfach`, { method: 'POST' })).status).toBe(405);
  });
});
