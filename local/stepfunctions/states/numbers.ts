import { longestSeconds } from '../asl/fields.ts';
import { evaluationFailure } from '../errors/failure.ts';
import { type Bindings, evaluateTyped } from '../jsonata/evaluate.ts';

/** A field that is a whole number or an expression for one; undefined if absent. Throws StateFailure. */
export async function wholeNumber(
  value: number | string | undefined,
  field: string,
  least: number,
  bindings: Bindings,
): Promise<number | undefined> {
  if (value === undefined) return undefined;
  const number = await evaluateTyped(value, field, 'number', bindings);
  if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= longestSeconds)
    return number;
  throw evaluationFailure(
    `The field '${field}' must be a whole number from ${least} to ${longestSeconds} but was: ${JSON.stringify(number)}`,
    field,
  );
}
