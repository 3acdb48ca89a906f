/**
 * A CloudFront distribution: behaviors by path, files from a bucket, the HTTP API, one viewer function, response
 * headers. Nothing is kept at an edge; every request goes to its origin.
 *
 *     const cloudFront = createCloudFront({ distribution, getObject: s3.getObject, api: api.handle, log });
 *     createServer((req, res) => void cloudFront(req, res));
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { checkReadConditions } from '../s3/conditions.ts';
import type { S3 } from '../s3/s3.ts';
import { xmlDocument } from '../s3/xml.ts';
import { AwsError, type Caller } from '../types.ts';
import { acceptedEncoding, createCompressor, isCompressible } from './compress.ts';
import { addPolicyHeaders } from './policy-headers.ts';
import type { Behavior, DistributionSpec } from './spec.ts';
import { createViewerFunction } from './viewer-function.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export interface CloudFrontOptions {
  readonly distribution: DistributionSpec;
  readonly getObject: S3['getObject'];
  /** Behind the behaviors whose origin is the HTTP API. */
  readonly api: Handler | undefined;
  readonly log: (line: string) => void;
}

/** `*` for any run of characters, `?` for one; upper and lower case differ (CloudFront's path patterns). */
function matches(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(path);
}

function send(req: IncomingMessage, res: ServerResponse, status: number, type: string, body: string): void {
  res.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** An error of CloudFront's own; without custom error responses the words are its. */
const refuse = (req: IncomingMessage, res: ServerResponse, status: number, reason: string) =>
  send(req, res, status, 'text/html', `<h1>${status} ERROR</h1><p>${reason}</p>`);

function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).slice(1);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.", 400);
  }
}

export function createCloudFront({ distribution, getObject, api, log }: CloudFrontOptions): Handler {
  const compress = createCompressor();
  const service = 'cloudfront.amazonaws.com';
  const caller: Caller = { principalArn: service, service, sourceArn: distribution.arn };
  const behaviors = distribution.behaviors.map((behavior) => ({
    behavior,
    viewerRequest:
      behavior.viewerRequest === undefined
        ? undefined
        : createViewerFunction(behavior.viewerRequest, distribution),
  }));

  async function sendFile(
    req: IncomingMessage,
    res: ServerResponse,
    bucket: string,
    uri: string,
    { encodings }: Behavior,
  ): Promise<void> {
    const { version, read } = getObject(bucket, keyOf(uri), caller);
    const header = (name: string) => {
      const value = req.headers[name];
      return Array.isArray(value) ? value.join(',') : value;
    };
    const compressible = encodings.length > 0 && isCompressible(version.contentType, version.size);
    const encoding = compressible ? acceptedEncoding(header('accept-encoding'), encodings) : undefined;
    const headers: Record<string, string | number> = {
      ...version.headers,
      'content-type': version.contentType,
      'last-modified': new Date(version.modified).toUTCString(),
      // Other bytes of the same meaning: CloudFront makes the validator a weak one.
      etag: encoding ? `W/"${version.etag}"` : `"${version.etag}"`,
      ...(compressible && { vary: 'Accept-Encoding' }),
      ...(encoding && { 'content-encoding': encoding }),
    };
    if (checkReadConditions(header, version) === 304) {
      const { 'content-type': _type, 'content-encoding': _encoding, ...kept } = headers;
      res.writeHead(304, kept).end();
      return;
    }
    const plain = await buffer(read());
    const body = encoding ? compress(version.etag, encoding, plain) : plain;
    res.writeHead(200, { ...headers, 'content-length': body.length });
    res.end(req.method === 'HEAD' ? undefined : body);
  }

  /** The error of the bucket, as it is: no custom error response lies over it. */
  function sendError(req: IncomingMessage, res: ServerResponse, error: unknown): void {
    if (!(error instanceof AwsError)) throw error;
    const elements = [
      ['Code', error.code],
      ['Message', error.status === 403 ? 'Access Denied' : error.message],
    ] as const;
    send(
      req,
      res,
      error.status,
      'application/xml',
      xmlDocument(
        'Error',
        elements.map(([a, b]) => [a, b]),
        false,
      ),
    );
  }

  return async (req, res) => {
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    const found = behaviors.find(({ behavior }) => matches(behavior.pathPattern, path));
    if (!found) throw new Error(`no behavior for ${path}`);
    const { behavior, viewerRequest } = found;
    addPolicyHeaders(res, behavior.headers);
    if (!behavior.methods.includes(req.method ?? ''))
      return refuse(req, res, 403, 'This distribution is not configured to allow the HTTP request method.');
    let uri = path;
    try {
      if (viewerRequest) uri = viewerRequest(req);
    } catch (error) {
      log(`cloudfront: the function of ${behavior.pathPattern}: ${error}`);
      return refuse(req, res, 503, 'The CloudFront function associated with the distribution failed.');
    }
    if (behavior.origin.kind === 'api') return api ? api(req, res) : refuse(req, res, 502, 'No API.');
    if (uri === '/' && distribution.defaultRootObject !== undefined)
      uri = `/${distribution.defaultRootObject}`;
    try {
      await sendFile(req, res, behavior.origin.bucket, uri, behavior);
    } catch (error) {
      sendError(req, res, error);
    }
  };
}
