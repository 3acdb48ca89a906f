/** Checks the signature of a whole request: in the Authorization header, or in the query (presigned URL). */
import type { IncomingHttpHeaders } from 'node:http';
import { canonicalRequestHash, queryEntries } from './canonical.ts';
import { refusal } from './refusals.ts';
import {
  algorithm,
  type Credential,
  parseAmzDate,
  parseCredential,
  sameSignature,
  sha256,
  sign,
  signingKey,
} from './signing.ts';

export interface SignedRequest {
  method: string;
  /** Path and query exactly as they came over the wire. */
  url: string;
  /** As Node gives them, names in lower case. */
  headers: IncomingHttpHeaders;
  /** The secret of an access key, or null/undefined if there is no such key. */
  secretFor: (accessKeyId: string) => string | null | undefined;
  service: string;
  region: string;
  /** The host clock in ms; without it only the real clock counts. */
  now?: number | undefined;
}

export interface HeaderSignedRequest extends SignedRequest {
  /** The body; without it `payloadHash`, or for S3 the value of x-amz-content-sha256 is taken. */
  body?: string | Uint8Array | undefined;
  payloadHash?: string | undefined;
}

/** Who signed, and what the chunks of a streamed body need to go on from this signature. */
export interface Verified {
  accessKeyId: string;
  credential: Credential;
  amzDate: string;
  signature: string;
  key: Buffer;
}

/** AWS's tolerance between the clocks of both sides. */
const toleranceMs = 15 * 60_000;
/** Seven days: the longest life of a presigned URL, in seconds. */
const longestExpiry = 604_800;

/**
 * Verifies `Authorization: AWS4-HMAC-SHA256 ...`. The request's date may be near the host clock or the real
 * one, because a test may have set the host clock while a client outside goes by its own.
 * Throws AwsError with the code that `service` uses.
 */
export function verifyHeaderSignature(request: HeaderSignedRequest): Verified {
  const { service, headers } = request;
  const authorization = headers.authorization;
  if (!authorization) throw refusal(service, 'missing', missingMessage(service));
  const parts =
    /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization.trim(),
    );
  const [, credentialText, signedNames, signature] = parts ?? [];
  const credential = credentialText === undefined ? undefined : parseCredential(credentialText);
  if (!credential || !signedNames || !signature) throw refusal(service, 'malformed');
  const amzDate = single(headers['x-amz-date']) ?? '';
  const instant = parseAmzDate(amzDate);
  if (instant === undefined) throw refusal(service, 'malformed', 'X-Amz-Date is missing or not a date.');
  if (headers['x-amz-security-token'] !== undefined) throw refusal(service, 'token');
  checkScope(request, credential, amzDate);
  if (![request.now, Date.now()].some((now) => now !== undefined && Math.abs(now - instant) <= toleranceMs))
    throw refusal(service, 'skewed');
  const signedHeaders = signedNames.split(';');
  checkHeadersSigned(request, signedHeaders);

  return check(request, credential, amzDate, signature, {
    signedHeaders,
    payloadHash: payloadHash(request),
  });
}

/**
 * Verifies a presigned URL. Its life is judged by the host clock: a test that sets the clock ahead sees it expire.
 * Throws AwsError as S3 does.
 */
export function verifyPresigned(request: SignedRequest): Verified {
  const { service } = request;
  const query = new Map(queryEntries(request.url));
  const invalid = (message: string) => queryError(message);
  if (query.get('X-Amz-Algorithm') !== algorithm)
    throw invalid('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const credential = parseCredential(query.get('X-Amz-Credential') ?? '');
  const amzDate = query.get('X-Amz-Date') ?? '';
  const instant = parseAmzDate(amzDate);
  const expires = query.get('X-Amz-Expires') ?? '';
  const signature = query.get('X-Amz-Signature');
  const signedNames = query.get('X-Amz-SignedHeaders');
  if (!credential) throw invalid('Error parsing the X-Amz-Credential parameter');
  if (instant === undefined)
    throw invalid("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  if (!signature || !signedNames)
    throw invalid('Query-string authentication version 4 requires all its parameters');
  if (!/^\d+$/.test(expires)) throw invalid('X-Amz-Expires should be a number');
  if (Number(expires) < 1) throw invalid('X-Amz-Expires must be non-negative');
  if (Number(expires) > longestExpiry)
    throw invalid(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  if (query.has('X-Amz-Security-Token')) throw refusal(service, 'token');
  checkScope(request, credential, amzDate);
  const now = request.now ?? Date.now();
  if (now > instant + Number(expires) * 1000) throw refusal(service, 'expired');
  if (Math.max(now, Date.now()) + toleranceMs < instant)
    throw refusal(service, 'expired', 'Request is not valid yet');
  const signedHeaders = signedNames.split(';');
  checkHeadersSigned(request, signedHeaders);

  return check(request, credential, amzDate, signature, {
    signedHeaders,
    payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    omitQuery: ['X-Amz-Signature'],
  });
}

function check(
  request: SignedRequest,
  credential: Credential,
  amzDate: string,
  signature: string,
  canonical: { signedHeaders: string[]; payloadHash: string; omitQuery?: string[] },
): Verified {
  const { method, url, headers, service, secretFor } = request;
  const secret = secretFor(credential.accessKeyId);
  if (!secret) throw refusal(service, 'unknownKey');
  const key = signingKey(secret, credential);
  const hash = canonicalRequestHash({ method, url, headers, service, ...canonical });
  const expected = sign(key, [algorithm, amzDate, credential.scope, hash].join('\n'));
  if (!sameSignature(expected, signature)) throw refusal(service, 'mismatch');
  return { accessKeyId: credential.accessKeyId, credential, amzDate, signature, key };
}

function checkScope(request: SignedRequest, credential: Credential, amzDate: string): void {
  const { service, region } = request;
  const wrong = (what: string, given: string, expected: string) =>
    refusal(
      service,
      'scope',
      `The authorization header is malformed; the ${what} '${given}' is wrong; expecting '${expected}'`,
    );
  if (credential.region !== region) throw wrong('region', credential.region, region);
  if (credential.service !== service) throw wrong('service', credential.service, service);
  if (!amzDate.startsWith(credential.date)) throw wrong('date', credential.date, amzDate.slice(0, 8));
}

/** Whoever could add a header unseen could lock, tag or rename what somebody else signed. */
function checkHeadersSigned(request: SignedRequest, signedHeaders: readonly string[]): void {
  const names = Object.keys(request.headers);
  const unsigned = names.filter(
    (name) => mustBeSigned(name, request.service) && !signedHeaders.includes(name),
  );
  if (unsigned.length > 0)
    throw refusal(request.service, 'unsigned', `${unsignedMessage}: ${unsigned.join(', ')}`);
}

const unsignedMessage = 'There were headers present in the request which were not signed';

function mustBeSigned(name: string, service: string): boolean {
  return name === 'host' || (service === 's3' && name.startsWith('x-amz-'));
}

function payloadHash(request: HeaderSignedRequest): string {
  const declared = single(request.headers['x-amz-content-sha256']);
  if (request.body !== undefined) {
    const actual = sha256(request.body);
    if (declared !== undefined && declared !== actual) throw refusal(request.service, 'mismatch');
    return actual;
  }
  if (request.payloadHash !== undefined) return request.payloadHash;
  if (declared === undefined)
    throw refusal(
      request.service,
      'malformed',
      'Missing required header for this request: x-amz-content-sha256',
    );
  return declared;
}

function queryError(message: string): Error {
  return Object.assign(refusal('s3', 'malformed', message), { code: 'AuthorizationQueryParametersError' });
}

function missingMessage(service: string): string {
  return service === 's3' ? 'Access Denied' : 'Missing Authentication Token';
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
