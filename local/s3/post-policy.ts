/** The conditions of a POST policy: what a signed form allows, field by field. */
import * as z from 'zod';
import { AwsError } from '../types.ts';
import { accessDenied } from './errors.ts';

const condition = z.union([
  z.tuple([z.literal('content-length-range'), z.int().min(0), z.int().min(0)]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);
const policySchema = z.object({ expiration: z.iso.datetime(), conditions: z.array(condition) });

export interface SizeRange {
  least: number;
  most: number;
}

/** Fields that need no condition: the signature's own, the policy itself, and what S3 documents as free. */
const free = /^(x-amz-signature|file|policy|x-ignore-.*)$/;

/**
 * Checks the form against its policy and returns the sizes the file may have. `bucket` and the final key take
 * part under those names. Throws AccessDenied "Invalid according to Policy: ...".
 */
export function checkPolicy(
  encoded: string,
  fields: ReadonlyMap<string, string>,
  now: number,
): SizeRange | undefined {
  const policy = parse(encoded);
  if (Date.parse(policy.expiration) <= now) throw invalid('Policy expired.');
  const covered = new Set<string>();
  let range: SizeRange | undefined;
  for (const entry of policy.conditions) {
    if (Array.isArray(entry) && entry[0] === 'content-length-range') {
      range = { least: entry[1], most: entry[2] };
      continue;
    }
    for (const [kind, name, expected] of fieldConditions(entry)) {
      covered.add(name);
      const value = fields.get(name) ?? '';
      const holds = kind === 'eq' ? value === expected : value.startsWith(expected);
      if (!holds) throw invalid(`Policy Condition failed: ["${kind}", "$${name}", "${expected}"]`);
    }
  }
  const extra = [...fields.keys()].filter((name) => !free.test(name) && !covered.has(name));
  // The bucket comes from the URL; it is only compared, not required to be named.
  const unexpected = extra.filter((name) => name !== 'bucket');
  if (unexpected.length > 0) throw invalid(`Extra input fields: ${unexpected.join(', ')}`);
  return range;
}

type FieldCondition = readonly [kind: 'eq' | 'starts-with', name: string, expected: string];

function fieldConditions(entry: z.infer<typeof condition>): FieldCondition[] {
  if (!Array.isArray(entry))
    return Object.entries(entry).map(([name, value]) => ['eq', name.toLowerCase(), value]);
  const [kind, name, value] = entry;
  return kind === 'content-length-range' ? [] : [[kind, name.slice(1).toLowerCase(), value]];
}

function parse(encoded: string): z.infer<typeof policySchema> {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    throw malformed('it is not JSON');
  }
  const policy = policySchema.safeParse(json);
  if (!policy.success) throw malformed(z.prettifyError(policy.error));
  return policy.data;
}

function malformed(why: string): AwsError {
  return new AwsError('InvalidPolicyDocument', `Invalid Policy: ${why}`, 400);
}

function invalid(why: string): AwsError {
  return accessDenied(`Invalid according to Policy: ${why}`);
}
