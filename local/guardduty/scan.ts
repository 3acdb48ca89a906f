/**
 * What stands in for the malware scanner: it knows the EICAR test file, looks into ZIP entries (an Office document
 * is a ZIP), and cannot open what is encrypted. It finds no real malware.
 */
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

export type ScanResult = 'NO_THREATS_FOUND' | 'THREATS_FOUND' | 'UNSUPPORTED' | 'ACCESS_DENIED';

/** The test file of eicar.org in two halves, so that this source is not taken for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const eicarBytes = Buffer.from(eicar);

/** First bytes of an OLE compound file; Office wraps a password-protected document into one. */
const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');
const zipEntryMagic = 0x04034b50;

/** Uploads are a few megabytes; larger files are beyond this scanner, as very large ones are beyond the real one. */
const largestFile = 64 * 1024 * 1024;
/** Bytes that all entries together may unpack to. */
const largestContent = 256 * 1024 * 1024;

export async function scan(source: AsyncIterable<Uint8Array>): Promise<ScanResult> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > largestFile) return 'UNSUPPORTED';
    pieces.push(piece);
  }
  const file = Buffer.concat(pieces);
  if (file.includes(eicarBytes)) return 'THREATS_FOUND';
  if (file.subarray(0, 8).equals(oleMagic) && file.includes(encryptedStream)) return 'UNSUPPORTED';
  return scanZip(file);
}

/** Goes from local header to local header, which a scanner must not take the central directory's word for. */
async function scanZip(file: Buffer): Promise<ScanResult> {
  let result: ScanResult = 'NO_THREATS_FOUND';
  let budget = largestContent;
  for (let at = 0; at >= 0 && at + 30 <= file.length; ) {
    if (file.readUInt32LE(at) !== zipEntryMagic) {
      at = file.indexOf('PK\x03\x04', at + 1, 'latin1');
      continue;
    }
    const flags = file.readUInt16LE(at + 6);
    const method = file.readUInt16LE(at + 8);
    const data = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    if (flags & 1) result = 'UNSUPPORTED';
    else if (method === 8) {
      const { threat, size } = await inflate(file.subarray(data), budget);
      if (threat) return 'THREATS_FOUND';
      budget -= size;
      if (budget <= 0) return 'UNSUPPORTED';
    }
    at = file.indexOf('PK\x03\x04', at + 4, 'latin1');
  }
  return result;
}

/** Unpacks one entry, at most `budget` bytes of it. Stored entries lie open in the file and were searched with it. */
async function inflate(compressed: Buffer, budget: number): Promise<{ threat: boolean; size: number }> {
  const inflated = Readable.from([compressed]).pipe(createInflateRaw());
  let tail = Buffer.alloc(0);
  let size = 0;
  try {
    for await (const piece of inflated) {
      const bytes: Buffer = piece;
      size += bytes.length;
      const window = Buffer.concat([tail, bytes]);
      if (window.includes(eicarBytes)) return { threat: true, size };
      if (size > budget) break;
      tail = window.subarray(Math.max(0, window.length - eicarBytes.length + 1));
    }
  } catch {
    // Not a deflate stream after all: broken, not hostile. Opening the document will fail in its own words.
  } finally {
    inflated.destroy();
  }
  return { threat: false, size };
}
