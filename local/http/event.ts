import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { account } from '../types.ts';
import type { JwtIdentity } from './authorizer.ts';
import type { RouteMatch } from './routes.ts';

/** The event of payload format 2.0 (APIGatewayProxyEventV2). */
export interface HttpEvent {
  readonly version: '2.0';
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly requestContext: object;
  readonly body?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly isBase64Encoded: boolean;
}

export interface EventParts {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: string;
  readonly match: RouteMatch;
  readonly identity: JwtIdentity | undefined;
  readonly apiId: string;
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** They end at the gateway; cookies travel in a member of their own. */
const notForwarded = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'cookie',
]);

/**
 * API Gateway hands on as text only what it knows as text. Measured there by others: forms and bodies without
 * a type arrive as base64, and so does application/problem+json.
 */
const isTextType = (contentType: string | undefined): boolean =>
  /^(text\/[^;]+|application\/(json|xml|javascript))\s*(;|$)/i.test(contentType ?? '');

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "22/Nov/2026:23:56:34 +0000" (Common Log Format). */
export function logTime(instant: number): string {
  const [, year, month, day, time] =
    /^(\d+)-(\d\d)-(\d\d)T([\d:]+)/.exec(new Date(instant).toISOString()) ?? [];
  return `${day}/${months[Number(month) - 1]}/${year}:${time} +0000`;
}

function queryOf(query: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    found[name] = name in found ? `${found[name]},${value}` : value;
  return Object.keys(found).length > 0 ? found : undefined;
}

function headersOf(request: IncomingMessage, body: Buffer, sourceIp: string, now: number) {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct))
    if (values && !notForwarded.has(name)) headers[name] = values.join(',');
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  const before = headers['x-forwarded-for'];
  return {
    ...headers,
    'content-length': String(body.length),
    'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? `Root=1-${seconds}-${randomBytes(12).toString('hex')}`,
    'x-forwarded-for': before === undefined ? sourceIp : `${before}, ${sourceIp}`,
    'x-forwarded-port': String(request.socket.localPort ?? 80),
    'x-forwarded-proto': 'http',
  };
}

export function createEvent(parts: EventParts): HttpEvent {
  const { request, body, path, match, identity, now } = parts;
  const sourceIp = (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  const domainName = (request.headers.host ?? 'localhost').replace(/:\d+$/, '');
  const cookies = request.headersDistinct.cookie?.flatMap((line) => line.split(/;\s*/));
  const queryStringParameters = queryOf(parts.query);
  const isBase64Encoded = body.length > 0 && !isTextType(request.headers['content-type']);
  const method = request.method ?? 'GET';
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath: path,
    rawQueryString: parts.query,
    ...(cookies && { cookies }),
    headers: headersOf(request, body, sourceIp, now),
    ...(queryStringParameters && { queryStringParameters }),
    requestContext: {
      accountId: account,
      apiId: parts.apiId,
      ...(identity && { authorizer: { jwt: identity } }),
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: parts.requestId,
      routeKey: match.route.routeKey,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now,
    },
    ...(match.pathParameters && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}
