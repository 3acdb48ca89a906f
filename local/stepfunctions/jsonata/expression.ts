import jsonata from 'jsonata';

/** The expression between `{%` and `%}`, or undefined where the text is a literal. */
export function expressionOf(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4
    ? text.slice(2, -2).trim()
    : undefined;
}

/** Upper bounds for one evaluation, so that no definition holds the host: milliseconds, call depth, items. */
const limits = { timeout: 5000, stack: 500, sequence: 300_000 } as const;

/** The jsonata package hands out thrown literals, not Errors. */
export interface JsonataFault {
  code: string;
  message: string;
}

export function asFault(thrown: unknown): JsonataFault {
  if (typeof thrown === 'object' && thrown !== null) {
    const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'error';
    const message =
      'message' in thrown && typeof thrown.message === 'string' ? thrown.message : String(thrown);
    return { code, message };
  }
  return { code: 'error', message: String(thrown) };
}

const compiled = new Map<string, jsonata.Expression>();

/** Compiles once per text. Throws what asFault reads if the syntax is wrong. */
export function compile(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known) return known;
  const fresh = jsonata(expression, limits);
  compiled.set(expression, fresh);
  return fresh;
}
