/** The inbox in the browser, under /_postfach: a list, one mail, its parts, a JSON list and the export as .eml. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listPage, mailPage, notFoundPage } from './inbox-pages.ts';
import type { Mailbox } from './mailbox.ts';

/** No script, no request to anywhere: a mail's HTML is foreign. Its links open, in a tab of their own. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function createInboxHandler(mailbox: Mailbox) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    const path = (req.url ?? '').split('?', 1)[0] ?? '';
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      send(res, 405, 'text/plain; charset=utf-8', 'Nur Lesen ist möglich.', pagePolicy);
      return;
    }
    const [status, type, body, policy = pagePolicy] = page(mailbox, path);
    send(res, status, type, body, policy);
  };
}

type Answer = readonly [status: number, type: string, body: string | Uint8Array, policy?: string];
const html = 'text/html; charset=utf-8';

function page(mailbox: Mailbox, path: string): Answer {
  if (path === '/_postfach' || path === '/_postfach/') return [200, html, listPage(mailbox.list())];
  if (path === '/_postfach/api/mails')
    return [200, 'application/json; charset=utf-8', JSON.stringify(mailbox.list())];
  const exported = /^\/_postfach\/api\/mails\/([\w-]+)\.eml$/.exec(path)?.[1];
  const raw = exported === undefined ? undefined : mailbox.raw(exported);
  if (raw) return [200, 'message/rfc822', raw];
  const [, id = '', part] = /^\/_postfach\/mails\/([\w-]+)(\/html)?$/.exec(path) ?? [];
  const mail = mailbox.get(id);
  if (!mail) return [404, html, notFoundPage()];
  return part ? [200, html, withLinksOutside(mail.html), mailPolicy] : [200, html, mailPage(mail)];
}

function withLinksOutside(content: string): string {
  const base = '<base target="_blank">';
  const head = /<head[^>]*>/i.exec(content);
  if (!head) return base + content;
  const at = head.index + head[0].length;
  return content.slice(0, at) + base + content.slice(at);
}

function send(
  res: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  policy: string,
): void {
  res.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  res.end(res.req.method === 'HEAD' ? undefined : body);
}
