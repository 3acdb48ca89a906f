import type { Page } from 'playwright-core';
import type { Seitenhilfen } from './seitenhilfen.ts';

/** One fault that a check found. */
export interface Befund {
  /** Name of the check, or `axe: <rule>`. */
  readonly pruefung: string;
  /** CSS selector of the place. */
  readonly auswahl: string;
  /** What is wrong, in a sentence. */
  readonly satz: string;
}

/** What a check looks at on an open page; it leaves the page as it found it. */
export type Pruefung = (seite: Page) => Promise<Befund[]>;

/** A fault before its check's name is put to it. */
export type Fund = Pick<Befund, 'auswahl' | 'satz'>;

/**
 * Asks a question inside the page. The function travels as text: it may use its arguments and the page, and
 * nothing else of its file.
 */
export async function frage<A, T>(
  seite: Page,
  funktion: (hilfen: Seitenhilfen, angabe: A) => T | Promise<T>,
  angabe: A,
): Promise<T> {
  // tsx marks every inner function with __name, which no page knows.
  const text = `{ const __name = (f) => f; (${funktion})(window.gwPruefung, ${JSON.stringify(angabe ?? null)}); }`;
  return (await seite.evaluate(text)) as T;
}

/** The answer of {@link frage} as faults of a check. */
export async function suche<A = null>(
  seite: Page,
  pruefung: string,
  funktion: (hilfen: Seitenhilfen, angabe: A) => Fund[] | Promise<Fund[]>,
  angabe: A = null as A,
): Promise<Befund[]> {
  const funde = await frage(seite, funktion, angabe);
  return funde.map((fund) => ({ pruefung, ...fund }));
}

/** All faults as text, one a line. */
export function liste(befunde: readonly Befund[]): string {
  return befunde.map((b) => `  ${b.pruefung}: ${b.satz}\n      ${b.auswahl}`).join('\n');
}

/** Throws one error that names every fault. */
export function keine(befunde: readonly Befund[]): void {
  if (befunde.length > 0) throw new Error(`${befunde.length} Befunde:\n${liste(befunde)}`);
}
