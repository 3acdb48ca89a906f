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

  /** Where the last read of a shard ended: going on from there spares a request. */
  const places = new Map<string, { sequence: string | undefined; iterator: string | undefined }>();

  async function iteratorAt(ShardId: string, SequenceNumber: string | undefined): Promise<string> {
    const position =
      SequenceNumber === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber };
    const { ShardIterator } = await engine.call<{ ShardIterator: string }>(
      'GetShardIterator',
      { StreamArn: await arn(), ShardId, ...position },
      'streams',
    );
    return ShardIterator;
  }

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
    async after(shardId, sequence, Limit) {
      const before = places.get(shardId);
      places.delete(shardId);
      const ShardIterator =
        before?.iterator !== undefined && before.sequence === sequence
          ? before.iterator
          : await iteratorAt(shardId, sequence);
      const { Records, NextShardIterator } = await engine.call<{
        Records: StreamRecord[];
        NextShardIterator?: string;
      }>('GetRecords', { ShardIterator, Limit }, 'streams');
      const last = Records.at(-1)?.dynamodb.SequenceNumber ?? sequence;
      places.set(shardId, { sequence: last, iterator: NextShardIterator });
      return Records.map((record) => ({ ...record, awsRegion: region, eventSourceARN: streamArn }));
    },
  };
}
