import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EngineAnswer } from '../dynamodb/engine.ts';
import { AwsError, type Caller, type JsonService } from '../types.ts';

/** What the endpoint needs of DynamoDB: answers are passed through as text. */
interface DynamoDbHandler {
  handle(target: string, body: string, caller: Caller): Promise<EngineAnswer>;
}

/** What the endpoint needs of SES v2, which speaks REST with JSON. */
interface RestService {
  handleRest(method: string, path: string, body: string, caller: Caller): Promise<Record<string, unknown>>;
}

/** A request whose signature was checked. */
export interface SignedCall {
  service: string;
  caller: Caller;
}

export interface AwsEndpointOptions {
  /** Checks the signature and says who calls; throws AwsError. */
  authenticate: (req: IncomingMessage, body: Buffer) => SignedCall;
  dynamoDb: DynamoDbHandler;
  stepFunctions: JsonService;
  ses: RestService;
  log: (line: string) => void;
}

/** SDK requests of these services stay far below; DynamoDB's own limit is 16 MB. */
const bodyLimit = 16 * 1024 * 1024;

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new AwsError('RequestEntityTooLargeException', 'Request too large', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function respond(res: ServerResponse, status: number, type: string, body: string, errorCode?: string): void {
  const headers: Record<string, string | number> = {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
  };
  // REST services name the error in a header, JSON services in the body's __type.
  if (errorCode !== undefined) headers['x-amzn-errortype'] = errorCode;
  res.writeHead(status, headers);
  res.end(body);
}

const jsonTypes: Readonly<Record<string, string>> = {
  dynamodb: 'application/x-amz-json-1.0',
  states: 'application/x-amz-json-1.0',
  ses: 'application/json',
};

/**
 * The endpoint of DynamoDB, Step Functions and SES: one origin, the service is read from the signature's
 * scope, so that an SDK client needs nothing but its endpoint URL.
 */
export function createAwsEndpoint(options: AwsEndpointOptions) {
  async function call(
    req: IncomingMessage,
    res: ServerResponse,
    service: string,
    body: Buffer,
    caller: Caller,
  ) {
    const text = body.toString('utf8');
    const target = String(req.headers['x-amz-target'] ?? '');
    const type = jsonTypes[service] ?? 'application/json';
    if (service === 'dynamodb') {
      const answer = await options.dynamoDb.handle(target, text, caller);
      respond(res, answer.status, type, answer.body);
    } else if (service === 'states') {
      const operation = target.split('.').at(-1) ?? '';
      const input = JSON.parse(text || '{}') as Record<string, unknown>;
      respond(res, 200, type, JSON.stringify(await options.stepFunctions.handle(operation, input, caller)));
    } else if (service === 'ses') {
      const path = decodeURI((req.url ?? '/').split('?')[0] ?? '/');
      const answer = await options.ses.handleRest(req.method ?? 'GET', path, text, caller);
      respond(res, 200, type, JSON.stringify(answer));
    } else
      throw new AwsError(
        'UnknownOperationException',
        `The host has no service ${service} at this address.`,
        501,
      );
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    let service = '';
    try {
      const body = await readBody(req);
      const signed = options.authenticate(req, body);
      service = signed.service;
      await call(req, res, service, body, signed.caller);
    } catch (error) {
      const known =
        error instanceof AwsError
          ? error
          : error instanceof SyntaxError
            ? new AwsError('SerializationException', 'The request body is not JSON.')
            : new AwsError('InternalServerError', 'The request failed inside the local host.', 500);
      if (known.status >= 500)
        options.log(`aws: ${service} ${req.headers['x-amz-target'] ?? req.url}: ${error}`);
      const body = JSON.stringify({ __type: known.code, message: known.message, ...known.members });
      if (res.headersSent) res.destroy();
      else respond(res, known.status, jsonTypes[service] ?? 'application/json', body, known.code);
    }
  };
}
