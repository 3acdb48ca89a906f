import type { Policies } from '../iam/collect.ts';
import type { BucketSpec, CorsRule } from '../s3/bucket.ts';
import { type Stack, TemplateRefused } from '../template/resolve.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** Properties that are run, and those whose effect no local run can show (lifecycle, logging, tags). */
const knownProperties = [
  'AccessControl',
  'BucketEncryption',
  'BucketName',
  'CorsConfiguration',
  'LifecycleConfiguration',
  'LoggingConfiguration',
  'NotificationConfiguration',
  'ObjectLockEnabled',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'Tags',
  'VersioningConfiguration',
];

/** The buckets of the template; TemplateRefused names properties that are not run. */
export function readBuckets(stack: Stack, policies: Policies): BucketSpec[] {
  const findings: string[] = [];
  const buckets = stack.ofType('AWS::S3::Bucket').map(({ logicalId, ref, attributes, properties }) => {
    for (const name of Object.keys(properties))
      if (!knownProperties.includes(name))
        findings.push(`${logicalId}: property ${name} of a bucket is not run`);
    const notification = object(properties.NotificationConfiguration);
    for (const name of Object.keys(notification))
      if (name !== 'EventBridgeConfiguration') findings.push(`${logicalId}: ${name} is not run`);
    const rules = object(properties.CorsConfiguration).CorsRules;
    const arn = attributes.Arn ?? '';
    return {
      name: ref,
      arn,
      versioned: object(properties.VersioningConfiguration).Status === 'Enabled',
      objectLock: properties.ObjectLockEnabled === true,
      eventBridge: object(notification.EventBridgeConfiguration).EventBridgeEnabled === true,
      kmsKeyArn: policies.keyOf.get(arn),
      cors: Array.isArray(rules) ? (rules as CorsRule[]) : undefined,
    };
  });
  if (findings.length > 0) throw new TemplateRefused(findings);
  return buckets;
}
