/** Checks the signature of a browser's form upload (POST policy): it covers the policy, and only that. */
import { refusal } from './refusals.ts';
import { algorithm, parseAmzDate, parseCredential, sameSignature, sign, signingKey } from './signing.ts';

export interface SignedForm {
  /** The form's fields, names in lower case. */
  fields: ReadonlyMap<string, string>;
  secretFor: (accessKeyId: string) => string | null | undefined;
  region: string;
}

/** Returns the access key that signed the form's policy; the policy's conditions are another matter. */
export function verifyFormSignature({ fields, secretFor, region }: SignedForm): { accessKeyId: string } {
  const policy = fields.get('policy');
  const signature = fields.get('x-amz-signature');
  if (!policy || !signature) throw refusal('s3', 'missing');
  if (fields.get('x-amz-algorithm') !== algorithm)
    throw refusal('s3', 'malformed', `x-amz-algorithm must be ${algorithm}`);
  if (fields.has('x-amz-security-token')) throw refusal('s3', 'token');
  const credential = parseCredential(fields.get('x-amz-credential') ?? '');
  const amzDate = fields.get('x-amz-date') ?? '';
  if (!credential || parseAmzDate(amzDate) === undefined) throw refusal('s3', 'malformed');
  if (credential.region !== region || credential.service !== 's3' || !amzDate.startsWith(credential.date))
    throw refusal('s3', 'scope');
  const secret = secretFor(credential.accessKeyId);
  if (!secret) throw refusal('s3', 'unknownKey');
  // The string to sign is the policy itself, in its Base64 spelling.
  const expected = sign(signingKey(secret, credential), policy);
  if (!sameSignature(expected, signature)) throw refusal('s3', 'mismatch');
  return { accessKeyId: credential.accessKeyId };
}
