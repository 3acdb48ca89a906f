import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from './answer.ts';
import type { HttpCors } from './spec.ts';

const corsHeader = /^access-control-/;

function allowedOrigin(cors: HttpCors, origin: string): string | undefined {
  if (cors.allowOrigins?.includes('*')) return '*';
  return cors.allowOrigins?.includes(origin) ? origin : undefined;
}

const isPreflight = (request: IncomingMessage) =>
  request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;

function headersFor(cors: HttpCors, request: IncomingMessage): Record<string, string> {
  const origin = request.headers.origin;
  const allowed = origin === undefined ? undefined : allowedOrigin(cors, origin);
  if (allowed === undefined) return {};
  const headers: Record<string, string> = { 'access-control-allow-origin': allowed };
  if (allowed !== '*') headers.vary = 'Origin';
  if (cors.allowCredentials) headers['access-control-allow-credentials'] = 'true';
  if (isPreflight(request)) {
    if (cors.allowMethods) headers['access-control-allow-methods'] = cors.allowMethods.join(',');
    if (cors.allowHeaders) headers['access-control-allow-headers'] = cors.allowHeaders.join(',');
    if (cors.maxAge !== undefined) headers['access-control-max-age'] = String(cors.maxAge);
  } else if (cors.exposeHeaders) {
    headers['access-control-expose-headers'] = cors.exposeHeaders.join(',');
  }
  return headers;
}

/** With a CORS configuration the API answers preflight requests itself, without a route for OPTIONS. */
export function preflightAnswer(
  cors: HttpCors | undefined,
  request: IncomingMessage,
): HttpAnswer | undefined {
  if (!cors || !isPreflight(request)) return undefined;
  return { status: 204, headers: headersFor(cors, request), cookies: [], body: Buffer.alloc(0) };
}

/** With a CORS configuration the API sets the headers and drops those of the handler. */
export function withCors(
  answer: HttpAnswer,
  cors: HttpCors | undefined,
  request: IncomingMessage,
): HttpAnswer {
  if (!cors) return answer;
  const others = Object.entries(answer.headers).filter(([name]) => !corsHeader.test(name));
  return { ...answer, headers: { ...Object.fromEntries(others), ...headersFor(cors, request) } };
}
