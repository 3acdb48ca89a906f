import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InvokeResult } from '../../types.ts';
import { type DeliveryOptions, deliver } from './deliver.ts';
import type { Mapping } from './mapping.ts';
import type { StreamRecord } from './source.ts';

const broken: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'kaputt' };
const record = (sequence: number): StreamRecord => ({
  eventID: String(sequence),
  eventName: 'INSERT',
  eventSourceARN: 'strom',
  awsRegion: 'eu-central-1',
  dynamodb: { SequenceNumber: String(sequence) },
});

/** What a function does with an invocation: all right, breaks off, or reports the nth record as failed. */
const outcome = fc.oneof(
  fc.constant('ok' as const),
  fc.constant('broken' as const),
  fc.nat({ max: 9 }).map((position) => ({ position })),
);

it('never checkpoints a record that was neither handled nor given up, and always comes to the end', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 10 }),
      fc.array(outcome, { maxLength: 40 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 3 }),
      async (size, outcomes, bisect, maximumRetries) => {
        const script = [...outcomes];
        const handled = new Set<number>();
        const givenUp = new Set<number>();
        let checkpoint = 0;
        const mapping: Mapping = {
          id: 'strom',
          logicalId: 'Strom',
          batchSize: 10,
          startAt: 'TRIM_HORIZON',
          filters: [],
          functionArn: 'folge',
          roleArn: 'rolle',
          table: { name: 'Akte', arn: 'akte', streamArn: 'strom', ttlAttribute: undefined, create: {} },
          bisect,
          reportsItemFailures: true,
          maximumRetries,
          maximumAgeSeconds: undefined,
          onFailure: 'liegen',
        };
        const options: DeliveryOptions = {
          mapping,
          shardId: 's',
          authorize: () => {},
          now: () => 0,
          log: () => {},
          stopped: () => false,
          pause: async () => true,
          invoke: async (_arn, payload) => {
            const sequences = (payload as { Records: StreamRecord[] }).Records.map((item) =>
              Number(item.eventID),
            );
            const next = script.shift() ?? 'ok';
            if (next === 'broken') return broken;
            const failed = next === 'ok' ? undefined : sequences[next.position];
            for (const sequence of sequences)
              if (failed === undefined || sequence < failed) handled.add(sequence);
            const batchItemFailures = failed === undefined ? [] : [{ itemIdentifier: String(failed) }];
            return { ok: true, payload: { batchItemFailures } };
          },
          sendToQueue: (_queue, body) => {
            const { DDBStreamBatchInfo: info } = JSON.parse(body);
            for (let at = Number(info.startSequenceNumber); at <= Number(info.endSequenceNumber); at += 1)
              givenUp.add(at);
          },
          checkpoint: (sequence) => {
            expect(Number(sequence)).toBeGreaterThan(checkpoint);
            checkpoint = Number(sequence);
            for (let at = 1; at <= checkpoint; at += 1) expect(handled.has(at) || givenUp.has(at)).toBe(true);
          },
        };
        await deliver(
          options,
          Array.from({ length: size }, (_, index) => record(index + 1)),
        );
        expect(checkpoint).toBe(size);
      },
    ),
    { numRuns: 300 },
  ));
