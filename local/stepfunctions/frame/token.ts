import { createHash, randomBytes } from 'node:crypto';

/** A fresh task token (at most 2,048 characters, as AWS): opaque, but it names its machine to us. */
export function newToken(machineArn: string): string {
  const body = Buffer.concat([randomBytes(48), Buffer.from(machineArn)]);
  return Buffer.concat([checksum(body), body]).toString('base64');
}

/** The machine of a token that this host made; undefined for any other text. */
export function machineOfToken(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64');
  const body = bytes.subarray(8);
  if (body.length <= 48 || bytes.toString('base64') !== token || !checksum(body).equals(bytes.subarray(0, 8)))
    return undefined;
  return body.subarray(48).toString();
}

function checksum(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, 8);
}
