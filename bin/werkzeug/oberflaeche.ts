import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Beside the built files: from which sources they were made. Not shipped. */
const vermerk = '.quellen';

/** What a build reads: the interface, the rules it shares with the server, and the versions of its tools. */
const quellen = ['web', 'domain', 'package-lock.json'];

/** Neither read nor shipped: what a build makes, tests, tools' own folders. */
const fremd = (name: string) =>
  name === 'dist' || name === 'node_modules' || name.startsWith('.') || /\.test\.tsx?$/.test(name);

function* dateien(pfad: string): Generator<string> {
  if (!existsSync(pfad)) return;
  if (pfad.endsWith('.json')) return yield pfad;
  for (const eintrag of readdirSync(pfad, { withFileTypes: true })) {
    if (fremd(eintrag.name)) continue;
    const kind = join(pfad, eintrag.name);
    if (eintrag.isDirectory()) yield* dateien(kind);
    else yield kind;
  }
}

function pruefsumme(wurzel: string): string {
  const hash = createHash('sha256');
  const alle = quellen.flatMap((quelle) => [...dateien(join(wurzel, quelle))]).toSorted();
  for (const datei of alle) {
    hash.update(`\n${relative(wurzel, datei).split(sep).join('/')}\n`).update(readFileSync(datei));
  }
  return hash.digest('hex');
}

function istStand(ordner: string, summe: string): boolean {
  try {
    return readFileSync(join(ordner, vermerk), 'utf8') === summe;
  } catch {
    return false;
  }
}

/** Puts the finished build in place of the last one; a death in between leaves none, never half of one. */
function stelleHin(neu: string, ordner: string, beiseite: string): void {
  try {
    renameSync(ordner, beiseite);
  } catch (fehler) {
    if ((fehler as NodeJS.ErrnoException).code !== 'ENOENT') throw fehler;
  }
  try {
    renameSync(neu, ordner);
  } catch (fehler) {
    // Another process was faster; it built the same.
    if (!existsSync(join(ordner, vermerk))) throw fehler;
  }
}

/** What a killed build left; a younger one may still be at work in another process. */
function raeumeAuf(werkstaetten: string): void {
  for (const name of readdirSync(werkstaetten)) {
    const pfad = join(werkstaetten, name);
    if (Date.now() - statSync(pfad).mtimeMs > 3_600_000) rmSync(pfad, { recursive: true, force: true });
  }
}

/**
 * Builds the interface, unless the last build was made from the same sources (then: some milliseconds), and
 * returns the folder of the files. Throws Vite's error, which names file and line; the last build stays.
 */
export async function baueOberflaeche(wurzel: string): Promise<string> {
  const web = join(wurzel, 'web');
  const ordner = join(web, 'dist');
  const summe = pruefsumme(wurzel);
  if (istStand(ordner, summe)) return ordner;
  // On the same volume, and the last folder called "dist", so that git does not look into it.
  const werkstaetten = join(web, '.bau');
  const werkstatt = join(werkstaetten, randomUUID());
  const neu = join(werkstatt, 'dist');
  mkdirSync(werkstatt, { recursive: true });
  raeumeAuf(werkstaetten);
  try {
    const { build } = await import('vite');
    await build({ root: web, logLevel: 'warn', build: { outDir: neu, emptyOutDir: true } });
    writeFileSync(join(neu, vermerk), summe);
    stelleHin(neu, ordner, join(werkstatt, 'alt'));
  } finally {
    rmSync(werkstatt, { recursive: true, force: true });
  }
  return ordner;
}
