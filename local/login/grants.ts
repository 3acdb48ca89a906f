import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';

/** What a person has granted to a client by logging in. */
export interface Grant {
  readonly sub: string;
  readonly clientId: string;
  /** Names with a space between them. */
  readonly scope: string;
  /** When the password was entered: seconds since the epoch. */
  readonly authTime: number;
  /** The same in all tokens that go back to one login. */
  readonly originJti: string;
}

export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly nonce: string | null;
}

/**
 * Codes, refresh tokens and browser sessions. Only hashes are kept: the store alone lets nobody in.
 * `now` in ms since the epoch.
 */
export interface Grants {
  createCode(grant: Omit<CodeGrant, 'originJti'>, now: number): string;
  /** Undefined if unknown, expired or used; a code used twice also ends what it gave (RFC 6749, 4.1.2). */
  redeemCode(code: string, now: number): CodeGrant | undefined;
  createRefreshToken(grant: Grant, seconds: number, now: number): string;
  findRefreshToken(token: string, now: number): Grant | undefined;
  revokeRefreshToken(token: string, clientId: string): void;
  createSession(session: Session, now: number): string;
  findSession(token: string, now: number): Session | undefined;
  endSession(token: string): void;
}

export interface Session {
  readonly sub: string;
  readonly authTime: number;
}

const codeLifetimeMs = 5 * 60 * 1000;
/** As long as Cognito's session cookie. */
export const sessionSeconds = 60 * 60;

const newSecret = () => randomBytes(32).toString('base64url');
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

interface SecretRow {
  content: string;
  expires: number;
  used: number;
}

type Kind = 'code' | 'refresh' | 'session';

export function openGrants(store: Store): Grants {
  store.run(`CREATE TABLE IF NOT EXISTS login_secret (
    hash TEXT PRIMARY KEY, kind TEXT NOT NULL, origin TEXT NOT NULL, content TEXT NOT NULL,
    expires REAL NOT NULL, used INTEGER NOT NULL DEFAULT 0)`);

  function create(kind: Kind, origin: string, content: object, lifetimeMs: number, now: number): string {
    const secret = newSecret();
    store.transaction(() => {
      store.run('DELETE FROM login_secret WHERE expires <= ?', [now]);
      store.run('INSERT INTO login_secret (hash, kind, origin, content, expires) VALUES (?, ?, ?, ?, ?)', [
        hashOf(secret),
        kind,
        origin,
        JSON.stringify(content),
        now + lifetimeMs,
      ]);
    });
    return secret;
  }

  const read = (kind: Kind, secret: string, now: number) =>
    store.get<SecretRow>('SELECT * FROM login_secret WHERE hash = ? AND kind = ? AND expires > ?', [
      hashOf(secret),
      kind,
      now,
    ]);

  const remove = (kind: Kind, secret: string) =>
    store.run('DELETE FROM login_secret WHERE hash = ? AND kind = ?', [hashOf(secret), kind]);

  function find<T>(kind: Kind, secret: string, now: number): T | undefined {
    const row = read(kind, secret, now);
    return row && (JSON.parse(row.content) as T);
  }

  return {
    createCode(grant, now) {
      const originJti = randomUUID();
      return create('code', originJti, { ...grant, originJti }, codeLifetimeMs, now);
    },
    redeemCode: (code, now) =>
      store.transaction(() => {
        const row = read('code', code, now);
        if (!row) return undefined;
        const grant: CodeGrant = JSON.parse(row.content);
        if (row.used) {
          store.run("DELETE FROM login_secret WHERE origin = ? AND kind = 'refresh'", [grant.originJti]);
          return undefined;
        }
        store.run('UPDATE login_secret SET used = 1 WHERE hash = ?', [hashOf(code)]);
        return grant;
      }),
    createRefreshToken: (grant, seconds, now) =>
      create('refresh', grant.originJti, grant, seconds * 1000, now),
    findRefreshToken: (token, now) => find<Grant>('refresh', token, now),
    revokeRefreshToken(token, clientId) {
      if (find<Grant>('refresh', token, 0)?.clientId === clientId) remove('refresh', token);
    },
    createSession: (session, now) => create('session', '', session, sessionSeconds * 1000, now),
    findSession: (token, now) => find<Session>('session', token, now),
    endSession: (token) => void remove('session', token),
  };
}
