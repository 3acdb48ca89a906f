import { verifyFormSignature } from '../../sigv4/form.ts';
import { AwsError, type Caller } from '../../types.ts';
import { type Body, declaredChecksum, largestObject, verifyChecksum } from '../body.ts';
import type { Call } from '../call.ts';
import { answer } from '../call.ts';
import { accessDenied, invalidArgument, invalidRequest, notImplemented } from '../errors.ts';
import { readForm } from '../multipart-form.ts';
import { checkPolicy, type SizeRange } from '../post-policy.ts';
import { preparePut, storedHeadersOf, storeVersion } from '../put.ts';
import { type XmlElement, xmlDocument } from '../xml.ts';

export type FormCall = Omit<Call, 'key' | 'caller' | 'verified' | 'presigned' | 'header'>;
export type CredentialLookup = (accessKeyId: string) => { secret: string; caller: Caller } | null;

/** Form fields that the upload understands; any other signed field is refused by name. */
const known =
  /^(acl|bucket|key|policy|x-amz-(algorithm|credential|date|signature|security-token|tagging|storage-class|meta-.*|checksum-(algorithm|crc32|crc32c|crc64nvme|sha1|sha256)|object-lock-(mode|retain-until-date)|server-side-encryption(-aws-kms-key-id)?)|content-(type|disposition|encoding|language|md5)|cache-control|expires|success_action_(status|redirect)|x-ignore-.*)$/;

/** A browser's upload by a presigned form (POST policy). */
export async function postObject(call: FormCall, credentials: CredentialLookup): Promise<void> {
  const { host, bucket, req } = call;
  const form = await readForm(req.headers['content-type'] ?? '', req);
  const { accessKeyId } = verifyFormSignature({
    fields: form.fields,
    secretFor: (id) => credentials(id)?.secret,
    region: host.region,
  });
  const caller = credentials(accessKeyId)?.caller;
  const template = form.fields.get('key');
  if (!caller) throw accessDenied();
  if (!template) throw invalidArgument("Bucket POST must contain a field named 'key'.", 'key', '');
  const key = template.replaceAll(/\$\{filename\}/g, () => form.filename);
  const fields = new Map(form.fields).set('key', key).set('bucket', bucket.name);
  const range = checkPolicy(fields.get('policy') ?? '', fields, host.clock.now());
  refuseUnknown(fields);

  const header = (name: string) => fields.get(name);
  const put = { ...call, key, caller, header, headerNames: [...fields.keys()] };
  const prepared = preparePut(put);
  const version = await storeVersion(put, prepared, formBody(form.file, range, header), 'POST Object');
  succeed(call, key, version.etag, fields, storedHeadersOf(put, version));
}

function formBody(
  file: AsyncIterable<Uint8Array>,
  range: SizeRange | undefined,
  header: Call['header'],
): Body {
  const declared = declaredChecksum(header);
  const md5 = header('content-md5');
  return {
    source: sized(file, range),
    algorithm: declared?.algorithm ?? 'CRC64NVME',
    checked: declared !== undefined || md5 !== undefined,
    verify(written) {
      if (md5 !== undefined && Buffer.from(md5, 'base64').toString('hex') !== written.md5)
        throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400);
      if (declared) verifyChecksum(declared.algorithm, declared.value, written.checksums);
    },
  };
}

/** Ends the upload as soon as it is too large, whatever Content-Length promised. */
async function* sized(file: AsyncIterable<Uint8Array>, range: SizeRange | undefined) {
  const { least, most } = range ?? { least: 0, most: largestObject };
  let size = 0;
  for await (const piece of file) {
    size += piece.length;
    if (size > Math.min(most, largestObject))
      throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
        ProposedSize: size,
        MaxSizeAllowed: most,
      });
    yield piece;
  }
  if (size < least)
    throw new AwsError(
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
      400,
      {
        ProposedSize: size,
        MinSizeAllowed: least,
      },
    );
}

function refuseUnknown(fields: ReadonlyMap<string, string>): void {
  const unknown = [...fields.keys()].filter((name) => !known.test(name) || name === 'acl');
  if (unknown.length > 0) throw notImplemented(`the form field ${unknown.join(', ')}`);
}

function succeed(
  call: FormCall,
  key: string,
  etag: string,
  fields: ReadonlyMap<string, string>,
  stored: Record<string, string>,
): void {
  const { bucket, req } = call;
  const redirect = fields.get('success_action_redirect');
  if (redirect) {
    if (!URL.canParse(redirect)) throw invalidRequest('success_action_redirect is not a URL');
    const target = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket: bucket.name, key, etag: `"${etag}"` }))
      target.searchParams.set(name, value);
    answer(call, 303, { ...stored, location: target.href });
    return;
  }
  const location = `http://${req.headers.host}/${bucket.name}/${encodeURIComponent(key)}`;
  const headers = { ...stored, location };
  const status = fields.get('success_action_status');
  if (status !== '201') {
    answer(call, status === '200' ? 200 : 204, headers);
    return;
  }
  const content: XmlElement[] = [
    ['Location', location],
    ['Bucket', bucket.name],
    ['Key', key],
    ['ETag', `"${etag}"`],
  ];
  answer(call, 201, headers, xmlDocument('PostResponse', content, false));
}
