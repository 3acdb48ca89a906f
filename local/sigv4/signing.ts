/** The key and the signature of AWS Signature Version 4, common to headers, presigned URLs, forms and chunks. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const algorithm = 'AWS4-HMAC-SHA256';
export const emptyHash = sha256('');

/** `<access key>/<yyyymmdd>/<region>/<service>/aws4_request`, taken apart. */
export interface Credential {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  /** Everything behind the access key. */
  scope: string;
}

export function parseCredential(text: string): Credential | undefined {
  const [accessKeyId, date, region, service, terminal, ...rest] = text.split('/');
  if (!accessKeyId || !date || !region || !service || terminal !== 'aws4_request' || rest.length > 0)
    return undefined;
  return { accessKeyId, date, region, service, scope: `${date}/${region}/${service}/aws4_request` };
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

export function signingKey(secret: string, credential: Credential): Buffer {
  const date = hmac(`AWS4${secret}`, credential.date);
  return hmac(hmac(hmac(date, credential.region), credential.service), 'aws4_request');
}

export function sign(key: Buffer, stringToSign: string): string {
  return hmac(key, stringToSign).toString('hex');
}

/** Compares without telling by its duration where the two differ. */
export function sameSignature(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `20261123T000109Z` as milliseconds since 1970, or undefined where it is not an instant. */
export function parseAmzDate(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
