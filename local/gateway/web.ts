import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Login } from '../login/spec.ts';
import type { Handler } from './listen.ts';
import { renderNotFound, renderStartPage } from './start-page.ts';

export interface WebOptions {
  title: string;
  login: Login | undefined;
  inbox: Handler;
  /** Tests move the clock here; undefined outside of tests. */
  control: Handler | undefined;
  /** Everything else: the distribution of the template, or its HTTP API where it has none. */
  edge: Handler | undefined;
}

function sendPage(res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  res.end(html);
}

const under = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

/**
 * Browsers resolve any name to 127.0.0.1 that its owner wants (DNS rebinding): only requests that name the
 * host as it is may pass.
 */
function isLocalHost(req: IncomingMessage): boolean {
  const host = (req.headers.host ?? '').replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}

/** Everything behind the web origin: the login, what the host has of its own (`/_…`), and the web edge. */
export function createWeb(options: WebOptions): Handler {
  return async (req, res) => {
    if (!isLocalHost(req)) return sendPage(res, 421, renderNotFound());
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    if (options.login && (await options.login.handle(req, res))) return;
    if (under(path, '/_postfach')) return options.inbox(req, res);
    if (options.control && under(path, '/_steuerung')) return options.control(req, res);
    if (path === '/_start' && (req.method === 'GET' || req.method === 'HEAD'))
      return sendPage(res, 200, renderStartPage(options.title, options.login?.admin.users() ?? []));
    if (options.edge) return options.edge(req, res);
    sendPage(res, 404, renderNotFound());
  };
}
