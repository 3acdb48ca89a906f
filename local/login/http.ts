import type { IncomingMessage, ServerResponse } from 'node:http';

const formLimit = 16 * 1024;

/** A request with its address and cookies read. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
}

export function readExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((text) => text.split(/=(.*)/s));
  const cookies = new Map(pairs.map(([name = '', value = '']) => [name, value]));
  return { request, response, path, query: new URLSearchParams(query), cookies };
}

/** A form body, or undefined if it is none or too long. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > formLimit) return undefined;
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** Browsers name the origin of every POST; a script outside of one does not, and has no one's cookies. */
export function isForeignOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin !== undefined && origin !== `http://${host}`;
}

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { ...common, 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

export function sendRedirect(response: ServerResponse, location: string, cookies: string[] = []): void {
  response.writeHead(302, { ...common, location, 'set-cookie': cookies });
  response.end();
}

export function sendHtml(
  response: ServerResponse,
  status: number,
  html: string,
  contentSecurityPolicy: string,
  cookies: string[] = [],
): void {
  response.writeHead(status, {
    ...common,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'x-frame-options': 'DENY',
    // With no-referrer the browser would send "Origin: null" with the form.
    'referrer-policy': 'same-origin',
    'set-cookie': cookies,
  });
  response.end(html);
}
