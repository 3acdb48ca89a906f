import { createHash, timingSafeEqual } from 'node:crypto';
import type { Grants } from './grants.ts';
import type { SigningKey } from './signingKey.ts';
import type { LoginClient } from './spec.ts';
import { mintTokens } from './tokens.ts';
import type { Users } from './users.ts';

export interface TokenContext {
  readonly key: SigningKey;
  readonly issuer: string;
  readonly clients: readonly LoginClient[];
  readonly users: Users;
  readonly grants: Grants;
}

/** Status and JSON of an answer of /oauth2/token (RFC 6749, 5.1 and 5.2). */
export interface TokenAnswer {
  readonly status: number;
  readonly body: object;
}

const refusal = (error: string): TokenAnswer => ({ status: 400, body: { error } });

const monthSeconds = 30 * 24 * 60 * 60;

/** RFC 7636, 4.6. */
function matchesChallenge(verifier: string, challenge: string): boolean {
  const computed = createHash('sha256').update(verifier).digest();
  const expected = Buffer.from(challenge, 'base64url');
  return /^[\w.~-]{43,128}$/.test(verifier) && expected.length === 32 && timingSafeEqual(computed, expected);
}

/** Gives tokens for a code or a refresh token; the latter stays the same, as in Cognito. */
export async function answerTokenRequest(
  form: URLSearchParams,
  { key, issuer, clients, users, grants }: TokenContext,
  now: number,
): Promise<TokenAnswer> {
  const client = clients.find(({ clientId }) => clientId === form.get('client_id'));
  if (!client) return refusal('invalid_client');

  if (form.get('grant_type') === 'authorization_code') {
    const grant = grants.redeemCode(form.get('code') ?? '', now);
    const user = grant && users.find(grant.sub);
    if (!grant || !user || grant.clientId !== client.clientId) return refusal('invalid_grant');
    if (grant.redirectUri !== form.get('redirect_uri')) return refusal('invalid_grant');
    if (!matchesChallenge(form.get('code_verifier') ?? '', grant.codeChallenge))
      return refusal('invalid_grant');
    const { sub, clientId, scope, authTime, originJti } = grant;
    const kept = { sub, clientId, scope, authTime, originJti };
    const refreshToken = grants.createRefreshToken(kept, client.refreshTokenSeconds ?? monthSeconds, now);
    const tokens = await mintTokens(key, issuer, client, user, kept, grant.nonce, now);
    return { status: 200, body: { ...tokens, refresh_token: refreshToken } };
  }

  if (form.get('grant_type') === 'refresh_token') {
    const grant = grants.findRefreshToken(form.get('refresh_token') ?? '', now);
    const user = grant && users.find(grant.sub);
    if (!grant || !user || grant.clientId !== client.clientId) return refusal('invalid_grant');
    return { status: 200, body: await mintTokens(key, issuer, client, user, grant, null, now) };
  }
  return refusal('unsupported_grant_type');
}
