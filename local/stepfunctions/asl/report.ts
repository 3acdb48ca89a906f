import type { Json, JsonObject } from './definition.ts';

/** Collects what is wrong with a definition; `at` names the place, e.g. "Prüfen.Retry[0]". */
export class Report {
  readonly problems: string[] = [];

  add(at: string, problem: string): void {
    this.problems.push(at === '' ? problem : `${at}: ${problem}`);
  }

  /** Refuses, by name, every field of `object` that is not in `known`. */
  fields(at: string, object: JsonObject, known: readonly string[]): void {
    for (const name of Object.keys(object))
      if (!known.includes(name)) this.add(at, `field '${name}' is not supported`);
  }

  object(at: string, value: Json | undefined): JsonObject | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    this.add(at, 'must be an object');
    return undefined;
  }

  list(at: string, value: Json | undefined): Json[] {
    if (Array.isArray(value)) return value;
    this.add(at, 'must be an array');
    return [];
  }

  text(at: string, value: Json | undefined): string | undefined {
    if (typeof value === 'string' && value !== '') return value;
    this.add(at, 'must be a text');
    return undefined;
  }

  integer(at: string, value: Json | undefined, least: number, most: number): void {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
      this.add(at, `must be a whole number from ${least} to ${most}`);
  }
}
