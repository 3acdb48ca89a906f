import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveTemplate, TemplateRefused } from '../template/resolve.ts';
import { AwsError, type Caller } from '../types.ts';
import { createAuthorize, rootArn } from './authorize.ts';
import { collectPolicies } from './collect.ts';
import { createCredentials } from './credentials.ts';

const allow = (Action: string | string[], Resource: unknown, Condition?: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const deny = (Action: string, Resource: unknown) => ({ Effect: 'Deny', Action, Resource });
const att = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });

function template(statements: unknown[], extra: Record<string, unknown> = {}) {
  return {
    Resources: {
      Rolle: {
        Type: 'AWS::IAM::Role',
        Properties: {
          ManagedPolicyArns: [
            {
              'Fn::Join': [
                '',
                [
                  'arn:',
                  { Ref: 'AWS::Partition' },
                  ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
                ],
              ],
            },
          ],
        },
      },
      Rechte: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'Rechte',
          PolicyDocument: { Statement: statements },
          Roles: [{ Ref: 'Rolle' }],
        },
      },
      Akte: { Type: 'AWS::DynamoDB::Table' },
      Schluessel: {
        Type: 'AWS::KMS::Key',
        Properties: {
          KeyPolicy: {
            Statement: [
              {
                Effect: 'Allow',
                Action: 'kms:*',
                Resource: '*',
                Principal: { AWS: 'arn:aws:iam::000000000000:root' },
              },
            ],
          },
        },
      },
      Geheim: {
        Type: 'AWS::DynamoDB::Table',
        Properties: { SSESpecification: { KMSMasterKeyId: att('Schluessel') } },
      },
      Papiere: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'papiere' } },
      Regeln: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Papiere' },
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Deny',
                Action: 's3:*',
                Principal: { AWS: '*' },
                Resource: [att('Papiere'), { 'Fn::Join': ['', [att('Papiere'), '/*']] }],
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              },
            ],
          },
        },
      },
      Anker: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'anker' } },
      DarfRufen: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          FunctionName: { Ref: 'Anker' },
          Action: 'lambda:InvokeFunction',
          Principal: 'events.amazonaws.com',
          SourceArn: 'arn:aws:events:eu-central-1:000000000000:rule/recht',
        },
      },
      ...extra,
    },
  };
}

const role: Caller = { principalArn: 'arn:aws:iam::000000000000:role/Rolle' };
const tableArn = 'arn:aws:dynamodb:eu-central-1:000000000000:table/Akte';
const secretArn = 'arn:aws:dynamodb:eu-central-1:000000000000:table/Geheim';
const anker = 'arn:aws:lambda:eu-central-1:000000000000:function:anker';
const bySource = (sourceArn: string): Caller => ({
  principalArn: 'events.amazonaws.com',
  service: 'events.amazonaws.com',
  sourceArn,
});

function refusalOf(
  statements: unknown[],
  caller: Caller,
  action: string,
  resource: string,
  context?: Record<string, string>,
): AwsError | undefined {
  const stack = resolveTemplate(template(statements), { webOrigin: 'http://127.0.0.1' });
  try {
    createAuthorize(collectPolicies(stack), stack.region)(caller, action, resource, context);
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

describe('the decision', () => {
  const cases: [string, unknown[], Caller, string, string, Record<string, string> | undefined, boolean][] = [
    ['1 allowed', [allow('dynamodb:GetItem', tableArn)], role, 'dynamodb:GetItem', tableArn, undefined, true],
    [
      '2 other action',
      [allow('dynamodb:GetItem', tableArn)],
      role,
      'dynamodb:PutItem',
      tableArn,
      undefined,
      false,
    ],
    [
      '3 other resource',
      [allow('dynamodb:GetItem', `${tableArn}2`)],
      role,
      'dynamodb:GetItem',
      tableArn,
      undefined,
      false,
    ],
    [
      '4 wildcard',
      [allow('dynamodb:*', `${tableArn}/index/*`)],
      role,
      'dynamodb:Query',
      `${tableArn}/index/gsi1`,
      undefined,
      true,
    ],
    [
      '5 the index is not the table',
      [allow('dynamodb:Query', tableArn)],
      role,
      'dynamodb:Query',
      `${tableArn}/index/gsi1`,
      undefined,
      false,
    ],
    [
      '6 Deny wins',
      [allow('*', '*'), deny('dynamodb:DeleteItem', '*')],
      role,
      'dynamodb:DeleteItem',
      tableArn,
      undefined,
      false,
    ],
    [
      '7 Deny of root',
      [],
      { principalArn: rootArn },
      's3:GetObject',
      'arn:aws:s3:::papiere/a',
      { 'aws:SecureTransport': 'false' },
      false,
    ],
    ['8 root may', [], { principalArn: rootArn }, 's3:GetObject', 'arn:aws:s3:::papiere/a', undefined, true],
    [
      '9 plain HTTP from afar',
      [allow('s3:*', '*')],
      role,
      's3:GetObject',
      'arn:aws:s3:::papiere/a',
      { 'aws:SecureTransport': 'false' },
      false,
    ],
    [
      '10 encrypted table without key',
      [allow('dynamodb:GetItem', '*')],
      role,
      'dynamodb:GetItem',
      secretArn,
      undefined,
      false,
    ],
    [
      '11 encrypted table with key',
      [allow(['dynamodb:GetItem', 'kms:Decrypt'], '*')],
      role,
      'dynamodb:GetItem',
      secretArn,
      undefined,
      true,
    ],
    [
      '12 key only through S3',
      [
        allow('dynamodb:*', '*'),
        allow('kms:*', '*', { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } }),
      ],
      role,
      'dynamodb:PutItem',
      secretArn,
      undefined,
      false,
    ],
    [
      '13 the right rule',
      [],
      bySource('arn:aws:events:eu-central-1:000000000000:rule/recht'),
      'lambda:InvokeFunction',
      anker,
      undefined,
      true,
    ],
    [
      '14 another rule',
      [],
      bySource('arn:aws:events:eu-central-1:000000000000:rule/fremd'),
      'lambda:InvokeFunction',
      anker,
      undefined,
      false,
    ],
    ['15 managed policy', [], role, 'logs:PutLogEvents', '*', undefined, true],
    [
      '16 unknown role',
      [],
      { principalArn: 'arn:aws:iam::000000000000:role/Niemand' },
      'logs:PutLogEvents',
      '*',
      undefined,
      false,
    ],
    [
      '17 condition unmet',
      [allow('ses:SendEmail', '*', { StringEquals: { 'ses:FromAddress': 'a@b' } })],
      role,
      'ses:SendEmail',
      '*',
      { 'ses:FromAddress': 'x@y' },
      false,
    ],
    [
      '18 condition met',
      [allow('ses:SendEmail', '*', { StringEquals: { 'ses:FromAddress': 'a@b' } })],
      role,
      'ses:SendEmail',
      '*',
      { 'ses:FromAddress': 'a@b' },
      true,
    ],
    [
      '19 missing key fails',
      [allow('ses:SendEmail', '*', { StringEquals: { 'ses:FromAddress': 'a@b' } })],
      role,
      'ses:SendEmail',
      '*',
      undefined,
      false,
    ],
  ];
  it.each(cases)('%s', (_name, statements, caller, action, resource, context, allowed) => {
    expect(refusalOf(statements, caller, action, resource, context) === undefined).toBe(allowed);
  });

  it('refuses in the words of AWS, naming the session', () => {
    expect(refusalOf([], role, 'dynamodb:GetItem', tableArn)).toMatchObject({
      code: 'AccessDeniedException',
      status: 400,
      message: `User: arn:aws:sts::000000000000:assumed-role/Rolle/lokal is not authorized to perform: dynamodb:GetItem on resource: ${tableArn} because no identity-based policy allows the dynamodb:GetItem action`,
    });
    expect(refusalOf([], role, 's3:GetObject', 'arn:aws:s3:::papiere/a')).toMatchObject({
      code: 'AccessDenied',
      status: 403,
    });
  });
});

it.each([
  ['condition key', allow('s3:*', '*', { StringEquals: { 'aws:Laune': 'gut' } }), 'condition key aws:Laune'],
  ['operator', allow('s3:*', '*', { IpAddress: { 'aws:SourceArn': '::1' } }), 'condition operator IpAddress'],
  ['principal', { ...allow('s3:*', '*'), Principal: { Federated: 'x' } }, 'principal kind Federated'],
])('an unknown %s is refused by name at start', (_kind, statement, finding) => {
  const stack = resolveTemplate(template([statement]), { webOrigin: 'http://127.0.0.1' });
  expect(() => collectPolicies(stack)).toThrow(TemplateRefused);
  expect(() => collectPolicies(stack)).toThrow(`Rechte: ${finding}`);
});

it('keeps credentials over a restart and knows whose they are', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'iam-')), 'zugang.json');
  const first = createCredentials(file, [role.principalArn]).of(role.principalArn);
  const again = createCredentials(file, [role.principalArn]);
  expect(again.of(role.principalArn)).toEqual(first);
  expect(again.lookup(first.accessKeyId)).toEqual({ secret: first.secretAccessKey, caller: role });
  expect(again.lookup('AKIAFREMD')).toBeNull();
  expect(() => again.of('arn:aws:iam::000000000000:role/Niemand')).toThrow('no such role');
});
