import { answer, type Call, objectArn, versionIdOf } from '../call.ts';
import { requireVersion } from '../find.ts';
import { readXml } from '../read-xml.ts';
import { setTags } from '../set-tags.ts';
import { parseTagXml, tagSet } from '../tags.ts';
import { xmlDocument } from '../xml.ts';

/** PutObjectTagging: replaces all tags of a version. */
export async function putObjectTagging(call: Call): Promise<void> {
  const versionId = versionIdOf(call);
  const action = versionId === undefined ? 's3:PutObjectTagging' : 's3:PutObjectVersionTagging';
  call.host.authorize(call.caller, action, objectArn(call));
  const tags = parseTagXml((await readXml(call)).text);
  const version = requireVersion(call, versionId);
  const sourceIp = call.req.socket.remoteAddress ?? '127.0.0.1';
  setTags(call.host, call.bucket, version, tags, { requestId: call.requestId, sourceIp });
  answer(call, 200, versionHeader(call, version.versionId));
}

export async function getObjectTagging(call: Call): Promise<void> {
  const versionId = versionIdOf(call);
  const action = versionId === undefined ? 's3:GetObjectTagging' : 's3:GetObjectVersionTagging';
  call.host.authorize(call.caller, action, objectArn(call));
  const version = requireVersion(call, versionId);
  answer(call, 200, versionHeader(call, version.versionId), xmlDocument('Tagging', tagSet(version.tags)));
}

function versionHeader(call: Call, versionId: string): Record<string, string> {
  return call.bucket.versioned ? { 'x-amz-version-id': versionId } : {};
}
