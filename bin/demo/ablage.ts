import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a journey leaves what it saw, by path. */
export interface Ablage {
  readonly pfade: readonly string[];
  lege(pfad: string, inhalt: string | Uint8Array): void;
}

/** A folder on disk. */
export class Ordnerablage implements Ablage {
  readonly #ordner: string;
  readonly #pfade: string[] = [];

  constructor(ordner: string) {
    this.#ordner = ordner;
  }

  get pfade(): readonly string[] {
    return this.#pfade;
  }

  lege(pfad: string, inhalt: string | Uint8Array): void {
    const ziel = join(this.#ordner, pfad);
    mkdirSync(dirname(ziel), { recursive: true });
    writeFileSync(ziel, inhalt);
    this.#pfade.push(pfad);
  }
}
