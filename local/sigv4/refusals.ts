/**
 * What AWS answers to a bad signature. S3 speaks its own codes in XML, the JSON services share another set;
 * the SDK's retry and error classes depend on the right ones.
 */
import { AwsError } from '../types.ts';

type Reason =
  | 'missing'
  | 'malformed'
  | 'unknownKey'
  | 'mismatch'
  | 'skewed'
  | 'expired'
  | 'scope'
  | 'token'
  | 'unsigned';

const s3: Record<Reason, readonly [code: string, status: number]> = {
  missing: ['AccessDenied', 403],
  malformed: ['AuthorizationHeaderMalformed', 400],
  unknownKey: ['InvalidAccessKeyId', 403],
  mismatch: ['SignatureDoesNotMatch', 403],
  skewed: ['RequestTimeTooSkewed', 403],
  expired: ['AccessDenied', 403],
  scope: ['AuthorizationHeaderMalformed', 400],
  token: ['InvalidToken', 400],
  unsigned: ['AccessDenied', 403],
};

const json: Record<Reason, readonly [code: string, status: number]> = {
  missing: ['MissingAuthenticationTokenException', 400],
  malformed: ['IncompleteSignatureException', 400],
  unknownKey: ['UnrecognizedClientException', 400],
  mismatch: ['InvalidSignatureException', 400],
  skewed: ['InvalidSignatureException', 400],
  expired: ['InvalidSignatureException', 400],
  scope: ['InvalidSignatureException', 400],
  token: ['UnrecognizedClientException', 400],
  unsigned: ['InvalidSignatureException', 400],
};

const messages: Record<Reason, string> = {
  missing: 'Access Denied',
  malformed: 'The authorization header is malformed.',
  unknownKey: 'The AWS Access Key Id you provided does not exist in our records.',
  mismatch:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  skewed: 'The difference between the request time and the current time is too large.',
  expired: 'Request has expired',
  scope: 'The authorization header is malformed; the credential scope is wrong.',
  token: 'The security token included in the request is invalid.',
  unsigned: 'There were headers present in the request which were not signed',
};

/** The error for `reason` as `service` spells it; `message` replaces the usual text. */
export function refusal(service: string, reason: Reason, message = messages[reason]): AwsError {
  const [code, status] = (service === 's3' ? s3 : json)[reason];
  return new AwsError(code, message, status);
}
