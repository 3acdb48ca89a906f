/**
 * Event patterns, the language that EventBridge rules and the filters of event source mappings share:
 * fields nest, a list means "one of", objects in a list are operators.
 *
 *     matches(readPattern({ detail: { key: [{ prefix: 'upload/' }] } }), event)
 */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A test of one field: `values` are all values found there, empty where the field is missing. */
type Test = (values: readonly unknown[], present: boolean) => boolean;
type Field = { name: string; children: Pattern } | { name: string; tests: readonly Test[] };
export type Pattern = readonly Field[];

const some =
  (test: (value: unknown) => boolean): Test =>
  (values) =>
    values.some(test);
const text =
  (test: (value: string) => boolean): Test =>
  (values) =>
    values.some((value) => typeof value === 'string' && test(value));

/** The texts or numbers of an operator's argument. */
function scalars(argument: unknown, operator: string): (string | number | boolean)[] {
  const values = Array.isArray(argument) ? argument : [argument];
  for (const value of values)
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw new Error(`${operator} takes text or numbers, not ${JSON.stringify(argument)}`);
  return values;
}

function readOperator(operator: Json): Test {
  const entries = Object.entries(operator);
  const [name, argument] = entries[0] ?? ['', undefined];
  if (entries.length !== 1) throw new Error(`one operator at a time: ${JSON.stringify(operator)}`);
  switch (name) {
    case 'prefix':
    case 'suffix': {
      if (typeof argument !== 'string') throw new Error(`${name} takes a text`);
      return text((value) => (name === 'prefix' ? value.startsWith(argument) : value.endsWith(argument)));
    }
    case 'equals-ignore-case': {
      const wanted = scalars(argument, name).map((value) => String(value).toLowerCase());
      return text((value) => wanted.includes(value.toLowerCase()));
    }
    case 'exists':
      if (typeof argument !== 'boolean') throw new Error('exists takes true or false');
      return (_values, present) => present === argument;
    case 'anything-but': {
      if (isObject(argument)) {
        const positive = readOperator(argument);
        if (!('prefix' in argument) && !('suffix' in argument))
          throw new Error(`anything-but ${Object.keys(argument)} is not run`);
        return (values, present) => present && values.every((value) => !positive([value], true));
      }
      const unwanted: unknown[] = scalars(argument, name);
      return (values, present) => present && values.every((value) => !unwanted.includes(value));
    }
    default:
      throw new Error(`operator ${name} is not run`);
  }
}

/** Reads a pattern; throws with the name of the operator that is not run (numeric, cidr, wildcard, $or). */
export function readPattern(pattern: unknown): Pattern {
  if (!isObject(pattern)) throw new Error(`not a pattern: ${JSON.stringify(pattern)}`);
  return Object.entries(pattern).map(([name, value]): Field => {
    if (name.startsWith('$')) throw new Error(`operator ${name} is not run`);
    if (isObject(value)) return { name, children: readPattern(value) };
    if (!Array.isArray(value)) throw new Error(`${name}: a pattern's value is a list`);
    return {
      name,
      tests: value.map((item) => (isObject(item) ? readOperator(item) : some((found) => found === item))),
    };
  });
}

/** Whether `event` has every field as the pattern wants it. A list in the event matches by any element. */
export function matches(pattern: Pattern, event: unknown): boolean {
  return pattern.every((field) => {
    const candidates = Array.isArray(event) ? event : [event];
    if ('children' in field) {
      // A nested pattern meets a missing object as an empty one, so that exists:false below it can hold.
      return candidates.some((item) =>
        matches(field.children, isObject(item) && field.name in item ? item[field.name] : {}),
      );
    }
    const found = candidates.flatMap((item) =>
      isObject(item) && field.name in item ? [item[field.name]] : [],
    );
    const values = found.flatMap((value) => (Array.isArray(value) ? value : [value]));
    return field.tests.some((test) => test(values, found.length > 0));
  });
}
