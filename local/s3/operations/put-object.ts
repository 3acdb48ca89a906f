import { openBody } from '../body.ts';
import { answer, type Call } from '../call.ts';
import { refuseEmptyBodyChecksum } from '../presigned-trap.ts';
import { preparePut, storedHeadersOf, storeVersion } from '../put.ts';

/** PutObject: with conditions, checksums, tags and retention. */
export async function putObject(call: Call): Promise<void> {
  refuseEmptyBodyChecksum(call);
  const moved = call.presigned ? [...call.query.keys()] : [];
  const put = { ...call, headerNames: [...Object.keys(call.req.headers), ...moved] };
  const prepared = preparePut(put);
  const version = await storeVersion(put, prepared, openBody(call), 'PutObject');
  answer(call, 200, storedHeadersOf(put, version));
}
