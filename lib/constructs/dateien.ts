import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { behalteName, cfnVon } from './namen.ts';

export interface DateienProps {
  readonly key: kms.IKey;
  /** Origins of the web pages that may post drafts from a browser. */
  readonly urspruenge: readonly string[];
}

/** Prefix of what people upload: checked by us and by GuardDuty. Models and everything else there are ours. */
export const uploads = 'upload/';

/** Two buckets: drafts as people upload them, and issued papers, which nobody overwrites or deletes. */
export class Dateien extends Construct {
  readonly entwuerfe: s3.Bucket;
  readonly papiere: s3.Bucket;
  readonly #key: kms.IKey;

  constructor(scope: Construct, id: string, props: DateienProps) {
    super(scope, id);
    this.#key = props.key;
    this.entwuerfe = this.#baueEntwuerfe(props.urspruenge);
    this.papiere = this.#bauePapiere();
  }

  #baueEntwuerfe(urspruenge: readonly string[]): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Entwuerfe', {
      ...gemeinsam(this.#key),
      cors: [
        {
          allowedMethods: [s3.HttpMethods.POST],
          allowedOrigins: [...urspruenge],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
    });
    behalteName(bucket, 'Entwuerfe');
    // As a property, not by eventBridgeEnabled: CDK would do that with a custom resource of its own.
    cfnVon(bucket).addPropertyOverride('NotificationConfiguration.EventBridgeConfiguration', {
      EventBridgeEnabled: true,
    });
    return bucket;
  }

  /** Locked object by object (GOVERNANCE until a date): a default would lock anchors and papers alike. */
  #bauePapiere(): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Papiere', { ...gemeinsam(this.#key), objectLockEnabled: true });
    behalteName(bucket, 'Papiere');
    return bucket;
  }

  /** Drafts: `aktionen` on the objects below `praefix` ("" = all). */
  erlaubeEntwuerfe(wer: iam.IGrantable, aktionen: readonly `s3:${string}`[], praefix = ''): void {
    this.#erlaube(wer, this.entwuerfe, aktionen, praefix);
  }

  /** Issued papers: `aktionen` on the objects below `praefix` ("" = all). */
  erlaubePapiere(wer: iam.IGrantable, aktionen: readonly `s3:${string}`[], praefix = ''): void {
    this.#erlaube(wer, this.papiere, aktionen, praefix);
  }

  #erlaube(wer: iam.IGrantable, bucket: s3.Bucket, aktionen: readonly string[], praefix: string): void {
    iam.Grant.addToPrincipal({
      grantee: wer,
      actions: [...aktionen],
      resourceArns: [bucket.arnForObjects(`${praefix}*`)],
    });
    const schreibt = aktionen.includes('s3:PutObject');
    this.#key.grant(wer, 'kms:Decrypt', ...(schreibt ? ['kms:GenerateDataKey'] : []));
  }
}

function gemeinsam(key: kms.IKey): s3.BucketProps {
  return {
    versioned: true,
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    enforceSSL: true,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
  };
}
