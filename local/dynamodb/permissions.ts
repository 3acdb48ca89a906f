import { AwsError } from '../types.ts';

/** An action and the ARN it touches. */
export type Permission = readonly [action: string, resource: string];

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);

/** IAM action of each part of a transaction ("Using IAM with DynamoDB transactions"). */
const transactionParts: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const onTable = [
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'GetItem',
  'DescribeTable',
  'DescribeTimeToLive',
  'DescribeContinuousBackups',
  'UpdateTimeToLive',
  'UpdateTable',
  'CreateTable',
  'DeleteTable',
];

/** Operations after which a stream may hold something new. */
export const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];

const streamTable = /:table\/([^/]+)\/stream\//;

/** The engine's iterators are base64 of JSON that names the table; a foreign one is worth nothing. */
function tableOfIterator(iterator: unknown): string {
  try {
    return String(object(JSON.parse(Buffer.from(String(iterator), 'base64').toString('utf8'))).table_name);
  } catch {
    throw new AwsError('ValidationException', 'Invalid ShardIterator');
  }
}

/**
 * What AWS demands for an operation: one entry for each table, index or part of a transaction.
 * `arnOf` is the ARN of a table by name, `streamArnOf` that of its stream.
 * Throws UnknownOperationException for operations that the host does not offer (PartiQL, backups ...).
 */
export function permissionsFor(
  operation: string,
  input: Json,
  arnOf: (table: string) => string,
  streamArnOf: (table: string) => string,
): Permission[] {
  const action = `dynamodb:${operation}`;
  const table = () => arnOf(String(input.TableName));
  if (onTable.includes(operation)) return [[action, table()]];
  switch (operation) {
    case 'Query':
    case 'Scan':
      return [[action, input.IndexName === undefined ? table() : `${table()}/index/${input.IndexName}`]];
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return list(input.TransactItems).flatMap((item) =>
        Object.entries(item).map(([kind, part]): Permission => {
          const name = transactionParts[kind];
          if (!name) throw new AwsError('ValidationException', `Unknown part of a transaction: ${kind}`);
          return [`dynamodb:${name}`, arnOf(String(object(part).TableName))];
        }),
      );
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(object(input.RequestItems)).map((name): Permission => [action, arnOf(name)]);
    case 'ListTables':
    case 'ListStreams':
      return [[action, '*']];
    case 'DescribeStream':
    case 'GetShardIterator': {
      const name = streamTable.exec(String(input.StreamArn))?.[1];
      if (!name) throw new AwsError('ValidationException', `Invalid StreamArn: ${input.StreamArn}`);
      return [[action, streamArnOf(name)]];
    }
    case 'GetRecords':
      return [[action, streamArnOf(tableOfIterator(input.ShardIterator))]];
    default:
      throw new AwsError('UnknownOperationException', `${operation} is not offered by the local DynamoDB.`);
  }
}
