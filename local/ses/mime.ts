/** Writes a message as RFC 5322 and RFC 2045 want it, and reads one back for the inbox. */
import { Buffer } from 'node:buffer';

export interface Message {
  headers: readonly (readonly [name: string, value: string])[];
  text?: string | undefined;
  html?: string | undefined;
}

/** The complete message; with text and HTML as multipart/alternative, the plain text first. */
export function writeMessage({ headers, text, html }: Message, boundary: string): string {
  const lines = headers.map(([name, value]) => fold(`${name}: ${encodeHeader(name, value)}`));
  lines.push('MIME-Version: 1.0');
  if (text !== undefined && html !== undefined) {
    lines.push(`Content-Type: multipart/alternative; boundary="${boundary}"`, '');
    for (const part of [textPart('plain', text), textPart('html', html)])
      lines.push(`--${boundary}`, ...part);
    lines.push(`--${boundary}--`, '');
  } else {
    lines.push(...(html === undefined ? textPart('plain', text ?? '') : textPart('html', html)));
  }
  return lines.join('\r\n');
}

function textPart(kind: 'plain' | 'html', content: string): string[] {
  const base64 = Buffer.from(content.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64');
  return [
    `Content-Type: text/${kind}; charset=UTF-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64.match(/.{1,76}/g) ?? ['']),
    '',
  ];
}

/** Breaks a header at blanks so that lines stay within 78 characters where they can (RFC 5322, section 2.2.3). */
function fold(header: string): string {
  const [first = '', ...words] = header.split(' ');
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + 1 + word.length > 78 && line.trim() !== '') lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\r\n ');
}

const addressHeaders = new Set(['from', 'to', 'cc', 'reply-to', 'sender']);

function encodeHeader(name: string, value: string): string {
  if (!addressHeaders.has(name.toLowerCase())) return encodeWords(value);
  // Only the display name may be encoded (RFC 2047, section 5); the address must stay readable.
  return value.replace(
    /(^|,\s*)"?([^",<]*[^\s",<])"?\s*(?=<)/g,
    (_all, lead: string, display: string) =>
      `${lead}${isPlain(display) ? `"${display}"` : encodeWords(display)} `,
  );
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** RFC 2047: pieces of at most 75 characters, never cutting a character in two. */
function encodeWords(text: string): string {
  if (isPlain(text)) return text;
  const words: string[] = [];
  let piece = '';
  for (const char of text) {
    if (Buffer.byteLength(piece + char) > 42) {
      words.push(piece);
      piece = '';
    }
    piece += char;
  }
  words.push(piece);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

export interface ReadMessage {
  headers: [name: string, value: string][];
  text: string;
  html: string;
}

/** Reads headers (decoded) and the first plain and HTML parts, however deep they lie. Attachments are passed over. */
export function readMessage(raw: string): ReadMessage {
  const { headers, body } = splitMessage(raw);
  const found = { text: '', html: '' };
  collectParts(headers, body, found, 0);
  return { headers: headers.map(([name, value]) => [name, decodeWords(value)]), ...found };
}

/** Deeper than any real message nests. */
const deepest = 10;

function collectParts(
  headers: Headers,
  body: string,
  found: { text: string; html: string },
  depth: number,
): void {
  const type = headerOf(headers, 'content-type') || 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary && depth < deepest) {
    for (const part of splitParts(body, boundary)) {
      const inner = splitMessage(part);
      collectParts(inner.headers, inner.body, found, depth + 1);
    }
    return;
  }
  if (/^attachment/i.test(headerOf(headers, 'content-disposition'))) return;
  const kind = /^text\/html/i.test(type) ? 'html' : /^text\/plain/i.test(type) ? 'text' : undefined;
  if (kind && !found[kind]) found[kind] = decodeBody(headers, type, body);
}

type Headers = [name: string, value: string][];

function splitMessage(raw: string): { headers: Headers; body: string } {
  const at = /\r?\n\r?\n/.exec(raw);
  const head = at ? raw.slice(0, at.index) : raw;
  const headers = head
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .flatMap((line): Headers => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
    });
  return { headers, body: at ? raw.slice(at.index + at[0].length) : '' };
}

function splitParts(body: string, boundary: string): string[] {
  const marked = `\r\n${body}`.split(/\r?\n--/).slice(1);
  const parts: string[] = [];
  for (const piece of marked) {
    if (piece === boundary || piece.startsWith(`${boundary}\n`) || piece.startsWith(`${boundary}\r\n`))
      parts.push(piece.slice(boundary.length).replace(/^\r?\n/, ''));
    else if (piece.startsWith(`${boundary}--`)) break;
    else if (parts.length > 0) parts.push(`${parts.pop()}\r\n--${piece}`);
  }
  return parts;
}

function decodeBody(headers: Headers, type: string, body: string): string {
  const charset = /charset="?([\w-]+)"?/i.exec(type)?.[1] ?? 'utf-8';
  const encoding = headerOf(headers, 'content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return decodeCharset(Buffer.from(body, 'base64'), charset);
  if (encoding === 'quoted-printable')
    return decodeCharset(quotedPrintable(body.replace(/=\r?\n/g, '')), charset);
  return decodeCharset(Buffer.from(body, 'latin1'), charset);
}

function quotedPrintable(text: string): Buffer {
  const decoded = text.replace(/=([0-9a-fA-F]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

function decodeWords(value: string): string {
  // Blanks between two encoded words do not count (RFC 2047, section 6.2).
  const joined = value.replace(/(\?=)\s+(=\?)/g, '$1$2');
  const decoded = joined.replace(
    /=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi,
    (_all, charset: string, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? decodeCharset(Buffer.from(word, 'base64'), charset)
        : decodeCharset(quotedPrintable(word.replaceAll('_', ' ')), charset),
  );
  // Raw messages are read byte by byte; a header may hold UTF-8 as it is (RFC 6532).
  return decoded === value ? decodeCharset(Buffer.from(value, 'latin1'), 'utf-8') : decoded;
}

function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

function headerOf(headers: Headers, name: string): string {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? '';
}
