import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { JwtAuthorizer } from './spec.ts';

/** What a handler finds under requestContext.authorizer.jwt. */
export interface JwtIdentity {
  readonly claims: Readonly<Record<string, string>>;
  /** The token's scopes if the route asks for any, else null. */
  readonly scopes: readonly string[] | null;
}

/** Why a request is turned away: 401 without a valid token, 403 without a scope that the route asks for. */
export class NotAuthorized extends Error {
  readonly status: 401 | 403;
  /** Value of the WWW-Authenticate header (RFC 6750, section 3). */
  readonly challenge: string;
  constructor(status: 401 | 403, challenge: string) {
    super(challenge);
    this.name = 'NotAuthorized';
    this.status = status;
    this.challenge = challenge;
  }
}

/** A claim as API Gateway hands it on: text, with lists as "[a b]" and objects as "map[k:v]". */
export function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${members.map(([key, member]) => `${key}:${claimText(member)}`).join(' ')}]`;
  }
  return String(value);
}

const scopesOf = (claims: JWTPayload): string[] => {
  const scope = claims.scope ?? claims.scp;
  if (Array.isArray(scope)) return scope.map(String);
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
};

/** `aud` decides where there is one; Cognito's access tokens carry `client_id` instead. */
function isForAudience(claims: JWTPayload, audience: readonly string[]): boolean {
  const named = claims.aud ?? claims.client_id;
  return [named].flat().some((one) => typeof one === 'string' && audience.includes(one));
}

const invalidToken = (reason: string) =>
  new NotAuthorized(401, `Bearer scope="" error="invalid_token" error_description="${reason}"`);

async function verify(token: string, authorizer: JwtAuthorizer, getKey: JWTVerifyGetKey, now: number) {
  try {
    const { payload } = await jwtVerify(token, getKey, {
      issuer: authorizer.issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    });
    return payload;
  } catch {
    throw invalidToken('the token is not valid');
  }
}

/**
 * Checks the Authorization header as the JWT authorizer of an HTTP API does: signature (RS256), issuer,
 * exp, nbf, iat, aud or client_id, and the route's scopes. `now` in ms since the epoch. Throws NotAuthorized.
 */
export async function authorizeRequest(
  header: string | undefined,
  authorizer: JwtAuthorizer,
  routeScopes: readonly string[],
  getKey: JWTVerifyGetKey,
  now: number,
): Promise<JwtIdentity> {
  const token = header?.replace(/^bearer\s+/i, '').trim();
  if (!token) throw new NotAuthorized(401, 'Bearer');
  const payload = await verify(token, authorizer, getKey, now);
  if (payload.iat !== undefined && payload.iat > Math.ceil(now / 1000))
    throw invalidToken('the token was issued in the future');
  if (!isForAudience(payload, authorizer.audience)) throw invalidToken('the token has an invalid audience');
  const scopes = scopesOf(payload);
  if (routeScopes.length > 0 && !routeScopes.some((scope) => scopes.includes(scope)))
    throw new NotAuthorized(403, `Bearer scope="${routeScopes.join(' ')}" error="insufficient_scope"`);
  const claims = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));
  return { claims, scopes: routeScopes.length > 0 ? scopes : null };
}
