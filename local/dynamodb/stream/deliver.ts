import { randomUUID } from 'node:crypto';
import { rootArn } from '../../iam/authorize.ts';
import type { Authorize, InvokeFunction } from '../../types.ts';
import type { Mapping } from './mapping.ts';
import type { StreamRecord } from './source.ts';

export interface DeliveryOptions {
  mapping: Mapping;
  shardId: string;
  invoke: InvokeFunction;
  authorize: Authorize;
  /** Takes the message about records given up. */
  sendToQueue: (queueArn: string, body: string) => void;
  /** Everything up to this sequence number is done; durable when it returns. */
  checkpoint: (sequence: string) => void;
  /** Waits before a further attempt; resolves false when the host stops. */
  pause: (milliseconds: number) => Promise<boolean>;
  stopped: () => boolean;
  now: () => number;
  log: (line: string) => void;
}

const firstPause = 50;
const longestPause = 5_000;

const sequenceOf = (record: StreamRecord) => record.dynamodb.SequenceNumber;

/** `reported` tells a failure that the function itself named from one in which it broke off. */
type Outcome = { done: number; error: string | undefined; reported: boolean };

/** Position of the first record that the function reports as failed; undefined when none is. */
function firstFailed(payload: unknown, batch: readonly StreamRecord[]): number | undefined {
  const failures =
    typeof payload === 'object' && payload !== null && 'batchItemFailures' in payload
      ? payload.batchItemFailures
      : undefined;
  if (failures === undefined || failures === null) return undefined;
  // AWS: a malformed report counts as a failure of the whole batch.
  if (!Array.isArray(failures)) return 0;
  const positions = failures.map((failure) =>
    batch.findIndex((record) => sequenceOf(record) === failure?.itemIdentifier),
  );
  return positions.length === 0 ? undefined : Math.max(0, Math.min(...positions));
}

/** One invocation: how many leading records are done, and what went wrong with the rest. */
async function attempt(options: DeliveryOptions, batch: readonly StreamRecord[]): Promise<Outcome> {
  const { mapping } = options;
  const result = await options
    .invoke(mapping.functionArn, { Records: batch }, { principalArn: rootArn })
    .catch((error: unknown) => ({ ok: false as const, errorType: 'Invoke', errorMessage: String(error) }));
  if (!result.ok) return { done: 0, error: `${result.errorType}: ${result.errorMessage}`, reported: false };
  const failed = mapping.reportsItemFailures ? firstFailed(result.payload, batch) : undefined;
  if (failed === undefined) return { done: batch.length, error: undefined, reported: false };
  return { done: failed, error: 'the function reported failed records', reported: true };
}

/** Tells the failure destination, with the members that AWS documents: positions only, never the records. */
function giveUp(
  options: DeliveryOptions,
  batch: readonly StreamRecord[],
  attempts: number,
  condition: string,
) {
  const { mapping, shardId } = options;
  const [first, last] = [batch[0], batch.at(-1)];
  if (!first || !last) return;
  options.log(
    `stream: ${mapping.logicalId} gave up ${batch.length} records from ${sequenceOf(first)}: ${condition}`,
  );
  if (mapping.onFailure === undefined) return;
  const arrival = (record: StreamRecord) =>
    new Date((record.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  try {
    options.authorize({ principalArn: mapping.roleArn }, 'sqs:SendMessage', mapping.onFailure);
  } catch (error) {
    options.log(`stream: ${mapping.logicalId}: ${String(error)}`);
    return;
  }
  options.sendToQueue(
    mapping.onFailure,
    JSON.stringify({
      requestContext: {
        requestId: randomUUID(),
        functionArn: `${mapping.functionArn}:$LATEST`,
        condition,
        approximateInvokeCount: attempts,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date(options.now()).toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: sequenceOf(first),
        endSequenceNumber: sequenceOf(last),
        approximateArrivalOfFirstRecord: arrival(first),
        approximateArrivalOfLastRecord: arrival(last),
        batchSize: batch.length,
        streamArn: mapping.table.streamArn,
      },
    }),
  );
}

/**
 * Delivers one batch as Lambda's poller does: what the function finished is checkpointed, the rest is tried
 * again; a failing batch is halved where the mapping says so, and given up after its last attempt. Returns
 * early when the host stops: the records then come again after the restart.
 */
export async function deliver(options: DeliveryOptions, batch: readonly StreamRecord[]): Promise<void> {
  const { mapping } = options;
  let rest = batch;
  let attempts = 0;
  while (rest.length > 0 && !options.stopped()) {
    const { done, error, reported } = await attempt(options, rest);
    const lastDone = rest[done - 1];
    if (lastDone) {
      options.checkpoint(sequenceOf(lastDone));
      rest = rest.slice(done);
      attempts = 0;
    }
    // Ended by the host's stop, not by the function: whatever is open comes again after the start.
    if (error === undefined || options.stopped()) return;
    attempts += 1;
    options.log(`stream: ${mapping.logicalId}: ${error}`);

    // A report has already cut the batch at the failed record: AWS retries the rest of it as one.
    if (mapping.bisect && !reported && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await deliver(options, rest.slice(0, middle));
      if (!options.stopped()) await deliver(options, rest.slice(middle));
      return;
    }
    const created = (rest[0]?.dynamodb.ApproximateCreationDateTime ?? Number.POSITIVE_INFINITY) * 1000;
    // The engine stamps records with real time, whatever the host's clock shows.
    const tooOld =
      mapping.maximumAgeSeconds !== undefined && Date.now() - created > mapping.maximumAgeSeconds * 1000;
    const exhausted = mapping.maximumRetries !== undefined && attempts > mapping.maximumRetries;
    if (tooOld || exhausted) {
      giveUp(options, rest, attempts, tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted');
      const last = rest.at(-1);
      if (last) options.checkpoint(sequenceOf(last));
      return;
    }
    if (!(await options.pause(Math.min(longestPause, firstPause * 2 ** (attempts - 1))))) return;
  }
}
