import type { IncomingMessage } from 'node:http';
import { createContext, Script } from 'node:vm';

/** Runs the function of a viewer request; the answer is the path to ask the origin for. */
export type ViewerFunction = (request: IncomingMessage) => string;

/** A function of CloudFront may take a millisecond of computing; here real time counts, also that of others. */
const timeout = 5_000;

interface Distribution {
  readonly id: string;
  readonly domainName: string;
}

type Pairs = Record<string, { value: string }>;
const pairs = (entries: Iterable<[string, string]>): Pairs =>
  Object.fromEntries([...entries].map(([name, value]) => [name, { value }]));

/** The event as the developer guide shows it ("CloudFront Functions event structure"). */
function eventOf(request: IncomingMessage, { id, domainName }: Distribution) {
  const [uri = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const { cookie = '', ...headers } = request.headers;
  const cookies = cookie.split(/;\s*/).filter((pair) => pair !== '');
  return {
    version: '1.0',
    context: {
      distributionDomainName: domainName,
      distributionId: id,
      eventType: 'viewer-request',
      requestId: 'local',
    },
    viewer: { ip: request.socket.remoteAddress ?? '127.0.0.1' },
    request: {
      method: request.method ?? 'GET',
      uri,
      querystring: pairs(new URLSearchParams(query)),
      headers: pairs(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      cookies: pairs(cookies.map((pair) => [pair.split('=')[0] ?? '', pair.split(/=(.*)/s)[1] ?? ''])),
    },
  };
}

/**
 * Compiles `source` in a context of its own: like CloudFront it has the language and nothing else, neither
 * network nor files nor `eval`. A function may change the path; whatever else it does is named and refused.
 * Throws at once when the source does not parse or has no function `handler`.
 */
export function createViewerFunction(source: string, distribution: Distribution): ViewerFunction {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  new Script(source, { filename: 'viewer-request.js' }).runInContext(context, { timeout });
  const isFunction = new Script("typeof handler === 'function'").runInContext(context);
  if (isFunction !== true) throw new Error('it has no function handler');
  // Only text crosses the border, so that no object of the host comes within the reach of the function.
  const call = new Script('JSON.stringify(handler(JSON.parse(input)) ?? null)');
  return (request) => {
    const event = eventOf(request, distribution);
    context.input = JSON.stringify(event);
    const result: unknown = JSON.parse(String(call.runInContext(context, { timeout })));
    const { uri, ...rest } = (result ?? {}) as Record<string, unknown>;
    const { uri: _asked, ...before } = event.request;
    if (typeof uri !== 'string') throw new Error('an answer other than the request is not run');
    for (const name of new Set([...Object.keys(before), ...Object.keys(rest)]))
      if (JSON.stringify(rest[name]) !== JSON.stringify(before[name as keyof typeof before]))
        throw new Error(`a change of the request's ${name} is not run`);
    return uri;
  };
}
