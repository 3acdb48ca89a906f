/**
 * Reads multipart/form-data (RFC 7578) as a stream: the fields before the file are collected, the file's bytes
 * are passed on as they come. Whatever follows the file is ignored, as S3 does.
 */
import { AwsError } from '../types.ts';

export interface Form {
  /** Names in lower case. */
  fields: Map<string, string>;
  filename: string;
  file: AsyncIterable<Uint8Array>;
}

/** S3's limit for everything before the file. */
const largestPreamble = 20_000;

export async function readForm(contentType: string, source: AsyncIterable<Uint8Array>): Promise<Form> {
  const parts = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = parts?.[1] ?? parts?.[2];
  if (boundary === undefined) throw malformed('the content type has no boundary');
  // Written before the body, so that the first delimiter looks like all others.
  const reader = new DelimitedReader(source, Buffer.from('\r\n'));
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  await reader.collect(delimiter, largestPreamble);
  const fields = new Map<string, string>();
  let preamble = 0;
  for (;;) {
    const rest = (await reader.collect(Buffer.from('\r\n'), 100)).toString();
    if (rest.startsWith('--'))
      throw new AwsError('InvalidArgument', 'POST requires exactly one file upload per request.', 400);
    const head = await reader.collect(Buffer.from('\r\n\r\n'), largestPreamble);
    const { name, filename } = disposition(head.toString());
    if (name.toLowerCase() === 'file') return { fields, filename, file: reader.stream(delimiter) };
    const value = await reader.collect(delimiter, largestPreamble);
    preamble += head.length + value.length;
    if (preamble > largestPreamble) throw tooLarge();
    if (fields.has(name.toLowerCase())) throw malformed(`the field ${name} comes twice`);
    fields.set(name.toLowerCase(), value.toString());
  }
}

function disposition(head: string): { name: string; filename: string } {
  const line = head.split('\r\n').find((header) => /^content-disposition\s*:/i.test(header)) ?? '';
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1];
  if (name === undefined) throw malformed('a part has no name');
  const filename = /;\s*filename="([^"]*)"/i.exec(line)?.[1] ?? '';
  // Browsers may send a whole path; only its last part names the file.
  return { name, filename: filename.split(/[\\/]/).at(-1) ?? '' };
}

/** Splits a stream at delimiters, never holding more than one piece and a delimiter's length. */
class DelimitedReader {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private rest: Buffer;

  constructor(source: AsyncIterable<Uint8Array>, before: Buffer) {
    this.iterator = source[Symbol.asyncIterator]();
    this.rest = before;
  }

  /** Everything up to `delimiter`, which is passed over. */
  async collect(delimiter: Buffer, limit: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of this.stream(delimiter)) {
      size += piece.length;
      if (size > limit) throw tooLarge();
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  async *stream(delimiter: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.rest.indexOf(delimiter);
      const end = at >= 0 ? at : this.rest.length - delimiter.length + 1;
      if (end > 0) yield this.rest.subarray(0, end);
      if (at >= 0) {
        this.rest = this.rest.subarray(at + delimiter.length);
        return;
      }
      if (end > 0) this.rest = this.rest.subarray(end);
      const next = await this.iterator.next();
      if (next.done) throw malformed('it ends before its closing boundary');
      this.rest = Buffer.concat([this.rest, next.value]);
    }
  }
}

function malformed(what: string): AwsError {
  return new AwsError(
    'MalformedPOSTRequest',
    `The body of your POST request is not well-formed multipart/form-data: ${what}.`,
    400,
  );
}

function tooLarge(): AwsError {
  return new AwsError(
    'MaxPostPreDataLengthExceededError',
    'Your POST request fields preceeding the upload file was too large.',
    400,
  );
}
