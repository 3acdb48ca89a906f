import type { ProtectionPlan } from '../guardduty/guardduty.ts';
import type { Stack } from '../template/resolve.ts';

interface PlanProperties {
  ProtectedResource?: { S3Bucket?: { BucketName?: string; ObjectPrefixes?: string[] } };
  Actions?: { Tagging?: { Status?: string } };
  Role?: string;
}

/** The malware protection plans of the template. */
export function readPlans(stack: Stack): ProtectionPlan[] {
  return stack.ofType('AWS::GuardDuty::MalwareProtectionPlan').map(({ attributes, properties }) => {
    const { ProtectedResource, Actions, Role }: PlanProperties = properties;
    return {
      planArn: attributes.Arn ?? '',
      bucket: ProtectedResource?.S3Bucket?.BucketName ?? '',
      prefixes: ProtectedResource?.S3Bucket?.ObjectPrefixes ?? [],
      tagging: Actions?.Tagging?.Status === 'ENABLED',
      roleArn: Role ?? '',
    };
  });
}
