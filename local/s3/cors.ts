/** Cross-origin answers by the bucket's CORS rules, so that a browser may post to it from the web origin. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../types.ts';
import type { BucketSpec, CorsRule } from './bucket.ts';

/** Answers a preflight (OPTIONS): 200 by the first rule that fits, or AWS's 403. */
export function answerPreflight(
  bucket: BucketSpec | undefined,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const { origin = '' } = req.headers;
  const method = single(req.headers['access-control-request-method']);
  const headers = single(req.headers['access-control-request-headers'])
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rule = ruleFor(bucket, origin, method);
  const allowed = headers.every((name) =>
    rule?.AllowedHeaders?.some((pattern) => matches(pattern.toLowerCase(), name)),
  );
  if (!rule || !allowed)
    throw new AwsError(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
      403,
      { Method: method, ResourceType: 'OBJECT' },
    );
  setOrigin(res, rule, origin);
  res.setHeader('access-control-allow-methods', rule.AllowedMethods.join(', '));
  if (headers.length > 0) res.setHeader('access-control-allow-headers', headers.join(', '));
  if (rule.MaxAge !== undefined) res.setHeader('access-control-max-age', rule.MaxAge);
  res.writeHead(200).end();
}

/** Lets a browser read the answer of a real request, where a rule fits; otherwise says nothing. */
export function addCorsHeaders(
  bucket: BucketSpec | undefined,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const { origin } = req.headers;
  if (origin === undefined) return;
  const rule = ruleFor(bucket, origin, req.method ?? '');
  if (!rule) return;
  setOrigin(res, rule, origin);
  if (rule.ExposedHeaders?.length)
    res.setHeader('access-control-expose-headers', rule.ExposedHeaders.join(', '));
}

function ruleFor(bucket: BucketSpec | undefined, origin: string, method: string): CorsRule | undefined {
  return bucket?.cors?.find(
    (rule) =>
      rule.AllowedMethods.includes(method) && rule.AllowedOrigins.some((pattern) => matches(pattern, origin)),
  );
}

function setOrigin(res: ServerResponse, rule: CorsRule, origin: string): void {
  res.setHeader('access-control-allow-origin', rule.AllowedOrigins.includes('*') ? '*' : origin);
  res.setHeader('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
}

/** One `*` stands for anything, as in S3. */
function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === text;
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
}

function single(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}
