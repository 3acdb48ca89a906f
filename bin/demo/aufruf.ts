import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The call itself is wrong: one sentence for whoever typed it, exit code 2. */
export class Aufruffehler extends Error {}

const protokolldatei = 'protokoll.txt';
/** How every log of ours begins. */
const erkennung = 'Gremienweg ';

function istUnseres(ordner: string): boolean {
  try {
    return readFileSync(join(ordner, protokolldatei), 'utf8').startsWith(erkennung);
  } catch {
    return false;
  }
}

/** Whether the folder may be emptied: it is not there, is empty, or holds what an earlier run left. */
export function pruefeAusgabeordner(ordner: string): void {
  let inhalt: string[];
  try {
    inhalt = readdirSync(ordner);
  } catch (fehler) {
    const { code } = fehler as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new Aufruffehler(`${ordner} ist als Ausgabeordner nicht zu gebrauchen (${code}).`);
  }
  if (inhalt.length > 0 && !istUnseres(ordner)) {
    throw new Aufruffehler(
      `${ordner} enthält Dateien, die nicht von einem früheren Lauf stammen, und wird deshalb nicht geleert; bitte nennen Sie mit --out einen anderen Ordner.`,
    );
  }
}

/** Empties the folder, and marks it at once: a run that is broken off leaves a folder that is ours, too. */
export function leereAusgabeordner(ordner: string): void {
  pruefeAusgabeordner(ordner);
  mkdirSync(ordner, { recursive: true });
  for (const name of readdirSync(ordner)) rmSync(join(ordner, name), { recursive: true, force: true });
  schreibeProtokoll(ordner, ['Gremienweg läuft noch oder wurde abgebrochen.']);
}

/** @param zeilen the first one begins with „Gremienweg“, by which the folder is known as ours */
export function schreibeProtokoll(ordner: string, zeilen: readonly string[]): void {
  const kopf = zeilen[0]?.startsWith(erkennung) ? [] : [`${erkennung.trim()} – Protokoll`];
  writeFileSync(join(ordner, protokolldatei), `${[...kopf, ...zeilen].join('\n')}\n`);
}
