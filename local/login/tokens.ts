import { createHash, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { Grant } from './grants.ts';
import type { SigningKey } from './signingKey.ts';
import type { LoginClient, LoginUser } from './spec.ts';

const hourSeconds = 3600;

export interface Tokens {
  readonly access_token: string;
  readonly id_token?: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** Left half of the access token's hash (OpenID Connect Core, 3.1.3.6). */
const accessTokenHash = (token: string) =>
  createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');

/**
 * Tokens of Cognito's shape: the access token names the client in `client_id` and has no `aud`; the ID token
 * carries the person. An ID token is given for the scope openid. `now` in ms since the epoch.
 */
export async function mintTokens(
  key: SigningKey,
  issuer: string,
  client: LoginClient,
  user: LoginUser,
  grant: Grant,
  nonce: string | null,
  now: number,
): Promise<Tokens> {
  const iat = Math.floor(now / 1000);
  const common = { sub: user.sub, auth_time: grant.authTime, origin_jti: grant.originJti, iss: issuer, iat };
  const sign = (claims: JWTPayload, seconds: number) =>
    new SignJWT({ ...common, ...claims, exp: iat + seconds, jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .sign(key.privateKey);

  const accessSeconds = client.accessTokenSeconds ?? hourSeconds;
  const accessToken = await sign(
    {
      token_use: 'access',
      version: 2,
      client_id: client.clientId,
      username: user.username,
      scope: grant.scope,
    },
    accessSeconds,
  );
  const answer = { access_token: accessToken, token_type: 'Bearer', expires_in: accessSeconds } as const;
  if (!grant.scope.split(' ').includes('openid')) return answer;
  const idToken = await sign(
    {
      token_use: 'id',
      aud: client.clientId,
      'cognito:username': user.username,
      name: user.name,
      email: user.email,
      email_verified: true,
      at_hash: accessTokenHash(accessToken),
      ...(nonce !== null && { nonce }),
    },
    client.idTokenSeconds ?? hourSeconds,
  );
  return { ...answer, id_token: idToken };
}
