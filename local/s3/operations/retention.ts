import { AwsError } from '../../types.ts';
import { answer, type Call, objectArn, versionIdOf } from '../call.ts';
import { invalidRequest } from '../errors.ts';
import { requireVersion } from '../find.ts';
import { checkRetentionChange, parseRetention, requireLockBucket } from '../object-lock.ts';
import { readXml } from '../read-xml.ts';
import { child, parseXml, xmlDocument } from '../xml.ts';

/** PutObjectRetention: sets, extends, or with the bypass shortens and lifts. */
export async function putObjectRetention(call: Call): Promise<void> {
  const { host, caller } = call;
  host.authorize(caller, 's3:PutObjectRetention', objectArn(call));
  requireLockBucket(call.bucket);
  const { text, checked } = await readXml(call);
  if (!checked)
    throw invalidRequest('Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
  const root = parseXml(text, 'Retention');
  const retention = parseRetention(
    child(root, 'Mode')?.text,
    child(root, 'RetainUntilDate')?.text,
    host.clock.now(),
  );
  const version = requireVersion(call, versionIdOf(call));
  checkRetentionChange(call, version, retention);
  host.index.setFacts(version, { retention });
  answer(call, 200);
}

export async function getObjectRetention(call: Call): Promise<void> {
  call.host.authorize(call.caller, 's3:GetObjectRetention', objectArn(call));
  requireLockBucket(call.bucket);
  const { retention } = requireVersion(call, versionIdOf(call));
  if (!retention)
    throw new AwsError(
      'NoSuchObjectLockConfiguration',
      'The specified object does not have a ObjectLock configuration',
      404,
    );
  const until = new Date(retention.until).toISOString();
  answer(
    call,
    200,
    {},
    xmlDocument('Retention', [
      ['Mode', retention.mode],
      ['RetainUntilDate', until],
    ]),
  );
}
