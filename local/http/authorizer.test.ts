import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { authorizeRequest, claimText } from './authorizer.ts';

const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Probe';
const authorizer = { id: 'jwt', issuer, audience: ['mandant'] };
const now = Date.parse('2031-02-03T04:05:06.500Z');
const seconds = Math.floor(now / 1000);

const pair = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'eins', alg: 'RS256' }] };
const getKey = createLocalJWKSet(keys);

const valid = { iss: issuer, aud: 'mandant', sub: 'abc', iat: seconds, exp: seconds + 60 };
const sign = (claims: JWTPayload, key = pair.privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'eins' }).sign(key);
const check = (header: string | undefined, scopes: string[] = []) =>
  authorizeRequest(header, authorizer, scopes, getKey, now);

const { aud: _aud, ...withoutAud } = valid;
const { exp: _exp, ...withoutExp } = valid;

test.each([
  ['an audience', valid],
  ['one audience of several', { ...valid, aud: ['andere', 'mandant'] }],
  ['client_id instead of aud', { ...withoutAud, client_id: 'mandant' }],
  ['a nbf of this second', { ...valid, nbf: seconds }],
])('accepts %s', async (_name, claims) => {
  await expect(check(`Bearer ${await sign(claims)}`)).resolves.toMatchObject({ claims: { sub: 'abc' } });
});

test.each([
  ['another audience', { ...valid, aud: 'andere' }],
  ['another audience although client_id fits', { ...valid, aud: 'andere', client_id: 'mandant' }],
  ['neither aud nor client_id', withoutAud],
  ['another issuer', { ...valid, iss: `${issuer}2` }],
  ['an expired token, by the host clock', { ...valid, exp: seconds }],
  ['no exp', withoutExp],
  ['a token not yet valid', { ...valid, nbf: seconds + 5 }],
  ['a token issued in the future', { ...valid, iat: seconds + 5 }],
])('refuses %s with 401', async (_name, claims) => {
  await expect(check(`Bearer ${await sign(claims)}`)).rejects.toMatchObject({
    status: 401,
    challenge: expect.stringContaining('error="invalid_token"'),
  });
});

test('refuses foreign signatures, other algorithms, no algorithm and changed tokens', async () => {
  const good = await sign(valid);
  const [header = '', payload = '', signature = ''] = good.split('.');
  const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const none = `${text({ alg: 'none' })}.${payload}.`;
  const secret = Buffer.from(JSON.stringify(keys.keys[0]));
  const hmac = await new SignJWT(valid).setProtectedHeader({ alg: 'HS256', kid: 'eins' }).sign(secret);
  const changed = `${header}.${text({ ...valid, sub: 'xyz' })}.${signature}`;
  for (const token of [await sign(valid, stranger.privateKey), none, hmac, changed, 'kein.token.da'])
    await expect(check(`Bearer ${token}`)).rejects.toMatchObject({ status: 401 });
  await expect(check(`Bearer ${good}`)).resolves.toBeDefined();
});

test('without a token the challenge names the scheme only', async () => {
  for (const header of [undefined, '', 'Bearer '])
    await expect(check(header)).rejects.toMatchObject({ status: 401, challenge: 'Bearer' });
});

test('scopes: null unless the route asks, 403 where none of them is there', async () => {
  const token = await sign({ ...valid, scope: 'openid lesen' });
  expect((await check(token)).scopes).toBeNull();
  expect((await check(token, ['schreiben', 'lesen'])).scopes).toEqual(['openid', 'lesen']);
  await expect(check(token, ['schreiben'])).rejects.toMatchObject({ status: 403 });
});

test('every claim becomes text', async () => {
  const token = await sign({ ...valid, email_verified: true, 'cognito:groups': ['a', 'b'] });
  expect((await check(token)).claims).toEqual({
    iss: issuer,
    aud: 'mandant',
    sub: 'abc',
    iat: String(seconds),
    exp: String(seconds + 60),
    email_verified: 'true',
    'cognito:groups': '[a b]',
  });
  expect(claimText({ b: [1, 2], a: 'x' })).toBe('map[a:x b:[1 2]]');
});
