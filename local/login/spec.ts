import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import type { Store } from '../store/store.ts';
import type { HostClock } from '../types.ts';

/** A person who can log in. The token proves only who it is; rights come from elsewhere. */
export interface LoginUser {
  readonly sub: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  /** Shown beside the name where the page lists the people. */
  readonly note?: string;
}

export interface LoginAdmin {
  /** Adds the person, or replaces the one with the same `sub`. Throws if another has the name or address. */
  putUser(user: LoginUser & { readonly password: string }): Promise<void>;
  /** All people, by name. */
  users(): LoginUser[];
}

/** AWS::Cognito::UserPoolClient: public, authorization code with PKCE. */
export interface LoginClient {
  readonly clientId: string;
  /** Compared letter by letter. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly scopes: readonly string[];
  /** Default: one hour. */
  readonly accessTokenSeconds?: number;
  /** Default: one hour. */
  readonly idTokenSeconds?: number;
  /** Default: 30 days. */
  readonly refreshTokenSeconds?: number;
}

export interface LoginOptions {
  readonly store: Store;
  /** Folder of this part in the data folder; the signing key is kept there. */
  readonly folder: string;
  readonly clock: Pick<HostClock, 'now'>;
  /** The pool's issuer: https://cognito-idp.<region>.amazonaws.com/<poolId>. */
  readonly issuer: string;
  /** Origin under which the pages are served: http://127.0.0.1:<port>. */
  readonly origin: () => string;
  readonly clients: readonly LoginClient[];
  /**
   * Shows all people on the page, each as a button that logs in without a password, and lists them at
   * /_demo/personen. For demo people only.
   */
  readonly quickLogin?: boolean;
  /** A sentence above the form then, such as what everybody's password is. */
  readonly hint?: string;
  /** Name of the application, above the form. */
  readonly title?: string;
}

export interface Login {
  readonly admin: LoginAdmin;
  readonly jwks: JSONWebKeySet;
  /** For the verification of the tokens, as jose takes it. */
  readonly getKey: JWTVerifyGetKey;
  /** Answers the request if its path belongs to the login; false if it does not. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}
