/** Turns whatever was thrown into S3's XML error. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../types.ts';
import { headerMembers } from './errors.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

export function answerError(
  req: IncomingMessage,
  res: ServerResponse,
  requestId: string,
  thrown: unknown,
  log?: (line: string) => void,
): void {
  // The client is gone: there is nobody to answer, and nothing of ours that failed.
  if ((req.destroyed && !req.complete) || isPrematureClose(thrown)) return;
  const error = asAwsError(thrown, log);
  if (res.headersSent) {
    // Half an object was sent already: only a broken connection can say that it is not whole.
    res.destroy();
    return;
  }
  // A client that still sends would not read the answer; its bytes are read and dropped, then it is gone.
  const hasBody =
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (hasBody && !req.complete) {
    res.setHeader('connection', 'close');
    req.resume();
  }
  const { [headerMembers]: headers, ...members } = error.members;
  if (isHeaders(headers)) for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = error.code === 'AccessDenied' ? 403 : error.status;
  const elements = Object.entries(members).map(([name, value]): XmlElement => [name, String(value)]);
  const xml = xmlDocument(
    'Error',
    [
      ['Code', error.code],
      ['Message', error.message],
      ...elements,
      ['RequestId', requestId],
      ['HostId', 'local'],
    ],
    false,
  );
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  res.setHeader('content-type', 'application/xml');
  res.setHeader('content-length', Buffer.byteLength(xml));
  res.end(xml);
}

function asAwsError(thrown: unknown, log?: (line: string) => void): AwsError {
  if (thrown instanceof AwsError) return thrown;
  log?.(`s3: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  return new AwsError('InternalError', 'We encountered an internal error. Please try again.', 500);
}

function isPrematureClose(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function isHeaders(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null;
}
