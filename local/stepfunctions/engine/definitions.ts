import { createHash } from 'node:crypto';
import type { Store } from '../../store/store.ts';
import type { Definition } from '../asl/definition.ts';

/** The definitions ever started, by the SHA-256 of their text: an execution keeps the one it began with. */
export class Definitions {
  readonly #store: Store;
  readonly #parsed = new Map<string, Definition>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Stores a text that has been validated, and returns its hash. */
  put(text: string): string {
    const hash = createHash('sha256').update(text).digest('hex');
    this.#store.run('INSERT OR IGNORE INTO sfn_definition (hash, text) VALUES (?, ?)', [hash, text]);
    return hash;
  }

  text(hash: string): string {
    const row = this.#store.get<{ text: string }>('SELECT text FROM sfn_definition WHERE hash = ?', [hash]);
    if (!row) throw new Error(`no definition ${hash}`);
    return row.text;
  }

  get(hash: string): Definition {
    const known = this.#parsed.get(hash);
    if (known) return known;
    const parsed: Definition = JSON.parse(this.text(hash));
    this.#parsed.set(hash, parsed);
    return parsed;
  }
}
