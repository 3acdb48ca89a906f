import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwsError } from '../types.ts';
import { createAuthorize } from './authorize.ts';
import { readPolicy, wildcardMatch } from './statement.ts';

const principalArn = 'arn:aws:iam::000000000000:role/Rolle';

function allowed(statements: unknown[], action: string, resource: string): boolean {
  const read = readPolicy({ Statement: statements }, 'Rolle', []);
  const policies = { ofRole: new Map([[principalArn, read]]), ofResource: new Map(), keyOf: new Map() };
  try {
    createAuthorize(policies, 'eu-central-1')({ principalArn }, action, resource);
    return true;
  } catch (error) {
    if (error instanceof AwsError) return false;
    throw error;
  }
}

const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 'dynamodb:Query', 's3:*', '*', 's3:Get*');
const resource = fc.constantFrom('arn:aws:s3:::a/1', 'arn:aws:s3:::a/2', 'arn:aws:s3:::a/*', '*');
const statement = (effect: string) =>
  fc.record({ Effect: fc.constant(effect), Action: action, Resource: resource });
const policy = fc.array(fc.oneof(statement('Allow'), statement('Deny')), { maxLength: 5 });
const concrete = fc.constantFrom('s3:GetObject', 's3:PutObject', 'dynamodb:Query');
const thing = fc.constantFrom('arn:aws:s3:::a/1', 'arn:aws:s3:::a/2', 'arn:aws:s3:::b/1');

describe('whatever the policy', () => {
  it('a further Deny never allows anything', () => {
    fc.assert(
      fc.property(policy, statement('Deny'), concrete, thing, (statements, more, what, where) => {
        if (allowed([...statements, more], what, where)) expect(allowed(statements, what, where)).toBe(true);
      }),
    );
  });

  it('a further Allow never takes anything away', () => {
    fc.assert(
      fc.property(policy, statement('Allow'), concrete, thing, (statements, more, what, where) => {
        if (allowed(statements, what, where)) expect(allowed([...statements, more], what, where)).toBe(true);
      }),
    );
  });

  it('the order of its statements means nothing', () => {
    fc.assert(
      fc.property(policy, concrete, thing, (statements, what, where) => {
        expect(allowed([...statements].reverse(), what, where)).toBe(allowed(statements, what, where));
      }),
    );
  });
});

it.each([
  ['*', 'alles', true],
  ['s3:Get*', 's3:GetObject', true],
  ['s3:Get*', 's3:PutObject', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a.c', 'abc', false],
  [
    'arn:aws:execute-api:r:1:api/*/*/api/{proxy+}',
    'arn:aws:execute-api:r:1:api/$default/GET/api/{proxy+}',
    true,
  ],
  ['a*', 'a\nb', true],
])('%s for %s: %s', (pattern, value, expected) => {
  expect(wildcardMatch(pattern, value)).toBe(expected);
});
