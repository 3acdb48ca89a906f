import type { Json, JsonObject } from '../asl/definition.ts';
import { evaluationFailure, type StateFailure } from '../errors/failure.ts';
import { asFault, compile, expressionOf } from './expression.ts';

/** Names that an expression sees: `states`, the variables in scope, the functions. */
export type Bindings = Readonly<Record<string, unknown>>;

export type JsonType = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';

export function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'object';
}

/**
 * Fills a template: every text `{% … %}` in it, at any depth, gives way to its value; all else is literal.
 * `field` names the place for error messages, e.g. "Output". Throws StateFailure.
 */
export async function evaluateTemplate(template: Json, field: string, bindings: Bindings): Promise<Json> {
  if (typeof template === 'string') {
    const expression = expressionOf(template);
    return expression === undefined ? template : evaluateExpression(expression, field, bindings);
  }
  if (Array.isArray(template)) {
    const filled: Json[] = [];
    for (const [index, item] of template.entries())
      filled.push(await evaluateTemplate(item, `${field}[${index}]`, bindings));
    return filled;
  }
  if (typeof template === 'object' && template !== null) {
    const filled: JsonObject = {};
    for (const [key, item] of Object.entries(template))
      define(filled, key, await evaluateTemplate(item, `${field}/${key}`, bindings));
    return filled;
  }
  return template;
}

/** Fills a template whose value must be of one type. */
export async function evaluateTyped(
  template: Json,
  field: string,
  type: JsonType,
  bindings: Bindings,
): Promise<Json> {
  const value = await evaluateTemplate(template, field, bindings);
  if (typeOf(value) === type) return value;
  const expression = typeof template === 'string' ? (expressionOf(template) ?? template) : '';
  throw evaluationFailure(
    `The JSONata expression '${expression}' specified for the field '${field}' returned an unexpected ` +
      `result type. Expected '${type}', but was '${typeOf(value)}' for value: ${JSON.stringify(value)}`,
    field,
  );
}

async function evaluateExpression(expression: string, field: string, bindings: Bindings): Promise<Json> {
  let value: unknown;
  try {
    value = await compile(expression).evaluate(undefined, { ...bindings });
  } catch (thrown) {
    const { code, message } = asFault(thrown);
    throw blame(expression, field, `threw an error during evaluation. ${code}: ${message}`);
  }
  if (value === undefined) throw blame(expression, field, 'returned nothing (undefined).');
  return plain(value, () => blame(expression, field, 'returned an unsupported result type.'));
}

function blame(expression: string, field: string, what: string): StateFailure {
  return evaluationFailure(
    `The JSONata expression '${expression}' specified for the field '${field}' ${what}`,
    field,
  );
}

/** JSONata's sequences carry marks and may share parts with the bindings: the copy is plain JSON. */
function plain(value: unknown, refuse: () => StateFailure): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item ?? null, refuse));
  if (typeof value !== 'object' || '_jsonata_function' in value || '_jsonata_lambda' in value) throw refuse();
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value))
    if (item !== undefined) define(copy, key, plain(item, refuse));
  return copy;
}

/** Sets a key even if it is `__proto__`. */
function define(target: JsonObject, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
