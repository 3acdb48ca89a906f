import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from './start/fixture/log-in.ts';
import { template } from './start/fixture/template.ts';
import { FolderInUse } from './start/lock.ts';
import { type Emulator, type StartOptions, startEmulator } from './start.ts';
import { TemplateRefused } from './template/resolve.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), 'gremienweg-'));
const bundleDir = join(tmpdir(), 'gremienweg-test-bundles');
const dataDir = folder();
const noon = Date.parse('2026-07-01T10:00:00Z');
const person = { sub: 'p-1', username: 'muster', name: 'M. Muster', email: 'm@musterstadt.example' };
const password = 'ein langes Kennwort';

let emulator: Emulator;
const start = (options: Partial<StartOptions> = {}) =>
  startEmulator({
    template,
    root,
    dataDir,
    port: 0,
    bundleDir,
    control: true,
    clockMode: { frozenAt: noon },
    ...options,
  });
const sdk = (service: 'aws' | 'files', role = 'root') => ({
  endpoint: emulator.urls[service],
  region: 'eu-central-1',
  credentials: emulator.credentialsFor(role),
  maxAttempts: 1,
});

async function tracesOf(id: string): Promise<string[]> {
  await emulator.settled();
  const response = await fetch(`${emulator.urls.web}/api/lesen/${id}`);
  return ((await response.json()) as { spur: string[] }).spur;
}
async function asPerson(path: string): Promise<Response> {
  const client = { id: emulator.ref('Browser'), redirectUri: 'http://127.0.0.1/zurueck' };
  const token = await logIn(emulator.urls.web, client, { username: person.username, password });
  return fetch(emulator.urls.web + path, { headers: { authorization: `Bearer ${token}` } });
}

beforeAll(async () => {
  emulator = await start();
  await emulator.login.putUser({ ...person, password });
});
afterAll(() => emulator.stop());

describe('what a deployment would do', () => {
  it('lets a person with a token in, whose write goes through the stream to the next function', async () => {
    expect(await (await asPerson('/api/schreiben/1')).json()).toEqual({ wer: 'p-1' });
    expect(await tracesOf('1')).toEqual(['strom']);
  });

  it('keeps a person without a token out', async () => {
    expect((await fetch(`${emulator.urls.web}/api/schreiben/1`)).status).toBe(401);
  });

  it('tells the rule of an upload', async () => {
    const files = new S3Client(sdk('files'));
    await files.send(
      new PutObjectCommand({ Bucket: emulator.ref('Entwuerfe'), Key: 'upload/2', Body: 'Entwurf' }),
    );
    expect(await tracesOf('2')).toEqual(['datei']);
  });

  it('runs the state machine, whose role calls the function', async () => {
    await asPerson('/api/starten/3');
    expect(await tracesOf('3')).toEqual(['automat']);
    const executionArn = `${emulator.ref('Automat').replace(':stateMachine:', ':execution:')}:3`;
    const described = await new SFNClient(sdk('aws')).send(new DescribeExecutionCommand({ executionArn }));
    expect(described.status).toBe('SUCCEEDED');
  });

  it('runs a schedule when the clock reaches it, also when the clock is set from outside', async () => {
    const response = await fetch(`${emulator.urls.web}/_steuerung/uhr`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ set: '2026-07-02T05:30:00Z' }),
    });
    expect(await response.json()).toEqual({ jetzt: Date.parse('2026-07-02T05:30:00Z') });
    expect(await tracesOf('x')).toEqual(['plan']);
  });
});

describe('what a deployment would refuse', () => {
  const item = { pk: { S: 'verboten' } };
  it('a write that the role does not have', async () => {
    const dynamoDb = new DynamoDBClient(sdk('aws', 'SpurRolle'));
    const put = dynamoDb.send(new PutItemCommand({ TableName: emulator.ref('Akte'), Item: item }));
    await expect(put).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'assumed-role/SpurRolle/lokal is not authorized to perform: dynamodb:PutItem',
      ),
    });
  });

  it('a wrong secret', async () => {
    const { credentials, ...rest } = sdk('aws');
    const dynamoDb = new DynamoDBClient({
      ...rest,
      credentials: { ...credentials, secretAccessKey: 'falsch' },
    });
    const put = dynamoDb.send(new PutItemCommand({ TableName: emulator.ref('Akte'), Item: item }));
    await expect(put).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });

  it('mail from a sender that is not verified', async () => {
    const mail = new SendEmailCommand({
      FromEmailAddress: 'fremd@anderswo.example',
      Destination: { ToAddresses: ['m@musterstadt.example'] },
      Content: { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'y' } } } },
    });
    await expect(new SESv2Client(sdk('aws')).send(mail)).rejects.toMatchObject({ name: 'MessageRejected' });
  });
});

describe('the web origin', () => {
  const get = (path: string) => fetch(emulator.urls.web + path);

  it('greets with a German page that names the people', async () => {
    const page = await (await get('/_start')).text();
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('M. Muster');
    expect(page).toContain('href="/_postfach"');
  });

  it.each([
    ['/_postfach', 200],
    ['/.well-known/jwks.json', 200],
    ['/api/gibt-es-nicht', 401],
    ['/gibt-es-nicht', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('does not answer to a foreign name that leads to this machine', async () => {
    const status = await new Promise((resolve) => {
      request(emulator.urls.web, { headers: { host: 'boese.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });
});

describe('a start', () => {
  it('is refused by name for what cannot be run, and leaves the folder free', async () => {
    const dir = folder();
    const Resources = { Netz: { Type: 'AWS::EC2::VPC' }, Lager: { Type: 'AWS::RDS::DBInstance' } };
    const refused = start({ dataDir: dir, template: { Resources } });
    await expect(refused).rejects.toThrow(TemplateRefused);
    await expect(refused).rejects.toThrow(/AWS::EC2::VPC[\s\S]*AWS::RDS::DBInstance/);
    await (await start({ dataDir: dir })).stop();
  });

  it('is refused in a folder that another host has', async () => {
    await expect(start()).rejects.toThrow(FolderInUse);
  });

  it('again finds people, items, clock and addresses as they were', async () => {
    const { urls } = emulator;
    const now = emulator.clock.now();
    await emulator.stop();
    emulator = await start();
    expect(emulator.urls).toEqual(urls);
    expect(emulator.clock.now()).toBe(now);
    expect(emulator.login.users()).toMatchObject([person]);
    expect(await tracesOf('1')).toEqual(['strom']);
    expect((await asPerson('/api/schreiben/4')).status).toBe(200);
  });

  it('after a kill delivers what was written before it', async () => {
    const dir = folder();
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(root, 'local/start/fixture/killed-host.ts'), dir, bundleDir],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const signal = new Promise((resolve) => child.once('exit', (_code, name) => resolve(name)));
    for await (const chunk of child.stdout) if (String(chunk).includes('geschrieben')) child.kill('SIGKILL');
    expect(await signal).toBe('SIGKILL');
    await emulator.stop();
    emulator = await start({ dataDir: dir });
    expect(await tracesOf('vor-dem-kill')).toEqual(['strom']);
  });
});
