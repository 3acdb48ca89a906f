/** The canonical request: the one spelling of a request on which both sides compute the signature. */
import type { IncomingHttpHeaders } from 'node:http';
import { sha256 } from './signing.ts';

export interface CanonicalInput {
  method: string;
  /** Path and query exactly as they came over the wire. */
  url: string;
  headers: IncomingHttpHeaders;
  signedHeaders: readonly string[];
  payloadHash: string;
  /** S3 signs the path as sent; every other service signs it encoded once more. */
  service: string;
  /** Query parameters that take no part (the signature of a presigned URL). */
  omitQuery?: readonly string[];
}

/** The SHA-256 of the canonical request, the last line of every string to sign. */
export function canonicalRequestHash(input: CanonicalInput): string {
  const [path = '/', query = ''] = split(input.url);
  const headers = input.signedHeaders.map((name) => `${name}:${headerValue(input.headers, name)}\n`).join('');
  return sha256(
    [
      input.method,
      canonicalPath(path, input.service),
      canonicalQuery(query, input.omitQuery ?? []),
      headers,
      input.signedHeaders.join(';'),
      input.payloadHash,
    ].join('\n'),
  );
}

/** Percent-encodes all but the unreserved characters of RFC 3986, as AWS asks. */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The decoded query parameters in the order of the URL; `+` is a plus sign, not a space. */
export function queryEntries(url: string): [name: string, value: string][] {
  const [, query = ''] = split(url);
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    });
}

function split(url: string): [string, string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

function canonicalPath(path: string, service: string): string {
  const once = path
    .split('/')
    .map((segment) => encodeRfc3986(decode(segment)))
    .join('/');
  return service === 's3' ? once : once.split('/').map(encodeRfc3986).join('/');
}

function canonicalQuery(query: string, omit: readonly string[]): string {
  return queryEntries(`?${query}`)
    .filter(([name]) => !omit.includes(name))
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function headerValue(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  const joined = Array.isArray(value) ? value.join(',') : (value ?? '');
  return joined.trim().replace(/ +/g, ' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A broken percent sequence stands for itself: then the signature will not match. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
