import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import { verifyFormSignature } from './form.ts';

const region = 'eu-central-1';
const client = new S3Client({ region, credentials: { accessKeyId: 'AKLOKAL', secretAccessKey: 'geheim' } });

async function form(change: Record<string, string | undefined> = {}) {
  const { fields } = await createPresignedPost(client, { Bucket: 'entwuerfe', Key: 'upload/1', Expires: 60 });
  const changed = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

const verify = (fields: Map<string, string>, secret: string | null = 'geheim') =>
  verifyFormSignature({ fields, secretFor: (id) => (id === 'AKLOKAL' ? secret : null), region });

describe('the signature of a form', () => {
  it('made by the real SDK is accepted', async () => {
    expect(verify(await form()).accessKeyId).toBe('AKLOKAL');
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    [
      'another policy',
      { policy: Buffer.from('{"conditions":[]}').toString('base64') },
      'SignatureDoesNotMatch',
    ],
    ['no policy', { policy: undefined }, 'AccessDenied'],
    ['no signature', { 'x-amz-signature': undefined }, 'AccessDenied'],
    ['another signature', { 'x-amz-signature': '0'.repeat(64) }, 'SignatureDoesNotMatch'],
    ['another algorithm', { 'x-amz-algorithm': 'AWS4-HMAC-SHA1' }, 'AuthorizationHeaderMalformed'],
    [
      'another date than its credential',
      { 'x-amz-date': '20200101T000000Z' },
      'AuthorizationHeaderMalformed',
    ],
    [
      'another key',
      { 'x-amz-credential': `AKFREMD/20200101/${region}/s3/aws4_request`, 'x-amz-date': '20200101T000000Z' },
      'InvalidAccessKeyId',
    ],
    [
      'another region',
      { 'x-amz-credential': 'AKLOKAL/20200101/us-east-1/s3/aws4_request', 'x-amz-date': '20200101T000000Z' },
      'AuthorizationHeaderMalformed',
    ],
    ['a session token', { 'x-amz-security-token': 't' }, 'InvalidToken'],
  ])('is refused with %s', async (_what, change, code) => {
    const fields = await form(change);
    expect(() => verify(fields)).toThrow(expect.objectContaining({ code }));
  });

  it('made with another secret is refused', async () => {
    const fields = await form();
    expect(() => verify(fields, 'anders')).toThrow(
      expect.objectContaining({ code: 'SignatureDoesNotMatch' }),
    );
  });
});
