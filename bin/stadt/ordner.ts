import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { endEngineOf } from '../../local/dynamodb/engine.ts';
import { lockFolder } from '../../local/start/lock.ts';

/**
 * What we set up in a data folder. `begonnen`: a town that is not finished and would mislead; `fertig`: a town
 * that people now work in; `leer`: an installation without town. No mark: the folder was there before.
 */
const markeSchema = z.object({ stadt: z.enum(['begonnen', 'fertig', 'leer']) });
type Marke = z.infer<typeof markeSchema>['stadt'];

const markendatei = (ordner: string) => join(ordner, 'stadt.json');

function liesMarke(ordner: string): Marke | null {
  try {
    return markeSchema.parse(JSON.parse(readFileSync(markendatei(ordner), 'utf8'))).stadt;
  } catch {
    return null;
  }
}

function setzeMarke(ordner: string, stadt: Marke): void {
  const datei = markendatei(ordner);
  writeFileSync(`${datei}.neu`, JSON.stringify({ stadt }));
  renameSync(`${datei}.neu`, datei);
}

/** Files of the host that say nothing of data. */
const belanglos = new Set(['sperre.json', 'stadt.json.neu']);

function inhalt(ordner: string): string[] {
  return existsSync(ordner) ? readdirSync(ordner).filter((name) => !belanglos.has(name)) : [];
}

export interface Wunsch {
  /** Without town: `--empty`. */
  readonly leer: boolean;
  /** A clock that is set from outside: whoever does that brings their own story. */
  readonly gestellt: boolean;
}

/**
 * What is to be done once the system runs: `stadt` tells the town, `konten` only logins and the first
 * Systembetreuung, `personen` also people and Gremien, `nichts` goes on with what is there.
 */
export type Einrichtung = 'stadt' | 'konten' | 'personen' | 'nichts';

/**
 * Looks at the data folder before the system starts. A town whose telling was broken off is thrown away, and
 * only such a one; everything else in a folder is left alone. Throws FolderInUse.
 */
export async function bereiteOrdner(ordner: string, { leer, gestellt }: Wunsch): Promise<Einrichtung> {
  mkdirSync(ordner, { recursive: true });
  const gibFrei = lockFolder(ordner);
  try {
    const marke = liesMarke(ordner);
    if (marke === 'fertig') return 'nichts';
    if (marke === 'leer') return 'konten';
    if (marke === 'begonnen') {
      await endEngineOf(join(ordner, 'dynamodb'));
      for (const name of inhalt(ordner)) rmSync(join(ordner, name), { recursive: true, force: true });
    }
    if (gestellt || inhalt(ordner).length > 0) return 'personen';
    setzeMarke(ordner, leer ? 'leer' : 'begonnen');
    return leer ? 'konten' : 'stadt';
  } finally {
    gibFrei();
  }
}

/** The town stands: the next start goes on with it. */
export function stadtSteht(ordner: string): void {
  setzeMarke(ordner, 'fertig');
}
