import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository, below which the engine's binary lies. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'gremienweg-'));

/** A template with one streamed table, one index and expiry; `mapping` overrides the stream's mapping. */
export function tableTemplate(mapping: Record<string, unknown> = {}) {
  return {
    Resources: {
      Akte: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'Akte',
          AttributeDefinitions: ['pk', 'sk', 'gsi1pk'].map((AttributeName) => ({
            AttributeName,
            AttributeType: 'S',
          })),
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          GlobalSecondaryIndexes: [
            {
              IndexName: 'gsi1',
              KeySchema: [{ AttributeName: 'gsi1pk', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          ],
          StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
          TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        },
      },
      Folge: {
        Type: 'AWS::Lambda::Function',
        Properties: { FunctionName: 'folge', Role: { 'Fn::GetAtt': ['Rolle', 'Arn'] } },
      },
      Rolle: { Type: 'AWS::IAM::Role', Properties: {} },
      Gescheitert: { Type: 'AWS::SQS::Queue', Properties: {} },
      Strom: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Akte', 'StreamArn'] },
          FunctionName: { Ref: 'Folge' },
          StartingPosition: 'TRIM_HORIZON',
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ...mapping,
        },
      },
    },
  };
}
