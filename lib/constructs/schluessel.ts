import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { behalteName } from './namen.ts';

/** The customer key of the record, the drafts and the issued papers. Losing it loses them all. */
export class Schluessel extends Construct {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new kms.Key(this, 'Key', {
      description: 'Gremienweg: Akte, Entwürfe und Papiere',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    behalteName(this.key, 'Schluessel');
  }
}
