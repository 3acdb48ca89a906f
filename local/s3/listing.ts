/** Parameters that both lists share. */
import { encodeRfc3986 } from '../sigv4/canonical.ts';
import { invalidArgument } from './errors.ts';

export interface ListParameters {
  prefix: string;
  delimiter: string;
  /** At most 1,000. */
  maxKeys: number;
  encoded: boolean;
}

export function listParameters(query: ReadonlyMap<string, string>): ListParameters {
  const maxKeys = query.get('max-keys') ?? '1000';
  if (!/^\d{1,9}$/.test(maxKeys))
    throw invalidArgument('Provided max-keys not an integer or within integer range', 'max-keys', maxKeys);
  const encoding = query.get('encoding-type');
  if (encoding !== undefined && encoding !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', encoding);
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(Number(maxKeys), 1000),
    encoded: encoding === 'url',
  };
}

/** Slashes stay readable, as S3 leaves them. */
export function spelled(value: string, encoded: boolean): string {
  return encoded ? encodeRfc3986(value).replaceAll('%2F', '/') : value;
}
