import type { Engine } from '../engine.ts';

/** A record as Lambda hands it to a function. */
export interface StreamRecord {
  eventID: string;
  eventName: string;
  eventSourceARN: string;
  awsRegion: string;
  dynamodb: { SequenceNumber: string; ApproximateCreationDateTime?: number; [member: string]: unknown };
  [member: string]: unknown;
}

/** The engine's stream of one table. */
export interface StreamSource {
  shards(): Promise<{ shardId: string; last: string | undefined }[]>;
  /** Up to `limit` records after `sequence`, or from the oldest one when it is undefined. */
  after(shardId: string, sequence: string | undefined, limit: number): Promise<StreamRecord[]>;
}

interface ShardDescription {
  ShardId: string;
  SequenceNumberRange?: { EndingSequenceNumber?: string };
}

/**
 * Reads a table's stream through the Streams API. The engine numbers records 1, 2, 3 ... in one shard that
 * never closes and numbers them inside the writing transaction: a higher number is never seen earlier.
 */
export function createStreamSource(
  engine: Engine,
  table: string,
  streamArn: string,
  region: string,
): StreamSource {
  let engineArn: string | undefined;
  const arn = async () => {
    if (engineArn !== undefined) return engineArn;
    const answer = await engine.call<{ Streams: { StreamArn: string; TableName: string }[] }>(
      'ListStreams',
      { TableName: table },
      'streams',
    );
    engineArn = answer.Streams.find((stream) => stream.TableName === table)?.StreamArn;
    if (engineArn === undefined) throw new Error(`Table ${table} has no stream.`);
    return engineArn;
  };

  return {
    async shards() {
      const { StreamDescription } = await engine.call<{ StreamDescription: { Shards: ShardDescription[] } }>(
        'DescribeStream',
        { StreamArn: await arn() },
        'streams',
      );
      return StreamDescription.Shards.map((shard) => ({
        shardId: shard.ShardId,
        last: shard.SequenceNumberRange?.EndingSequenceNumber,
      }));
    },
    async after(ShardId, SequenceNumber, Limit) {
      const position =
        SequenceNumber === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber };
      const { ShardIterator } = await engine.call<{ ShardIterator: string }>(
        'GetShardIterator',
        { StreamArn: await arn(), ShardId, ...position },
        'streams',
      );
      const { Records } = await engine.call<{ Records: StreamRecord[] }>(
        'GetRecords',
        { ShardIterator, Limit },
        'streams',
      );
      return Records.map((record) => ({ ...record, awsRegion: region, eventSourceARN: streamArn }));
    },
  };
}
