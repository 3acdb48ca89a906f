import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** The part of a DynamoDB stream event that we read. */
export interface DynamoDBStreamEvent {
  readonly Records: readonly {
    readonly dynamodb?: {
      readonly NewImage?: Record<string, AttributeValue>;
      readonly SequenceNumber?: string;
    };
  }[];
}

export interface DynamoDBBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}
