import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { behalteName } from './namen.ts';

export interface AkteProps {
  readonly key: kms.IKey;
}

/** All indexes exist from the start: CloudFormation adds only one per update. */
const indexe = ['gsi1', 'gsi2', 'gsi3'] as const;

const lesend = ['dynamodb:GetItem', 'dynamodb:Query'];
/** A transaction asks for the right of each of its parts; there is none of its own. */
const schreibend = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

/** DynamoDB uses the customer key in the caller's name: what CDK's grantReadData and grantWriteData give. */
const schluesselLesend = ['kms:Decrypt', 'kms:DescribeKey'];
const schluesselSchreibend = ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey'];

/** The record (chains of events and their projections) and, apart from it, the tokens of waiting tasks. */
export class Akte extends Construct {
  readonly tabelle: dynamodb.Table;
  readonly wartemarken: dynamodb.Table;
  readonly #key: kms.IKey;

  constructor(scope: Construct, id: string, props: AkteProps) {
    super(scope, id);
    this.#key = props.key;
    this.tabelle = this.#baueAkte();
    this.wartemarken = this.#baueWartemarken();
  }

  #baueAkte(): dynamodb.Table {
    const tabelle = new dynamodb.Table(this, 'Tabelle', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'ttl',
      stream: dynamodb.StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const index of indexe) {
      tabelle.addGlobalSecondaryIndex({
        indexName: index,
        partitionKey: { name: `${index}pk`, type: dynamodb.AttributeType.STRING },
        sortKey: { name: `${index}sk`, type: dynamodb.AttributeType.STRING },
        projectionType: dynamodb.ProjectionType.ALL,
      });
    }
    behalteName(tabelle, 'Akte');
    return tabelle;
  }

  /** Without a stream: a token must not travel to a consumer. */
  #baueWartemarken(): dynamodb.Table {
    const tabelle = new dynamodb.Table(this, 'Wartemarken', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'ttl',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    behalteName(tabelle, 'Wartemarken');
    return tabelle;
  }

  /** Single items and queries over table and indexes; never Scan. */
  erlaubeLesen(wer: iam.IGrantable, weitere: readonly string[] = []): void {
    iam.Grant.addToPrincipal({
      grantee: wer,
      actions: [...lesend, ...weitere],
      resourceArns: [this.tabelle.tableArn, ...indexe.map((index) => this.#indexArn(index))],
    });
    this.#key.grant(wer, ...schluesselLesend);
  }

  /** Reading, and every part a transaction may have. */
  erlaubeLesenUndSchreiben(wer: iam.IGrantable): void {
    this.erlaubeLesen(wer, ['dynamodb:BatchGetItem']);
    iam.Grant.addToPrincipal({ grantee: wer, actions: schreibend, resourceArns: [this.tabelle.tableArn] });
    this.#key.grant(wer, ...schluesselSchreibend);
  }

  /** The tokens: only for the function that stores them and the one that sends them. */
  erlaubeWartemarken(wer: iam.IGrantable, aktionen: readonly `dynamodb:${string}`[]): void {
    iam.Grant.addToPrincipal({
      grantee: wer,
      actions: [...aktionen],
      resourceArns: [this.wartemarken.tableArn],
    });
    this.#key.grant(wer, ...schluesselLesend, ...schluesselSchreibend);
  }

  #indexArn(index: string): string {
    return `${this.tabelle.tableArn}/index/${index}`;
  }
}
