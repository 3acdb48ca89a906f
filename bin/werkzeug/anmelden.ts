/** Logs a person in without a browser: the code flow with PKCE (RFC 7636) through the provider's own form. */
import { createHash, randomBytes } from 'node:crypto';

export interface AnmeldenOptions {
  /** Origin of the login: the local web address, or https://<domain>.auth.<region>.amazoncognito.com. */
  readonly basis: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly username: string;
  readonly password: string;
  /** Default: openid, email, profile. */
  readonly scope?: string;
}

export interface AnmeldenTokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

const longestRedirectChain = 5;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescapeHtml = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name) => entities[name] ?? whole);

function attributes(tag: string): Record<string, string> {
  const found = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
}

/** The form with the password in it: where it goes, and its hidden fields. */
function readLoginForm(html: string): { action: string; fields: Record<string, string> } | undefined {
  for (const [, tag = '', content = ''] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    const inputs = [...content.matchAll(/<input\b([^>]*)>/g)].map(([, input = '']) => attributes(input));
    if (!inputs.some((input) => input.type === 'password')) continue;
    const hidden = inputs.filter((input) => input.type === 'hidden' && input.name !== undefined);
    const fields = Object.fromEntries(hidden.map((input) => [input.name ?? '', input.value ?? '']));
    return { action: attributes(tag).action ?? '', fields };
  }
  return undefined;
}

/** The sentence the page itself gives, for an error message. */
const alertOf = (html: string) => /role="alert"[^>]*>([^<]*)</.exec(html)?.[1];

/** Fetches without following redirects, and keeps cookies as a browser would. */
function createBrowser() {
  const cookies = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie && { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

/** Logs in and fetches the tokens. Throws an error with the page's own sentence if the login is refused. */
export async function anmelden(options: AnmeldenOptions): Promise<AnmeldenTokens> {
  const { basis, clientId, redirectUri } = options;
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: options.scope ?? 'openid email profile',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const browse = createBrowser();

  /** Follows redirects until a page, or until the application's own address. */
  async function follow(response: Response, from: string): Promise<{ url: string; html?: string }> {
    let current = { response, url: from };
    for (let hop = 0; hop < longestRedirectChain; hop += 1) {
      const location = current.response.headers.get('location');
      if (location === null) return { url: current.url, html: await current.response.text() };
      const url = new URL(location, current.url).href;
      if (url === redirectUri || url.startsWith(`${redirectUri}?`)) return { url };
      current = { response: await browse(url), url };
    }
    throw new Error('Die Anmeldung leitet immer weiter.');
  }

  const start = `${basis}/oauth2/authorize?${query}`;
  const page = await follow(await browse(start), start);
  const form = page.html === undefined ? undefined : readLoginForm(page.html);
  if (!form) throw new Error(`Unter ${page.url} liegt kein Anmeldeformular.`);

  const target = new URL(form.action, page.url).href;
  const { username, password } = options;
  const body = new URLSearchParams({ ...form.fields, username, password });
  const answer = await follow(await browse(target, { method: 'POST', body }), target);
  const returned = new URL(answer.url).searchParams;
  const code = returned.get('code');
  if (code === null) {
    const reason = alertOf(answer.html ?? '') ?? returned.get('error') ?? 'Die Anmeldung gab keinen Code.';
    throw new Error(`Anmeldung von ${username}: ${reason}`);
  }
  if (returned.get('state') !== state) throw new Error('Die Anmeldung gab einen fremden Zustand zurück.');

  const exchange = await fetch(`${basis}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    }),
  });
  if (!exchange.ok) throw new Error(`Tokens: ${exchange.status} ${await exchange.text()}`);
  const tokens = (await exchange.json()) as Record<'access_token' | 'id_token' | 'refresh_token', string>;
  return {
    accessToken: tokens.access_token,
    idToken: tokens.id_token,
    refreshToken: tokens.refresh_token,
  };
}
