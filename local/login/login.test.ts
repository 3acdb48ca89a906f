import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anmelden } from '../../bin/werkzeug/anmelden.ts';
import { authorizeRequest } from '../http/authorizer.ts';
import { openStore } from '../store/store.ts';
import { createLogin } from './login.ts';
import type { Login } from './spec.ts';

const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Probe';
const redirectUri = 'http://127.0.0.1:9/rueckkehr';
const logoutUri = 'http://127.0.0.1:9/';
const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const person = {
  sub: '00000000-0000-4000-8000-000000000001',
  username: 'muster',
  name: 'Marga <Müster>',
  email: 'Marga.Muster@stadt.example',
  note: 'Sachbearbeitung',
};
const password = 'Grüße & Küsse';
const started = Date.parse('2031-02-03T04:05:06Z');

const folder = mkdtempSync(join(tmpdir(), 'login-'));
const store = openStore(join(folder, 'login.sqlite'));
const clients = [
  {
    clientId: 'mandant',
    callbackUrls: [redirectUri, 'http://127.0.0.1:9/anders?x=1'],
    logoutUrls: [logoutUri],
    scopes: ['openid', 'email', 'profile'],
  },
  { clientId: 'anderer', callbackUrls: [redirectUri], logoutUrls: [], scopes: ['openid'] },
];
let now = started;
let login: Login;
let server: Server;
let base: string;

const open = (quickLogin = true) =>
  createLogin({
    store,
    folder,
    clock: { now: () => now },
    issuer,
    origin: () => base,
    clients,
    quickLogin,
    hint: 'Das Kennwort ist für alle gleich.',
    title: 'Gremienweg',
  });

beforeAll(async () => {
  login = await open();
  await login.admin.putUser({ ...person, password });
  server = createServer(async (request, response) => {
    if (!(await login.handle(request, response))) response.writeHead(404).end('fremd');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  now = started;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const good = {
  response_type: 'code',
  client_id: 'mandant',
  redirect_uri: redirectUri,
  scope: 'openid email',
  state: 'z&1',
  nonce: 'n1',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};
type Parameters = Record<string, string>;
const query = (more: Parameters = {}) => new URLSearchParams({ ...good, ...more }).toString();
const get = (path: string, cookie = '') => fetch(base + path, { redirect: 'manual', headers: { cookie } });
const post = (path: string, form: Parameters, headers: Parameters = {}) =>
  fetch(base + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) });
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const locationOf = (response: Response) => new URL(response.headers.get('location') ?? 'about:blank', base);

/** Fills in the form; `more` replaces fields of it. */
async function submit(more: Parameters = {}, headers: Parameters = {}): Promise<Response> {
  const page = await get(`/login?${query()}`);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const fields = { ...good, _csrf: csrf, username: 'muster', password, ...more };
  return post('/login', fields, { cookie: cookieOf(page), ...headers });
}

interface TokenBody {
  access_token: string;
  id_token: string;
  refresh_token: string;
}
const tokensOf = async (response: Response) => (await response.json()) as TokenBody;

const exchange = (code: string, more: Parameters = {}) =>
  post('/oauth2/token', {
    grant_type: 'authorization_code',
    client_id: 'mandant',
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
    ...more,
  });

async function freshCode(): Promise<string> {
  return locationOf(await submit()).searchParams.get('code') ?? '';
}

const freshTokens = () =>
  anmelden({ basis: base, clientId: 'mandant', redirectUri, username: 'muster', password });

describe('the code flow with PKCE', () => {
  test('gives tokens of the shape that Cognito gives', async () => {
    const { accessToken, idToken, refreshToken } = await freshTokens();
    const seconds = started / 1000;
    const common = { sub: person.sub, iss: issuer, iat: seconds, exp: seconds + 3600, auth_time: seconds };
    expect(decodeJwt(accessToken)).toEqual({
      ...common,
      token_use: 'access',
      version: 2,
      client_id: 'mandant',
      username: 'muster',
      scope: 'openid email profile',
      jti: expect.any(String),
      origin_jti: expect.any(String),
    });
    expect(decodeJwt(idToken)).toEqual({
      ...common,
      token_use: 'id',
      aud: 'mandant',
      'cognito:username': 'muster',
      name: person.name,
      email: person.email,
      email_verified: true,
      at_hash: expect.stringMatching(/^[\w-]{22}$/),
      jti: expect.any(String),
      origin_jti: decodeJwt(accessToken).origin_jti,
    });
    expect(refreshToken).toMatch(/^[\w-]{43}$/);
  });

  test('and the JWT authorizer accepts both of them', async () => {
    const { accessToken, idToken } = await freshTokens();
    const authorizer = { id: 'jwt', issuer, audience: ['mandant'] };
    for (const token of [accessToken, idToken])
      await expect(
        authorizeRequest(`Bearer ${token}`, authorizer, [], login.getKey, now),
      ).resolves.toBeDefined();
    const other = { ...authorizer, audience: ['anderer'] };
    await expect(authorizeRequest(accessToken, other, [], login.getKey, now)).rejects.toThrow('audience');
  });

  test('authorize leads to the form, the form back with code and state, the ID token has the nonce', async () => {
    const first = await get(`/oauth2/authorize?${query()}`);
    expect(first.headers.get('location')).toBe(`/login?${query()}`);
    const back = locationOf(await submit());
    expect(back.href.startsWith(`${redirectUri}?`)).toBe(true);
    expect(back.searchParams.get('state')).toBe('z&1');
    const answer = await tokensOf(await exchange(back.searchParams.get('code') ?? ''));
    expect(decodeJwt(answer.id_token).nonce).toBe('n1');
  });

  test('a registered address keeps its own query', async () => {
    const back = locationOf(await submit({ redirect_uri: 'http://127.0.0.1:9/anders?x=1' }));
    expect(back.searchParams.get('x')).toBe('1');
    expect(back.searchParams.has('code')).toBe(true);
  });

  test('name and address are found in any case', async () => {
    for (const username of ['MUSTER', ' marga.muster@STADT.example '])
      expect(locationOf(await submit({ username })).searchParams.has('code')).toBe(true);
  });
});

describe('a request that names no registered client and address is redirected nowhere', () => {
  test.each([
    ['unknown client', { client_id: 'fremd' }],
    ['unknown address', { redirect_uri: 'https://boese.example/' }],
    ['address with more at its end', { redirect_uri: `${redirectUri}.boese.example` }],
    ['address with a query more', { redirect_uri: `${redirectUri}?a=1` }],
    ['no address', { redirect_uri: '' }],
    ["another client's address", { client_id: 'anderer', redirect_uri: 'http://127.0.0.1:9/anders?x=1' }],
    ['script as address', { redirect_uri: 'javascript:alert(1)' }],
  ])('%s', async (_name, more) => {
    const answers = [
      await get(`/oauth2/authorize?${query(more)}`),
      await get(`/login?${query(more)}`),
      await submit(more),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.headers.has('location')).toBe(false);
      expect(await answer.text()).toContain('Anmeldung nicht möglich');
    }
  });
});

test.each([
  ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
  ['no challenge', { code_challenge: '' }, 'invalid_request'],
  ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['an unknown scope', { scope: 'openid admin' }, 'invalid_scope'],
  ['no form allowed and nobody logged in', { prompt: 'none' }, 'login_required'],
])('the client is told of %s', async (_name, more: Parameters, error) => {
  const back = locationOf(await get(`/oauth2/authorize?${query(more)}`));
  expect(back.href.startsWith(`${redirectUri}?`)).toBe(true);
  expect(back.searchParams.get('error')).toBe(error);
  expect(back.searchParams.get('state')).toBe('z&1');
});

describe('the form', () => {
  test('is a German page that allows nothing but itself', async () => {
    const page = await get(`/login?${query()}`);
    const html = await page.text();
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<label for="password">Kennwort</label>');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:9;");
    const css = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['a wrong password', { password: 'falsch' }, 400, 'Benutzername oder Kennwort stimmt nicht.'],
    ['an unknown name', { username: 'niemand' }, 400, 'Benutzername oder Kennwort stimmt nicht.'],
    ['no name', { username: ' ' }, 400, 'Bitte geben Sie Ihren Benutzernamen'],
    ['no password', { password: '' }, 400, 'Bitte geben Sie Ihr Kennwort ein.'],
    ['another token', { _csrf: 'x'.repeat(43) }, 403, 'Das Formular war nicht mehr gültig.'],
    ['no token', { _csrf: '' }, 403, 'Das Formular war nicht mehr gültig.'],
  ])('after %s says why and gives nothing', async (_name, more, status, sentence) => {
    const answer = await submit(more);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(html).toContain(sentence);
    expect(html).toMatch(/<title>Fehler: /);
    expect(html).toContain('role="alert"');
    expect(cookieOf(answer)).not.toMatch(/^anmeldung=/);
  });

  test('of a foreign page or without its cookie is refused', async () => {
    const foreign: Parameters[] = [{ origin: 'http://127.0.0.1:1' }, { origin: 'null' }, { cookie: '' }];
    for (const headers of foreign) expect((await submit({}, headers)).status).toBe(403);
    expect((await submit({}, { origin: base })).status).toBe(302);
  });

  test('gives back what was typed as text only', async () => {
    const html = await (await submit({ username: '"><script>', password: 'x' })).text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<script>');
  });

  test('is needed: JSON is refused', async () => {
    const answer = await fetch(`${base}/login`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });
});

describe('the people of a demo', () => {
  const html = async (more: Parameters = {}) => (await get(`/login?${query(more)}`)).text();

  test('stand on the page as buttons with name and note, escaped, beside the form', async () => {
    const page = await html();
    expect(page).toContain(
      '<button type="submit" name="konto" value="muster">Marga &lt;Müster&gt; <span>Sachbearbeitung</span></button>',
    );
    expect(page).toContain('<h2>Mit Benutzername und Kennwort</h2>');
    expect(page).toContain('Das Kennwort ist für alle gleich.');
    expect(page).not.toContain('autofocus');
  });

  test('are let in by a click', async () => {
    const back = locationOf(await submit({ konto: 'muster', username: '', password: '' }));
    const answer = await tokensOf(await exchange(back.searchParams.get('code') ?? ''));
    expect(decodeJwt(answer.id_token).sub).toBe(person.sub);
  });

  test.each([
    ['of a foreign page', { konto: 'muster' }, { origin: 'http://127.0.0.1:1' }, 403],
    ['without the token of the form', { konto: 'muster', _csrf: '' }, {}, 403],
    ['on somebody who is gone', { konto: 'niemand' }, {}, 400],
  ])('but not by one %s', async (_name, more: Parameters, headers: Parameters, status) => {
    const answer = await submit({ username: '', password: '', ...more }, headers);
    expect(answer.status).toBe(status);
    expect(cookieOf(answer)).not.toMatch(/^anmeldung=/);
  });

  test('come first and have the focus when the application asks for them, and decide themselves', async () => {
    const zweite = { sub: '2', username: 'zweite', name: 'Anna Zuerst', email: 'z@stadt.example' };
    await login.admin.putUser({ ...zweite, password: 'b' });
    const hint = { prompt: 'login', login_hint: 'muster' };
    const cookie = cookieOf(await submit());
    const first = await get(`/oauth2/authorize?${query(hint)}`, cookie);
    expect(locationOf(first).pathname).toBe('/login');
    const page = await html(hint);
    expect([...page.matchAll(/name="konto" value="(\w+)"( autofocus)?/g)].map(([, ...it]) => it)).toEqual([
      ['muster', ' autofocus'],
      ['zweite', undefined],
    ]);
    expect(page).toContain('required value="muster"');
  });

  test('are listed for the application without what they log in with', async () => {
    const answer = await get('/_demo/personen');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toContainEqual({
      username: 'muster',
      name: person.name,
      note: 'Sachbearbeitung',
    });
  });

  test('are nobody to a login that is no demo', async () => {
    const strict = await open(false);
    const strictServer = createServer(async (request, response) => {
      if (!(await strict.handle(request, response))) response.writeHead(404).end('fremd');
    });
    await new Promise<void>((resolve) => strictServer.listen(0, '127.0.0.1', resolve));
    const there = `http://127.0.0.1:${(strictServer.address() as AddressInfo).port}`;
    const page = await fetch(`${there}/login?${query()}`);
    const text = await page.text();
    expect(text).not.toContain('name="konto"');
    expect(text).not.toContain('Marga');
    expect((await fetch(`${there}/_demo/personen`)).status).toBe(404);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const answer = await fetch(`${there}/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookieOf(page) },
      body: new URLSearchParams({ ...good, _csrf: csrf, konto: 'muster' }),
    });
    expect(answer.status).toBe(400);
    strictServer.closeAllConnections();
    strictServer.close();
  });
});

describe('a code', () => {
  test.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another address', { redirect_uri: logoutUri }, 'invalid_grant'],
    ['another client', { client_id: 'anderer' }, 'invalid_grant'],
    ['an unknown client', { client_id: 'fremd' }, 'invalid_client'],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('gives nothing for %s', async (_name, more, error) => {
    const answer = await exchange(await freshCode(), more);
    expect([answer.status, await answer.json()]).toEqual([400, { error }]);
  });

  test('is good once; its second use ends what the first gave', async () => {
    const code = await freshCode();
    const first = await tokensOf(await exchange(code));
    expect((await exchange(code)).status).toBe(400);
    const refreshed = await post('/oauth2/token', {
      grant_type: 'refresh_token',
      client_id: 'mandant',
      refresh_token: first.refresh_token,
    });
    expect(await refreshed.json()).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    [5 * 60 * 1000 - 1, 200],
    [5 * 60 * 1000, 400],
  ])('is %d ms old: %d', async (age, status) => {
    const code = await freshCode();
    now += age;
    expect((await exchange(code)).status).toBe(status);
  });
});

describe('a refresh token', () => {
  const refresh = (refresh_token: string, client_id = 'mandant') =>
    post('/oauth2/token', { grant_type: 'refresh_token', client_id, refresh_token });

  test('gives new tokens of the same login, but none of its kind', async () => {
    const { accessToken, refreshToken } = await freshTokens();
    now += 2 * 3600 * 1000;
    const answer = await tokensOf(await refresh(refreshToken));
    expect(answer).not.toHaveProperty('refresh_token');
    const { payload } = await jwtVerify(answer.access_token, login.getKey, { currentDate: new Date(now) });
    expect(payload).toMatchObject({ iat: now / 1000, auth_time: started / 1000 });
    expect(payload.origin_jti).toBe(decodeJwt(accessToken).origin_jti);
  });

  test('belongs to its client, ends after 30 days and can be given back', async () => {
    const { refreshToken } = await freshTokens();
    expect((await refresh(refreshToken, 'anderer')).status).toBe(400);
    await post('/oauth2/revoke', { token: refreshToken, client_id: 'anderer' });
    expect((await refresh(refreshToken)).status).toBe(200);
    now += 30 * 24 * 3600 * 1000;
    expect((await refresh(refreshToken)).status).toBe(400);
    const other = await freshTokens();
    await post('/oauth2/revoke', { token: other.refreshToken, client_id: 'mandant' });
    expect((await refresh(other.refreshToken)).status).toBe(400);
  });
});

describe('the browser session', () => {
  const codeFor = async (cookie: string, more: Parameters = {}) =>
    locationOf(await get(`/oauth2/authorize?${query(more)}`, cookie)).searchParams.has('code');

  test('needs no second form for an hour, unless the client asks for one', async () => {
    const cookie = cookieOf(await submit());
    expect(await codeFor(cookie)).toBe(true);
    expect(await codeFor(cookie, { prompt: 'login' })).toBe(false);
    now += 3600 * 1000;
    expect(await codeFor(cookie)).toBe(false);
  });

  test('ends with the logout, which leads to registered addresses only', async () => {
    const cookie = cookieOf(await submit());
    const leave = (uri: string) =>
      get(`/logout?${new URLSearchParams({ client_id: 'mandant', logout_uri: uri })}`, cookie);
    expect((await leave('https://boese.example/')).status).toBe(400);
    expect(await codeFor(cookie)).toBe(true);
    const left = await leave(logoutUri);
    expect(left.headers.get('location')).toBe(logoutUri);
    expect(left.headers.getSetCookie()[0]).toMatch(/^anmeldung=; .*Max-Age=0/);
    expect(await codeFor(cookie)).toBe(false);
  });
});

test('discovery names the issuer of the pool and addresses of this origin', async () => {
  const found = await (await get('/.well-known/openid-configuration')).json();
  expect(found).toMatchObject({
    issuer,
    authorization_endpoint: `${base}/oauth2/authorize`,
    jwks_uri: `${base}/.well-known/jwks.json`,
    code_challenge_methods_supported: ['S256'],
  });
  expect(await (await get('/.well-known/jwks.json')).json()).toEqual(login.jwks);
  expect(login.jwks.keys[0]).not.toHaveProperty('d');
});

test('other paths are left to others, other methods refused', async () => {
  expect(await (await get('/api/x')).text()).toBe('fremd');
  expect(await (await get('/constructor')).text()).toBe('fremd');
  const answer = await post('/oauth2/authorize', {});
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
});

describe('after a restart', () => {
  test('people, tokens and sessions are still good', async () => {
    const { accessToken } = await freshTokens();
    const again = await open();
    expect(again.admin.users()).toContainEqual(person);
    await expect(jwtVerify(accessToken, again.getKey, { currentDate: new Date(now) })).resolves.toBeDefined();
  });

  test('nothing in the folder lets anybody in: passwords and secrets are hashes, the key is private', async () => {
    const { refreshToken } = await freshTokens();
    for (const name of readdirSync(folder).filter((name) => name.startsWith('login.sqlite'))) {
      if (statSync(join(folder, name)).isDirectory()) continue;
      const content = readFileSync(join(folder, name)).toString('utf8');
      expect(content).not.toContain(password);
      expect(content).not.toContain(refreshToken);
    }
    expect(statSync(join(folder, 'schluessel.json')).mode & 0o077).toBe(0);
  });
});

test('a person is replaced by the same sub; a name belongs to one only', async () => {
  const other = {
    sub: '2',
    username: 'zweite',
    name: 'Zweite',
    email: 'zweite@stadt.example',
    password: 'a',
  };
  await login.admin.putUser(other);
  await login.admin.putUser({ ...other, password: 'b' });
  expect(locationOf(await submit({ username: 'zweite', password: 'b' })).searchParams.has('code')).toBe(true);
  expect((await submit({ username: 'zweite', password: 'a' })).status).toBe(400);
  await expect(login.admin.putUser({ ...other, sub: '3' })).rejects.toThrow();
});

test('a refused login without a browser tells the sentence of the page', async () => {
  const attempt = anmelden({
    basis: base,
    clientId: 'mandant',
    redirectUri,
    username: 'muster',
    password: 'x',
  });
  await expect(attempt).rejects.toThrow('Benutzername oder Kennwort stimmt nicht.');
});
