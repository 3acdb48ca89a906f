import type { LoginClient } from './spec.ts';

/** A request that may be shown a form or given a code. */
export interface AuthorizeRequest {
  readonly client: LoginClient;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string | null;
  readonly nonce: string | null;
  readonly codeChallenge: string;
  readonly prompt: string | null;
}

export type CheckedRequest =
  | { readonly kind: 'good'; readonly request: AuthorizeRequest }
  /** The client is told, at its registered address. */
  | { readonly kind: 'refused'; readonly location: string }
  /** Client or address are not registered: nobody is redirected anywhere (RFC 6749, 4.1.2.1). */
  | { readonly kind: 'untrusted'; readonly reason: string };

/** What the form carries on, and what a link to the form has to keep. */
export const carriedParameters = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
] as const;

export function redirectLocation(redirectUri: string, parameters: Record<string, string | null>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

/** Base64url of a SHA-256 (RFC 7636, 4.2). */
const isChallenge = (text: string | null): text is string => /^[\w-]{43}$/.test(text ?? '');

export function checkAuthorizeRequest(
  parameters: URLSearchParams,
  clients: readonly LoginClient[],
): CheckedRequest {
  const client = clients.find(({ clientId }) => clientId === parameters.get('client_id'));
  if (!client) return { kind: 'untrusted', reason: 'Die Anwendung ist hier nicht bekannt.' };
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === null || !client.callbackUrls.includes(redirectUri))
    return { kind: 'untrusted', reason: 'Die Rücksprungadresse ist für diese Anwendung nicht eingetragen.' };

  const state = parameters.get('state');
  const refuse = (error: string, error_description: string): CheckedRequest => ({
    kind: 'refused',
    location: redirectLocation(redirectUri, { error, error_description, state }),
  });
  if (parameters.get('response_type') !== 'code')
    return refuse('unsupported_response_type', 'response_type must be code');
  const codeChallenge = parameters.get('code_challenge');
  if (parameters.get('code_challenge_method') !== 'S256' || !isChallenge(codeChallenge))
    return refuse('invalid_request', 'a code_challenge with the method S256 is required');
  const scope = parameters.get('scope') || client.scopes.join(' ');
  const unknown = scope.split(' ').filter((name) => !client.scopes.includes(name));
  if (unknown.length > 0) return refuse('invalid_scope', `unknown scope ${unknown.join(' ')}`);
  const nonce = parameters.get('nonce');
  const prompt = parameters.get('prompt');
  return { kind: 'good', request: { client, redirectUri, scope, state, nonce, codeChallenge, prompt } };
}
