import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';

const typen: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** A name with a hash of its content never means other bytes; everything else is asked for again each time. */
function haltbarkeit(schluessel: string): string {
  return /^assets\/.+-[\w-]{8}\.\w+$/.test(schluessel) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Pages come after what they refer to, the way into everything last. */
function rang(schluessel: string): number {
  if (schluessel.startsWith('assets/')) return 0;
  return schluessel === 'index.html' || schluessel === 'sw.js' ? 2 : 1;
}

async function etags(s3: S3Client, bucket: string): Promise<ReadonlyMap<string, string>> {
  const gefunden = new Map<string, string>();
  for await (const { Contents } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    for (const { Key, ETag } of Contents ?? []) gefunden.set(Key ?? '', (ETag ?? '').replaceAll('"', ''));
  }
  return gefunden;
}

/**
 * Puts the built interface into its bucket and returns the keys that changed. What is there already stays as
 * it is; what the build no longer has stays too, for pages that are open since before.
 */
export async function ladeOberflaecheHoch(s3: S3Client, bucket: string, ordner: string): Promise<string[]> {
  const dateien = readdirSync(ordner, { recursive: true, withFileTypes: true })
    .filter((eintrag) => eintrag.isFile() && !eintrag.name.startsWith('.'))
    .map((eintrag) => join(eintrag.parentPath, eintrag.name))
    .map((pfad) => ({
      pfad,
      schluessel: pfad
        .slice(ordner.length + 1)
        .split(sep)
        .join('/'),
    }))
    .toSorted((a, b) => rang(a.schluessel) - rang(b.schluessel) || (a.schluessel < b.schluessel ? -1 : 1));
  const vorhanden = await etags(s3, bucket);
  const geaendert: string[] = [];
  for (const { pfad, schluessel } of dateien) {
    const typ = typen[extname(schluessel)];
    if (!typ) throw new Error(`Für „${schluessel}“ ist kein Dateityp bekannt (bin/werkzeug/hochladen.ts).`);
    const inhalt = readFileSync(pfad);
    // With S3's own encryption the ETag of a single put is the MD5 of its bytes.
    if (vorhanden.get(schluessel) === createHash('md5').update(inhalt).digest('hex')) continue;
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: schluessel,
        Body: inhalt,
        ContentType: typ,
        CacheControl: haltbarkeit(schluessel),
      }),
    );
    geaendert.push(schluessel);
  }
  return geaendert;
}
