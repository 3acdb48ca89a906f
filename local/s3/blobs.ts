/**
 * Objects' bytes as files. A blob is written under a random name, made durable, and only then may a row name it:
 * after a kill there may be a file without a row (removed at start), never a row without its bytes.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ChecksumAlgorithm, createChecksum } from './checksums.ts';

export interface WrittenBlob {
  blob: string;
  size: number;
  /** Hexadecimal; S3's ETag of a single put. */
  md5: string;
  sha256: string;
  checksums: ReadonlyMap<ChecksumAlgorithm, string>;
}

export interface Blobs {
  /** Streams `source` into a durable file. When the source throws, nothing is left. Memory stays constant. */
  write(source: AsyncIterable<Uint8Array>, algorithms: Iterable<ChecksumAlgorithm>): Promise<WrittenBlob>;
  /** Bytes `start` to `end`, both included, as HTTP counts them. */
  read(blob: string, range?: { start: number; end: number }): Readable;
  remove(blob: string): Promise<void>;
  /** Removes what no row names: the leftovers of a killed process. */
  sweep(isNamed: (blob: string) => boolean): void;
}

export function openBlobs(folder: string): Blobs {
  const temporary = join(folder, 'unfinished');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const path = (blob: string) => join(folder, blob);

  async function write(source: AsyncIterable<Uint8Array>, algorithms: Iterable<ChecksumAlgorithm>) {
    const blob = randomBytes(16).toString('hex');
    const unfinished = join(temporary, blob);
    const md5 = createHash('md5');
    const sha256 = createHash('sha256');
    const checksums = [...new Set(algorithms)].map((name) => [name, createChecksum(name)] as const);
    let size = 0;
    const file = await open(unfinished, 'wx');
    try {
      for await (const piece of source) {
        size += piece.length;
        md5.update(piece);
        sha256.update(piece);
        for (const [, checksum] of checksums) checksum.update(piece);
        await file.writeFile(piece);
      }
      await file.sync();
      await file.close();
      await rename(unfinished, path(blob));
      await syncFolder(folder);
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(unfinished, { force: true });
      throw error;
    }
    return {
      blob,
      size,
      md5: md5.digest('hex'),
      sha256: sha256.digest('hex'),
      checksums: new Map(checksums.map(([name, checksum]) => [name, checksum.digest()])),
    };
  }

  return {
    write,
    read: (blob, range) => createReadStream(path(blob), range),
    remove: (blob) => rm(path(blob), { force: true }),
    sweep(isNamed) {
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isFile() && !isNamed(entry.name)) rmSync(path(entry.name));
    },
  };
}

/** A renamed file survives a power cut only once its folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
