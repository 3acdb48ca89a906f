/**
 * An HTTP API of API Gateway (v2): routes, JWT authorizer, events and answers of payload format 2.0.
 *
 *     const api = createHttpApi({ apiId, region, routes, authorizers, clock, invoke, getKey });
 *     createServer((request, response) => void api.handle(request, response));
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError, account, type Caller, type InvokeResult } from '../types.ts';
import { type HttpAnswer, messageAnswer, readAnswer } from './answer.ts';
import { authorizeRequest, type JwtIdentity, NotAuthorized } from './authorizer.ts';
import { preflightAnswer, withCors } from './cors.ts';
import { createEvent } from './event.ts';
import { createRouter, type RouteMatch } from './routes.ts';
import type { HttpApiOptions } from './spec.ts';

export interface HttpApi {
  /** Answers one request; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const bodyLimit = 10 * 1024 * 1024;
const longestIntegrationMs = 30_000;

const notFound = messageAnswer(404, 'Not Found');
const tooLarge = messageAnswer(413, 'Request Entity Too Large');
const internalError = messageAnswer(500, 'Internal Server Error');
const unavailable = messageAnswer(503, 'Service Unavailable');

/** The whole body, or undefined if it is longer than the limit; then the rest is not read. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bodyLimit) return undefined;
  }
  return Buffer.concat(chunks);
}

/** API Gateway decodes the whole path, and loses what follows a decoded question mark. */
function decodePath(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath).split('?')[0];
  } catch {
    return undefined;
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: HttpAnswer,
  requestId: string,
): void {
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (answer.cookies.length > 0) response.setHeader('set-cookie', [...answer.cookies]);
  response.setHeader('apigw-requestid', requestId);
  if (answer.status !== 204 && answer.status !== 304)
    response.setHeader('content-length', answer.body.length);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

export function createHttpApi(options: HttpApiOptions): HttpApi {
  const { apiId, region, clock, cors, log } = options;
  const findRoute = createRouter(options.routes);
  const authorizers = new Map(options.authorizers?.map((authorizer) => [authorizer.id, authorizer]));
  for (const { routeKey, authorizer } of options.routes)
    if (authorizer !== undefined && !authorizers.has(authorizer))
      throw new Error(`Route ${routeKey} names the unknown authorizer ${authorizer}.`);

  async function identify(match: RouteMatch, header: string | undefined): Promise<JwtIdentity | undefined> {
    const { authorizer: id, scopes = [] } = match.route;
    const authorizer = id === undefined ? undefined : authorizers.get(id);
    return authorizer && authorizeRequest(header, authorizer, scopes, options.getKey, clock.now());
  }

  function callerOf(match: RouteMatch, method: string): Caller {
    const service = 'apigateway.amazonaws.com';
    const verb = match.method === '$default' ? '$default' : method;
    const sourceArn = `arn:aws:execute-api:${region}:${account}:${apiId}/$default/${verb}/${match.path.replace(/^\//, '')}`;
    return { principalArn: service, service, sourceArn };
  }

  /** The function's result, or undefined if it takes longer than an integration may. */
  async function callFunction(
    match: RouteMatch,
    method: string,
    event: object,
  ): Promise<InvokeResult | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), options.timeoutMs ?? longestIntegrationMs);
    });
    const call = options.invoke(match.route.functionArn, event, callerOf(match, method));
    try {
      return await Promise.race([call, limit]);
    } finally {
      clearTimeout(timer);
      call.catch(() => {}); // After the limit nobody waits for it any more.
    }
  }

  async function answer(request: IncomingMessage, requestId: string): Promise<HttpAnswer> {
    const method = request.method ?? 'GET';
    const [rawPath = '/', ...rest] = (request.url ?? '/').split('?');
    const path = decodePath(rawPath);
    if (path === undefined) return messageAnswer(400, 'Bad Request');
    const preflight = preflightAnswer(cors, request);
    if (preflight) return preflight;
    const match = findRoute(method, path);
    if (!match) return notFound;
    const identity = await identify(match, request.headers.authorization);
    const body = await readBody(request);
    if (body === undefined) return tooLarge;
    const query = rest.join('?');
    const event = createEvent({
      request,
      body,
      path,
      query,
      match,
      identity,
      apiId,
      requestId,
      now: clock.now(),
    });
    const result = await callFunction(match, method, event);
    if (result === undefined) log?.(`HTTP API: ${method} ${path}: the function took too long`);
    if (result === undefined) return unavailable;
    const read = result.ok ? readAnswer(result.payload) : undefined;
    if (!read) log?.(`HTTP API: ${method} ${path}: ${result.ok ? 'malformed answer' : result.errorType}`);
    return read ?? internalError;
  }

  function failureAnswer(error: unknown, request: IncomingMessage): HttpAnswer {
    if (error instanceof NotAuthorized) {
      const message = error.status === 401 ? 'Unauthorized' : 'Forbidden';
      return messageAnswer(error.status, message, { 'www-authenticate': error.challenge });
    }
    log?.(`HTTP API: ${request.method} ${request.url?.split('?')[0]}: ${String(error)}`);
    if (error instanceof AwsError && error.status === 413) return tooLarge;
    return error instanceof Error && error.name === 'HostStopped' ? unavailable : internalError;
  }

  return {
    async handle(request, response) {
      const requestId = randomBytes(11).toString('base64');
      try {
        const given = await answer(request, requestId).catch((error) => failureAnswer(error, request));
        send(request, response, withCors(given, cors, request), requestId);
      } catch (error) {
        // Node refuses a header that the handler filled with line breaks.
        log?.(`HTTP API: ${request.method}: ${String(error)}`);
        if (!response.headersSent) send(request, response, internalError, requestId);
        else response.destroy();
      }
    },
  };
}
