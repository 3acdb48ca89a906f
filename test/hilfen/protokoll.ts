import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Testsystem } from './system.ts';

/** What a function logged of this kind, as the alarms count it. */
export function protokollzeilen(system: Testsystem, ereignis: string): Record<string, unknown>[] {
  const ordner = join(system.dataDir, 'logs');
  return readdirSync(ordner)
    .flatMap((datei) => readFileSync(join(ordner, datei), 'utf8').split('\n'))
    .filter((zeile) => zeile.includes(`"${ereignis}"`))
    .map((zeile) => JSON.parse(zeile.slice(zeile.indexOf('{'))) as Record<string, unknown>);
}
