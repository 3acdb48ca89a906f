import { type Stack, TemplateRefused } from '../template/resolve.ts';
import { account } from '../types.ts';
import { managedPolicies } from './managed-policies.ts';
import { readPolicy, type Statement } from './statement.ts';

/** Every policy of the template, where the evaluation looks for it. */
export interface Policies {
  /** Identity policies by role ARN. */
  ofRole: ReadonlyMap<string, readonly Statement[]>;
  /** Resource policies by the ARN of bucket, function, key, queue or topic. */
  ofResource: ReadonlyMap<string, readonly Statement[]>;
  /** Key ARN by the ARN of the table or bucket that it encrypts. */
  keyOf: ReadonlyMap<string, string>;
}

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function append(map: Map<string, Statement[]>, key: string, statements: readonly Statement[]): void {
  map.set(key, [...(map.get(key) ?? []), ...statements]);
}

/** A lambda permission as the statement of the function's resource policy that AWS makes of it. */
function permissionDocument(properties: Json, functionArn: string): unknown {
  const principal = String(properties.Principal);
  const service = principal.includes('.amazonaws.com');
  const conditions: Json = {};
  if (properties.SourceArn) conditions.ArnLike = { 'aws:SourceArn': properties.SourceArn };
  if (properties.SourceAccount) conditions.StringEquals = { 'aws:SourceAccount': properties.SourceAccount };
  return {
    Statement: [
      {
        Effect: 'Allow',
        Principal: service ? { Service: principal } : principal === '*' ? '*' : { AWS: principal },
        Action: properties.Action,
        Resource: functionArn,
        Condition: conditions,
      },
    ],
  };
}

/** The key that encrypts a table or bucket, as ARN; undefined when AWS's own key does. */
function keyArnOf(properties: Json, stack: Stack): string | undefined {
  const replica = list(properties.Replicas).map(object)[0] ?? {};
  const rule = object(
    list(object(properties.BucketEncryption).ServerSideEncryptionConfiguration).map(object)[0],
  );
  const candidates = [
    object(properties.SSESpecification).KMSMasterKeyId,
    object(replica.SSESpecification).KMSMasterKeyId,
    object(rule.ServerSideEncryptionByDefault).KMSMasterKeyID,
  ];
  const id = candidates.find((candidate) => typeof candidate === 'string');
  const key = stack
    .ofType('AWS::KMS::Key')
    .find((resource) => resource.ref === id || resource.attributes.Arn === id);
  return key?.attributes.Arn;
}

/**
 * Collects the policies of the template. Throws TemplateRefused naming every condition key, operator,
 * principal or managed policy that the evaluation does not know: what it cannot judge must not pass.
 */
export function collectPolicies(stack: Stack): Policies {
  const findings: string[] = [];
  const ofRole = new Map<string, Statement[]>();
  const ofResource = new Map<string, Statement[]>();
  const keyOf = new Map<string, string>();
  const roleArn = new Map(
    stack.ofType('AWS::IAM::Role').map((role) => [role.ref, role.attributes.Arn ?? '']),
  );
  const ownManaged = new Map(
    stack.ofType('AWS::IAM::ManagedPolicy').map((policy) => [policy.ref, policy.properties]),
  );

  for (const role of stack.ofType('AWS::IAM::Role')) {
    const arn = role.attributes.Arn ?? '';
    append(ofRole, arn, []);
    for (const inline of list(role.properties.Policies).map(object))
      append(ofRole, arn, readPolicy(inline.PolicyDocument, role.logicalId, findings));
    for (const managed of list(role.properties.ManagedPolicyArns).map(String)) {
      const document =
        managedPolicies[managed.replace('arn:aws:iam::aws:policy/', '')] ??
        ownManaged.get(managed)?.PolicyDocument;
      if (document) append(ofRole, arn, readPolicy(document, managed, findings));
      else findings.push(`${role.logicalId}: managed policy ${managed} is not known`);
    }
  }
  for (const policy of stack.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')) {
    const statements = readPolicy(policy.properties.PolicyDocument, policy.logicalId, findings);
    for (const name of list(policy.properties.Roles).map(String))
      append(ofRole, roleArn.get(name) ?? `arn:aws:iam::${account}:role/${name}`, statements);
  }

  const functions = stack.ofType('AWS::Lambda::Function');
  for (const permission of stack.ofType('AWS::Lambda::Permission')) {
    const name = String(permission.properties.FunctionName);
    const known = functions.find((item) => item.ref === name || item.attributes.Arn === name);
    const arn = known?.attributes.Arn ?? name;
    append(
      ofResource,
      arn,
      readPolicy(permissionDocument({ ...permission.properties }, arn), permission.logicalId, findings),
    );
  }
  for (const policy of stack.ofType('AWS::S3::BucketPolicy'))
    append(
      ofResource,
      `arn:aws:s3:::${policy.properties.Bucket}`,
      readPolicy(policy.properties.PolicyDocument, policy.logicalId, findings),
    );
  for (const key of stack.ofType('AWS::KMS::Key'))
    append(
      ofResource,
      key.attributes.Arn ?? '',
      readPolicy(key.properties.KeyPolicy, key.logicalId, findings),
    );
  for (const policy of stack.ofType('AWS::SQS::QueuePolicy'))
    for (const url of list(policy.properties.Queues)) {
      const queue = stack.ofType('AWS::SQS::Queue').find((item) => item.ref === url);
      append(
        ofResource,
        queue?.attributes.Arn ?? '',
        readPolicy(policy.properties.PolicyDocument, policy.logicalId, findings),
      );
    }

  for (const store of stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket')) {
    const key = keyArnOf({ ...store.properties }, stack);
    if (key) keyOf.set(store.attributes.Arn ?? '', key);
  }
  if (findings.length > 0) throw new TemplateRefused([...new Set(findings)]);
  return { ofRole, ofResource, keyOf };
}
