import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Fixes a resource's logical id. A hashed id changes when a construct moves in the tree, and CloudFormation
 * then makes a new resource: an empty table beside the record, a new function under running executions that
 * still call the old one.
 */
export function behalteName(konstrukt: IConstruct, logicalId: string): void {
  cfnVon(konstrukt).overrideLogicalId(logicalId);
}

/** The CloudFormation resource behind a construct. */
export function cfnVon(konstrukt: IConstruct): CfnResource {
  const kind = konstrukt.node.defaultChild;
  if (!CfnResource.isCfnResource(kind)) {
    throw new Error(`${konstrukt.node.path} has no CloudFormation resource of its own`);
  }
  return kind;
}
