import { type Ausgang, liesAusgang } from '../aws/akte/ausgang.ts';
import { zuEintrag } from '../aws/akte/eintrag.ts';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from './stromereignis.ts';

/**
 * Walks a batch of the stream. A piece of work that fails is marked and does not hold up its neighbours;
 * only if even the mark could not be written is the record handed back to the stream.
 */
export async function verarbeite(
  ereignis: DynamoDBStreamEvent,
  erledige: (ausgang: Ausgang) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  const zurueck: { itemIdentifier: string }[] = [];
  for (const satz of ereignis.Records) {
    const bild = satz.dynamodb?.NewImage;
    const nummer = satz.dynamodb?.SequenceNumber;
    if (!bild || !nummer) continue;
    try {
      await erledige(liesAusgang(zuEintrag(bild)));
    } catch (fehler) {
      console.error(JSON.stringify({ ereignis: 'ausgang_unvermerkt', satz: nummer, fehler: String(fehler) }));
      zurueck.push({ itemIdentifier: nummer });
      // What follows in the shard is handed back with it; it would be delivered again anyway.
      break;
    }
  }
  return { batchItemFailures: zurueck };
}
