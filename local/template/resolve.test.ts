import { describe, expect, it } from 'vitest';
import { resolveTemplate, TemplateRefused } from './resolve.ts';

const webOrigin = 'http://127.0.0.1:4510';

describe('functions of CloudFormation', () => {
  const base = {
    Parameters: { Stufe: { Type: 'String', Default: 'test' } },
    Mappings: { Karte: { a: { b: 'gefunden' } } },
    Conditions: {
      Ja: { 'Fn::Equals': [{ Ref: 'Stufe' }, 'test'] },
      Nein: { 'Fn::Not': [{ Condition: 'Ja' }] },
    },
    Resources: {
      Akte: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      Rolle: { Type: 'AWS::IAM::Role', Properties: {} },
    },
  };
  const cases: [string, unknown, unknown][] = [
    ['Ref to a resource', { Ref: 'Akte' }, 'Akte'],
    ['Ref to a parameter', { Ref: 'Stufe' }, 'test'],
    ['pseudo parameter', { Ref: 'AWS::Region' }, 'eu-central-1'],
    ['GetAtt', { 'Fn::GetAtt': ['Akte', 'Arn'] }, 'arn:aws:dynamodb:eu-central-1:000000000000:table/Akte'],
    ['GetAtt in one text', { 'Fn::GetAtt': 'Rolle.Arn' }, 'arn:aws:iam::000000000000:role/Rolle'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Akte' }]] }, 'a-Akte'],
    [
      'Sub',
      { 'Fn::Sub': `${'$'}{AWS::AccountId}/${'$'}{Akte}/${'$'}{!Roh}` },
      `000000000000/Akte/${'$'}{Roh}`,
    ],
    ['Sub with values', { 'Fn::Sub': [`${'$'}{x}`, { x: { Ref: 'Akte' } }] }, 'Akte'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['If yes', { 'Fn::If': ['Ja', 1, 2] }, 1],
    ['If no', { 'Fn::If': ['Nein', 1, 2] }, 2],
    ['NoValue drops the member', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['FindInMap', { 'Fn::FindInMap': ['Karte', 'a', 'b'] }, 'gefunden'],
    [
      'a policy condition is no function',
      { Condition: { Bool: { a: 'true' } } },
      { Condition: { Bool: { a: 'true' } } },
    ],
  ];
  it.each(cases)('%s', (_name, value, expected) => {
    expect(resolveTemplate(base, { webOrigin }).resolve(value)).toEqual(expected);
  });
});

describe('a template is refused by name', () => {
  it('lists every unknown type and function at once', () => {
    const template = {
      Resources: {
        Netz: { Type: 'AWS::EC2::VPC' },
        Eigen: { Type: 'Custom::S3AutoDeleteObjects' },
        Akte: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { 'Fn::ImportValue': 'x' } } },
      },
    };
    const run = () => resolveTemplate(template, { webOrigin });
    expect(run).toThrow(TemplateRefused);
    expect(run).toThrow(/AWS::EC2::VPC \(Netz\)[\s\S]*Custom::S3AutoDeleteObjects[\s\S]*Fn::ImportValue/);
  });

  it.each([
    ['a Ref that leads nowhere', { Ref: 'Fehlt' }, 'Ref Fehlt leads nowhere'],
    ['an attribute it does not know', { 'Fn::GetAtt': ['Akte', 'Laune'] }, 'attribute Laune'],
    ['a dynamic reference', '{{resolve:ssm:x}}', 'dynamic reference'],
  ])('%s', (_name, value, message) => {
    const Resources = {
      Akte: { Type: 'AWS::DynamoDB::Table' },
      Andere: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: value } },
    };
    expect(() => resolveTemplate({ Resources }, { webOrigin })).toThrow(message);
  });

  it('does not follow a circle', () => {
    const name = (other: string) => ({
      Type: 'AWS::DynamoDB::Table',
      Properties: { TableName: { Ref: other } },
    });
    expect(() => resolveTemplate({ Resources: { A: name('B'), B: name('A') } }, { webOrigin })).toThrow(
      'circular reference',
    );
  });
});

it('names machine, version and alias as AWS does', () => {
  const stack = resolveTemplate(
    {
      Resources: {
        Weg: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineName: 'weg' } },
        V: {
          Type: 'AWS::StepFunctions::StateMachineVersion',
          Properties: { StateMachineArn: { Ref: 'Weg' } },
        },
        A: {
          Type: 'AWS::StepFunctions::StateMachineAlias',
          Properties: {
            Name: 'aktiv',
            RoutingConfiguration: [{ StateMachineVersionArn: { Ref: 'V' }, Weight: 100 }],
          },
        },
      },
    },
    { webOrigin },
  );
  expect(stack.get('V').ref).toBe('arn:aws:states:eu-central-1:000000000000:stateMachine:weg:1');
  expect(stack.get('A').ref).toBe('arn:aws:states:eu-central-1:000000000000:stateMachine:weg:aktiv');
});

it('leaves out a resource whose condition is false', () => {
  const stack = resolveTemplate(
    {
      Conditions: { Nein: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Akte: { Type: 'AWS::DynamoDB::Table', Condition: 'Nein' } },
    },
    { webOrigin },
  );
  expect(stack.ofType('AWS::DynamoDB::Table')).toEqual([]);
});
