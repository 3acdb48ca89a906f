/**
 * An OpenID provider of Cognito's shape: login page, code with PKCE, tokens, discovery, key set, logout.
 *
 *     const login = await createLogin({ store, folder, clock, issuer, origin, clients, quickLogin: true });
 *     await login.admin.putUser({ sub, username: 'muster', name: 'M. Muster', email, password });
 *     createServer(async (request, response) => { if (!(await login.handle(request, response))) ... });
 */
import { randomBytes } from 'node:crypto';
import { createLocalJWKSet } from 'jose';
import {
  type AuthorizeRequest,
  type CheckedRequest,
  checkAuthorizeRequest,
  redirectLocation,
} from './authorizeRequest.ts';
import { openGrants, type Session, sessionSeconds } from './grants.ts';
import {
  type Exchange,
  isForeignOrigin,
  readExchange,
  readForm,
  sendHtml,
  sendJson,
  sendRedirect,
} from './http.ts';
import { contentSecurityPolicy, type LoginPage, loginPage, refusalPage } from './page.ts';
import { openSigningKey } from './signingKey.ts';
import type { Login, LoginOptions, LoginUser } from './spec.ts';
import { answerTokenRequest } from './tokenEndpoint.ts';
import { openUsers } from './users.ts';

const sessionCookie = 'anmeldung';
const csrfCookie = 'anmeldung-formular';
const cookie = (name: string, value: string, seconds: number, path: string) =>
  `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;

const sentences = {
  wrong: 'Benutzername oder Kennwort stimmt nicht. Bitte prüfen Sie beides und versuchen Sie es noch einmal.',
  noUsername: 'Bitte geben Sie Ihren Benutzernamen oder Ihre E-Mail-Adresse ein.',
  noPassword: 'Bitte geben Sie Ihr Kennwort ein.',
  staleForm: 'Das Formular war nicht mehr gültig. Bitte melden Sie sich noch einmal an.',
  gone: 'Dieses Konto gibt es nicht mehr. Bitte wählen Sie ein anderes.',
  noForm: 'Die Anfrage war kein ausgefülltes Formular.',
  logout: 'Die Adresse nach dem Abmelden ist für diese Anwendung nicht eingetragen.',
} as const;

type Handler = (exchange: Exchange) => Promise<void> | void;

export async function createLogin(options: LoginOptions): Promise<Login> {
  const { store, clock, issuer, clients, title = 'Anmeldung' } = options;
  const key = await openSigningKey(options.folder);
  const users = openUsers(store);
  const grants = openGrants(store);
  const policy = contentSecurityPolicy(clients.flatMap(({ callbackUrls }) => callbackUrls));

  const refuse = ({ response }: Exchange, reason: string, status = 400) =>
    sendHtml(response, status, refusalPage(title, reason), policy);

  function showForm(
    { response, cookies }: Exchange,
    status: number,
    view: Pick<LoginPage, 'parameters' | 'username' | 'error'>,
  ): void {
    const known = cookies.get(csrfCookie);
    const csrf =
      known !== undefined && /^[\w-]{43}$/.test(known) ? known : randomBytes(32).toString('base64url');
    const people = options.quickLogin ? users.users() : [];
    const html = loginPage({ ...view, title, csrf, people, hint: options.hint });
    sendHtml(response, status, html, policy, [cookie(csrfCookie, csrf, 24 * 60 * 60, '/login')]);
  }

  function giveCode(
    { response }: Exchange,
    request: AuthorizeRequest,
    session: Session,
    cookies: string[],
  ): void {
    const { client, redirectUri, scope, codeChallenge, nonce, state } = request;
    const grant = { ...session, clientId: client.clientId, redirectUri, scope, codeChallenge, nonce };
    const code = grants.createCode(grant, clock.now());
    sendRedirect(response, redirectLocation(redirectUri, { code, state }), cookies);
  }

  function sessionOf({ cookies }: Exchange): Session | undefined {
    const session = grants.findSession(cookies.get(sessionCookie) ?? '', clock.now());
    return session && users.find(session.sub) ? session : undefined;
  }

  /** Goes on with a good request and answers the others. */
  async function withGood(
    exchange: Exchange,
    checked: CheckedRequest,
    go: (request: AuthorizeRequest) => Promise<void> | void,
  ): Promise<void> {
    if (checked.kind === 'untrusted') refuse(exchange, checked.reason);
    else if (checked.kind === 'refused') sendRedirect(exchange.response, checked.location);
    else await go(checked.request);
  }

  const authorize: Handler = (exchange) =>
    withGood(exchange, checkAuthorizeRequest(exchange.query, clients), (request) => {
      const session = request.prompt === 'login' ? undefined : sessionOf(exchange);
      if (session) return giveCode(exchange, request, session, []);
      const { redirectUri, state } = request;
      if (request.prompt === 'none')
        return sendRedirect(
          exchange.response,
          redirectLocation(redirectUri, { error: 'login_required', state }),
        );
      sendRedirect(exchange.response, `/login?${exchange.query}`);
    });

  const form: Handler = (exchange) =>
    withGood(exchange, checkAuthorizeRequest(exchange.query, clients), () =>
      showForm(exchange, 200, {
        parameters: exchange.query,
        username: exchange.query.get('login_hint') ?? '',
      }),
    );

  const logIn: Handler = async (exchange) => {
    const posted = await readForm(exchange.request);
    if (!posted) return refuse(exchange, sentences.noForm);
    await withGood(exchange, checkAuthorizeRequest(posted, clients), async (request) => {
      const username = posted.get('username') ?? '';
      const password = posted.get('password') ?? '';
      const again = (status: number, error: LoginPage['error']) =>
        showForm(exchange, status, { parameters: posted, username, ...(error && { error }) });

      const csrf = exchange.cookies.get(csrfCookie);
      if (isForeignOrigin(exchange.request) || csrf === undefined || csrf !== posted.get('_csrf'))
        return again(403, { text: sentences.staleForm });
      const chosen = options.quickLogin ? posted.get('konto') : null;
      if (chosen !== null) {
        const user = users.users().find((it) => it.username === chosen);
        return user ? enter(exchange, request, user) : again(400, { text: sentences.gone });
      }
      if (username.trim() === '') return again(400, { field: 'username', text: sentences.noUsername });
      if (password === '') return again(400, { field: 'password', text: sentences.noPassword });
      const user = await users.authenticate(username, password);
      return user ? enter(exchange, request, user) : again(400, { text: sentences.wrong });
    });
  };

  function enter(exchange: Exchange, request: AuthorizeRequest, { sub }: LoginUser): void {
    const now = clock.now();
    const session = { sub, authTime: Math.floor(now / 1000) };
    const token = grants.createSession(session, now);
    giveCode(exchange, request, session, [cookie(sessionCookie, token, sessionSeconds, '/')]);
  }

  const token: Handler = async ({ request, response }) => {
    const posted = await readForm(request);
    if (!posted) return sendJson(response, 400, { error: 'invalid_request' });
    const context = { key, issuer, clients, users, grants };
    const { status, body } = await answerTokenRequest(posted, context, clock.now());
    sendJson(response, status, body);
  };

  /** RFC 7009: the answer does not tell whether the token was one. */
  const revoke: Handler = async ({ request, response }) => {
    const posted = await readForm(request);
    grants.revokeRefreshToken(posted?.get('token') ?? '', posted?.get('client_id') ?? '');
    sendJson(response, 200, {});
  };

  const logOut: Handler = (exchange) => {
    const client = clients.find(({ clientId }) => clientId === exchange.query.get('client_id'));
    const target = exchange.query.get('logout_uri');
    if (target === null || !client?.logoutUrls.includes(target)) return refuse(exchange, sentences.logout);
    grants.endSession(exchange.cookies.get(sessionCookie) ?? '');
    sendRedirect(exchange.response, target, [cookie(sessionCookie, '', 0, '/')]);
  };

  const discovery: Handler = ({ response }) => {
    const origin = options.origin();
    sendJson(response, 200, {
      issuer,
      authorization_endpoint: `${origin}/oauth2/authorize`,
      token_endpoint: `${origin}/oauth2/token`,
      revocation_endpoint: `${origin}/oauth2/revoke`,
      end_session_endpoint: `${origin}/logout`,
      jwks_uri: `${origin}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      scopes_supported: [...new Set(clients.flatMap(({ scopes }) => scopes))],
    });
  };

  const people: Handler = ({ response }) =>
    sendJson(
      response,
      200,
      users.users().map(({ username, name, note }) => ({ username, name, note: note ?? null })),
    );

  const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
    '/oauth2/authorize': { GET: authorize },
    '/login': { GET: form, POST: logIn },
    '/oauth2/token': { POST: token },
    '/oauth2/revoke': { POST: revoke },
    '/logout': { GET: logOut },
    '/.well-known/openid-configuration': { GET: discovery },
    '/.well-known/jwks.json': { GET: ({ response }) => sendJson(response, 200, key.jwks) },
    ...(options.quickLogin ? { '/_demo/personen': { GET: people } } : {}),
  };

  return {
    admin: { putUser: users.putUser, users: users.users },
    jwks: key.jwks,
    getKey: createLocalJWKSet(key.jwks),
    async handle(request, response) {
      const exchange = readExchange(request, response);
      const methods = Object.hasOwn(routes, exchange.path) ? routes[exchange.path] : undefined;
      if (!methods) return false;
      const handler = methods[request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')];
      try {
        if (handler) await handler(exchange);
        else response.writeHead(405, { allow: Object.keys(methods).join(', ') }).end();
      } catch {
        if (response.headersSent) response.destroy();
        else refuse(exchange, 'Die Anmeldung ist gerade gestört.', 500);
      }
      return true;
    },
  };
}
